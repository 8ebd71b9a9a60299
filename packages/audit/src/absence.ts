import type { Population } from '@backproof/core';
import type { RecordedRun } from './recorded-run.js';

/**
 * The reason why a run has no outcome of a subject that an earlier run judged: its account and Region were not scanned, no
 * rule of the run was sure to judge it, its list could not be read completely, or it no longer exists.
 */
export type Absence = 'not-scanned' | 'not-judged' | 'unread' | 'gone';

/** A subject as runs record it. */
export interface RecordedSubject {
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly type: string;
}

/**
 * Finds the reason why a run does not have a subject.
 * @param judgedBy the rules that judged it before; absent if it was excluded
 */
export function absenceOf(
  { account, region, type }: RecordedSubject,
  { header: { scopes, rules }, populations }: RecordedRun,
  judgedBy?: ReadonlySet<string>,
): Absence {
  if (!scopes.some((scope) => scope.accountId === account && scope.region === region)) return 'not-scanned';
  // A rule that is off for some resources may be off for this one.
  const isSure = (rule: (typeof rules)[number]): boolean => !rule.off && rule.switchedOff === 0;
  if (judgedBy && !rules.some((rule) => judgedBy.has(rule.id) && isSure(rule))) return 'not-judged';
  return wasListed(populations, account, region, type) ? 'gone' : 'unread';
}

/** An account is known by the ARN of its root, which is the same in each Region: the identity of others is their ARN. */
export function subjectKey(arn: string, type: string, region: string): string {
  return type === 'Account' ? `${arn}\n${region}` : arn;
}

/** The lists of subjects that are no resources. An account is known by its scope. */
const LISTS: Readonly<Record<string, Population['kind'] | undefined>> = {
  'Backup vault': 'vaults',
  'Backup plan': 'backupPlans',
  'Restore testing plan': 'restoreTestingPlans',
};

/** Returns true if a run read every list completely that would have the subjects of a type in one scope. */
function wasListed(populations: readonly Population[], account: string, region: string, type: string): boolean {
  const kind = LISTS[type] ?? 'resources';
  const listings = populations.filter(
    (each) => each.kind === kind && each.scope.accountId === account && each.scope.region === region,
  );
  const ofType = listings.filter(({ of }) => of === undefined || of === type);
  const concerned = ofType.length > 0 ? ofType : listings;
  return concerned.length > 0 && concerned.every(({ status }) => status === 'complete');
}
