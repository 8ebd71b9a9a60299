import { count } from '@backproof/core';
import type { AuditedControl, AuditException, Coverage } from './audit.js';
import type { ControlWalkthrough } from './control-walkthrough.js';
import { isUnapproved } from './figures.js';

/** The parts of an audit on which each conclusion depends. */
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
