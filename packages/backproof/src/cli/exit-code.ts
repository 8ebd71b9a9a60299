import type { GateResult } from '@backproof/core';

/** The exit codes of the command. */
export const EXIT = {
  clean: 0,
  violations: 1,
  usage: 2,
  incomplete: 3,
  interrupted: 130,
  terminated: 143,
} as const satisfies Record<GateResult | 'usage' | 'interrupted' | 'terminated', number>;
