import type { Run } from './run.js';

/**
 * What a run means for a build: `clean`, `violations` (complete, with failures) or `incomplete` (something could not
 * be read or told). Incomplete outranks violations: nobody may take such a run's failures for all there are.
 */
export type GateResult = 'clean' | 'violations' | 'incomplete';

/** Judges the run as a whole. */
export function gate({ scopes, outcomes, populations }: Run): GateResult {
  const incomplete =
    scopes.length === 0 ||
    outcomes.some(({ status }) => status === 'unknown') ||
    populations.some(({ status }) => status !== 'complete');
  if (incomplete) return 'incomplete';
  return outcomes.some(({ status }) => status === 'fail') ? 'violations' : 'clean';
}
