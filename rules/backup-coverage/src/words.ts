import { describeExplanation, nearestSelection } from '@backproof/core';
import type { BackupPlan, ExplainedSelection, UnusableReason } from '@backproof/core';

/** Names one or more plans: `backup plan nightly`, `backup plans early, nightly`. */
export function planNames(plans: readonly BackupPlan[]): string {
  const names = [...new Map(plans.map(({ arn, name }) => [arn, name])).values()];
  return `backup plan${names.length === 1 ? '' : 's'} ${names.join(', ')}`;
}

/** The selection that came closest to assigning a resource, and what it lacks. */
export function nearestText(assignments: readonly ExplainedSelection[]): string {
  const nearest = nearestSelection(assignments);
  if (nearest === undefined) return 'none';
  const { plan, selection, explanation } = nearest;
  const why = describeExplanation(explanation).replace(/\.$/, '').replace(/^(It|Its|The|No) /, (word) => word.toLowerCase());
  return `selection ${selection.name} of plan ${plan.name} (${why})`;
}

/** Why recovery points are not usable, after their number: `2 expired`. */
export const UNUSABLE_WORDS: Readonly<Record<UnusableReason, string>> = {
  expired: 'expired',
  deleting: 'being deleted',
  creating: 'being created',
  partial: 'partial',
  stopped: 'stopped',
  'past-deletion': 'overdue for deletion',
  temporary: 'temporary, until a copy is made',
  infected: 'infected',
  'unknown-status': 'of unknown status',
};
