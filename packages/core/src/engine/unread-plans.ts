import type { BackupPlan } from '../model/backup-plan.js';
import { groupBy } from '../model/group-by.js';
import type { Inventory } from '../model/inventory.js';
import type { Resource } from '../model/resource.js';
import { scopeKey } from '../model/scope.js';
import { explainSelection } from '../semantics/selection.js';
import { optInFinder } from './opt-ins.js';

/** Finds the plans, by their ARNs, whose rules could not be read and whose selections assign a resource, or may. */
export function unreadPlans({
  backupPlans,
  backupSelections,
  ...settings
}: Pick<Inventory, 'backupPlans' | 'backupSelections' | 'regionSettings' | 'accounts'>): (
  resource: Resource,
) => readonly string[] {
  const unread = groupBy(
    backupPlans.filter((plan) => plan.unread),
    ({ scope }) => scopeKey(scope),
  );
  if (unread.size === 0) return () => [];
  const selections = groupBy(backupSelections, ({ scope }) => scopeKey(scope));
  const optInsOf = optInFinder(settings);
  return (resource) => {
    const scope = scopeKey(resource);
    const mayAssign = ({ id }: BackupPlan): boolean =>
      (selections.get(scope) ?? [])
        .filter(({ planId }) => planId === id)
        .some((selection) => explainSelection(selection, resource, optInsOf(resource)).assigned !== 'no');
    return (unread.get(scope) ?? []).filter(mayAssign).map(({ arn }) => arn);
  };
}
