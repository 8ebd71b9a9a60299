/**
 * The conclusion on one control, never more than the evidence says:
 *
 * - `exceptions`: what was tested did not meet it at some time, and no waiver approved that for all of the time
 * - `not-concluded`: the ledger is not intact, the period is not covered, or results are unknown
 * - `approved`: waivers approved all that did not meet it
 * - `no-exceptions`: all that was tested met it in every run
 * - `not-assessed`: no rule assesses it, or none of them applied to anything
 */
export type ConclusionOfControl = 'exceptions' | 'not-concluded' | 'approved' | 'no-exceptions' | 'not-assessed';

/** The exceptions of the rules that support a control, and what follows from them and from the runs. */
export interface ControlWalkthrough {
  readonly exceptions: number;
  /** Those that were not approved for all of their time, and those of them that no run saw end. */
  readonly unapproved: number;
  readonly open: number;
  readonly conclusion: ConclusionOfControl;
  /** The reasons in words. With `exceptions`, they also say what could not be concluded. */
  readonly reasons: readonly string[];
}
