import { count } from '@backproof/core';
import type { AuditedControl, AuditException, Coverage } from './audit.js';
import { isUnapproved } from './figures.js';

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

/** What the audit as a whole knows, on which each conclusion depends. */
interface Ground {
  readonly intact: boolean;
  readonly coverage: Pick<Coverage, 'gaps'>;
  readonly exceptions: readonly AuditException[];
}

/** Concludes on a control from its results in the runs and the exceptions of its rules. */
export function walkthroughOf(
  { rules, status, runs, beyond }: Pick<AuditedControl, 'rules' | 'status' | 'runs' | 'beyond'>,
  { intact, coverage, exceptions: all }: Ground,
): ControlWalkthrough {
  const its = all.filter(({ ruleId }) => rules.includes(ruleId));
  const unapproved = its.filter(isUnapproved);
  const open = unapproved.filter(({ closed }) => closed === undefined);
  const counts = { exceptions: its.length, unapproved: unapproved.length, open: open.length };
  const total = Object.values(runs).reduce((sum, each) => sum + each, 0);
  const doubts = [
    ...(intact ? [] : ['the ledger is not intact']),
    ...(total === 0 ? ['the period has no run'] : []),
    ...(total > 0 && coverage.gaps.length > 0 ? ['the runs do not cover the whole period'] : []),
    ...(runs.unknown > 0 ? [`the result is unknown in ${count(runs.unknown, 'run')} of ${total}`] : []),
  ];
  if (rules.length === 0 && (beyond !== undefined || total > 0)) {
    return { ...counts, conclusion: 'not-assessed', reasons: [beyond ?? 'no rule of the runs assesses it'] };
  }
  if (runs.fail > 0 || unapproved.length > 0) {
    const failed = `${count(unapproved.length, 'exception')} not approved for all of the time, ${open.length} open at the end`;
    return { ...counts, conclusion: 'exceptions', reasons: [failed, ...doubts] };
  }
  if (doubts.length > 0 || status === 'unknown') return { ...counts, conclusion: 'not-concluded', reasons: doubts };
  if (runs.waived > 0 || its.length > 0) {
    return { ...counts, conclusion: 'approved', reasons: [`waivers approved ${count(its.length, 'exception')}`] };
  }
  if (runs.pass === 0) {
    return { ...counts, conclusion: 'not-assessed', reasons: ['its rules applied to no resource'] };
  }
  const reasons = [
    `all that was tested passed in ${count(runs.pass, 'run')}`,
    ...(runs.notAssessed > 0 ? [`there was nothing to test in ${count(runs.notAssessed, 'run')}`] : []),
  ];
  return { ...counts, conclusion: 'no-exceptions', reasons };
}
