import type { BackupPlan } from '../model/backup-plan.js';
import type { UnusableReason } from '../semantics/usable-points.js';

/** The reasons for which recovery points are not usable, as they read after a number: `2 expired`. */
const UNUSABLE: Readonly<Record<UnusableReason, string>> = {
  expired: 'expired',
  deleting: 'being deleted',
  creating: 'being created',
  partial: 'partial',
  stopped: 'stopped',
  'past-deletion': 'overdue for deletion',
  temporary: 'kept only until a copy is made',
  infected: 'with malware findings',
  'unknown-status': 'in a status that this version of Backproof does not know',
};

/** Counts of unusable recovery points in words: `25 expired, 1 partial`. */
export function unusableText(tally: ReadonlyMap<UnusableReason, number>): string {
  return [...tally].map(([reason, count]) => `${count} ${UNUSABLE[reason]}`).join(', ');
}

/** The names of one or more backup plans: `backup plan nightly`, `backup plans early, nightly`. */
export function backupPlanNames(plans: readonly Pick<BackupPlan, 'arn' | 'name'>[]): string {
  const names = [...new Map(plans.map(({ arn, name }) => [arn, name])).values()];
  return `backup plan${names.length === 1 ? '' : 's'} ${names.join(', ')}`;
}

/** AWS's explanation of a failure, without its full stop. */
export function reasonText(message: string | undefined): string {
  return message?.replace(/\.$/, '') ?? 'AWS gave no reason';
}
