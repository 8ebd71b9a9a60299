import { isRecord } from '../is-record.js';
import type { RawPlan, RawProposal, RawSelection } from './raw-proposal.js';

/** Returns true for what `aws backup get-backup-plan` or `get-backup-selection` prints, or a list of such. */
export function isAwsJson(value: unknown): boolean {
  const items = itemsOf(value);
  return (
    items.length > 0 &&
    items.every((item) => isRecord(item) && (isRecord(item.BackupPlan) || isRecord(item.BackupSelection)))
  );
}

/**
 * The plans and selections that the AWS CLI prints. A selection that names no plan is of the only plan in the file.
 * @source API GetBackupPlan, GetBackupSelection
 */
export function awsProposal(value: unknown): RawProposal {
  const items = itemsOf(value).map((item, index) => ({
    item,
    place: Array.isArray(value) ? `[${String(index)}]` : 'the document',
  }));
  const plans = items.flatMap(({ item, place }): RawPlan[] =>
    isRecord(item) && isRecord(item.BackupPlan)
      ? [{ place, id: text(item.BackupPlanId) ?? place, arn: text(item.BackupPlanArn), plan: item.BackupPlan }]
      : [],
  );
  const selections = items.flatMap(({ item, place }): RawSelection[] => {
    if (!isRecord(item) || !isRecord(item.BackupSelection)) return [];
    const only = plans.length === 1 ? plans[0]?.id : undefined;
    const planId = text(item.BackupPlanId) ?? only;
    return [{ place, id: text(item.SelectionId), planId, selection: item.BackupSelection }];
  });
  return { plans, selections, vaults: [], deleted: [] };
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
