import type { Severity } from '@backproof/core';

/** A severity in the terms of SARIF and of GitHub, whose `security-severity` is a CVSS score. */
interface Weight {
  readonly level: 'error' | 'warning' | 'note';
  readonly problem: 'error' | 'warning' | 'recommendation';
  readonly score: string;
}

export const WEIGHTS: Readonly<Record<Severity, Weight>> = {
  critical: { level: 'error', problem: 'error', score: '9.5' },
  high: { level: 'error', problem: 'error', score: '8.0' },
  medium: { level: 'warning', problem: 'warning', score: '5.5' },
  low: { level: 'note', problem: 'recommendation', score: '2.0' },
};
