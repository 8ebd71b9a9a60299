import type { Severity } from '../model/severity.js';

/** What a run must be like to let a build pass. */
export interface GatePolicy {
  /** Open violations of this severity or a heavier one count; `never`: none do. */
  readonly failOn: Severity | 'never';
  /** How many open violations of a severity are put up with. Absent: none. */
  readonly allowed: Readonly<Partial<Record<Severity, number>>>;
  /** Whether outcomes that could not be told stop the build: `fail`, `allow`, or the ids of the rules that may leave some. */
  readonly unknown: 'fail' | 'allow' | readonly string[];
}

/** Every open violation counts, and so does everything that could not be told. */
export const STRICTEST_GATE: GatePolicy = { failOn: 'low', allowed: {}, unknown: 'fail' };
