import { count } from '@backproof/report-html';
import type { Audit, Conclusion } from './audit.js';
import { day } from './days.js';
import { isUnapproved } from './figures.js';

/** What an audit comes to, and each reason in words. */
export function conclusionOf({
  integrity,
  coverage,
  rules,
  runs,
  exceptions,
}: Pick<Audit, 'integrity' | 'coverage' | 'rules' | 'runs' | 'exceptions'>): Conclusion {
  const { faults, unreadable, signed } = integrity;
  const untold = rules.filter(({ runs: counts }) => counts.unknown > 0).map(({ ruleId }) => ruleId);
  const unread = runs.filter(({ populations }) => populations.incomplete > 0).length;
  const incomplete = [
    ...(faults.length > 0 ? [`the ledger is not intact: ${count(faults.length, 'fault')}`] : []),
    ...(unreadable !== undefined ? [`the ledger cannot be read: ${unreadable}`] : []),
    ...(signed === false ? ['the newest manifest is not signed by a key that was given'] : []),
    ...coverage.gaps.map(({ from, to }) => `there is no run from ${day(from)} to ${day(to)}`),
    ...(unread > 0 ? [`${count(unread, 'run')} could not read everything`] : []),
    ...(untold.length > 0 ? [`not everything could be told in every run: ${untold.join(', ')}`] : []),
  ];
  const open = exceptions.filter(isUnapproved);
  const still = open.filter(({ closed }) => closed === undefined).length;
  const violations =
    open.length > 0
      ? [`${count(open.length, 'exception')} without approval in the period, ${still} open at its end`]
      : [];
  const result = incomplete.length > 0 ? 'incomplete' : violations.length > 0 ? 'violations' : 'clean';
  return { result, reasons: [...incomplete, ...violations] };
}
