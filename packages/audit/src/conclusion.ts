import { count } from '@backproof/core';
import type { Audit, Conclusion, Gap } from './audit.js';
import { day } from './days.js';
import { isUnapproved } from './figures.js';
import type { UnknownRules } from './statuses.js';

/** The conclusion of an audit, with each reason in words. */
export function conclusionOf(
  { integrity, coverage, runs, exceptions }: Pick<Audit, 'integrity' | 'coverage' | 'runs' | 'exceptions'>,
  unknown: UnknownRules,
): Conclusion {
  const { faults, unreadable, signed } = integrity;
  const unread = runs.filter(({ populations }) => populations.incomplete > 0).length;
  const incomplete = [
    ...(faults.length > 0 ? [`the ledger is not intact: ${count(faults.length, 'fault')}`] : []),
    ...(unreadable !== undefined ? [`the ledger cannot be read: ${unreadable}`] : []),
    ...(signed === false ? ['the newest manifest is not signed with a given key'] : []),
    ...coverage.gaps.map(gapReason),
    ...(unread > 0 ? [`${count(unread, 'run')} could not read all lists completely`] : []),
    ...(unknown.incomplete.length > 0 ? [`unknown outcomes: ${unknown.incomplete.join(', ')}`] : []),
  ];
  const open = exceptions.filter(isUnapproved);
  const still = open.filter(({ closed }) => closed === undefined).length;
  const violations =
    open.length > 0
      ? [`${count(open.length, 'exception')} not approved for all of the time, ${still} open at the end of the period`]
      : [];
  const result = incomplete.length > 0 ? 'incomplete' : violations.length > 0 ? 'violations' : 'clean';
  const forgotten =
    unknown.forgotten.length > 0 ? [`unknown outcomes that AWS has forgotten: ${unknown.forgotten.join(', ')}`] : [];
  return { result, reasons: [...incomplete, ...violations, ...forgotten] };
}

function gapReason({ kind, from, to }: Gap): string {
  if (kind !== 'after-last') return `no run from ${day(from)} to ${day(to)}`;
  return `the period is covered until the run of ${day(from)}: no run followed its end in time`;
}
