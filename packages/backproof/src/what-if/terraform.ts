import { isRecord } from '../is-record.js';
import type { RawPlan, RawProposal, RawSelection, RawVault } from './raw-proposal.js';
import type { TerraformResource } from './terraform-resource.js';
import { planReferred } from './terraform-references.js';
import { knownValues, planOfValues, selectionOfValues } from './terraform-values.js';
import { block } from './unresolved.js';

type Fields = Readonly<Record<string, unknown>>;

/** Returns true for what `terraform show -json` prints of a plan or a state. */
export function isTerraformJson(value: unknown): value is Fields {
  return (
    isRecord(value) &&
    typeof value.format_version === 'string' &&
    (isRecord(value.planned_values) || isRecord(value.values))
  );
}

/**
 * The plans, selections and vaults of a Terraform plan or state, in the form of AWS's API.
 *
 * @throws RangeError if a later major version of the format wrote it
 * @source Terraform, JSON Output Format; AWS provider: aws_backup_plan, aws_backup_selection, aws_backup_vault
 */
export function terraformProposal(document: Fields): RawProposal {
  const version = String(document.format_version);
  if (!/^[01]\./.test(version)) throw new RangeError(`format_version is ${version}; versions 0 and 1 can be read`);
  const changes = recordsIn(document.resource_changes);
  const unknown = new Map(
    changes.map(({ address, change }) => [address, isRecord(change) ? change.after_unknown : undefined]),
  );
  const root = block(document.planned_values ?? document.values).root_module;
  const resources = resourcesIn(root).map((each) => ({
    ...each,
    values: knownValues(each.values, unknown.get(each.address)),
  }));
  const ofType = (type: string) => resources.filter((each) => each.type === type);
  const plans = ofType('aws_backup_plan');
  const locks = ofType('aws_backup_vault_lock_configuration').map(({ values }) => values);
  return {
    plans: plans.map(({ address, values }): RawPlan => {
      const [arn, region] = [text(values.arn), text(values.region)];
      return { place: address, id: text(values.id) ?? address, arn, region, plan: planOfValues(values) };
    }),
    selections: ofType('aws_backup_selection').map((each): RawSelection => {
      const { address, values } = each;
      const referred = planReferred(document.configuration, each, plans);
      const planId = text(values.plan_id) ?? (referred && (text(referred.values.id) ?? referred.address));
      return {
        place: address,
        id: text(values.id),
        planId,
        region: text(values.region),
        selection: selectionOfValues(values),
      };
    }),
    vaults: ofType('aws_backup_vault').map(({ values: { name, region } }) => ({
      ...{ name, region: text(region), lock: lockOf(locks.find((lock) => lock.backup_vault_name === name)) },
    })),
    deleted: changes.flatMap(({ type, change }) => {
      const isOurs = type === 'aws_backup_plan' || type === 'aws_backup_selection';
      if (!isOurs || !isRecord(change) || !Array.isArray(change.actions) || !change.actions.includes('delete'))
        return [];
      return text(block(change.before).id) ?? [];
    }),
  };
}

/** The managed resources of a module and of those that it calls. */
function resourcesIn(module: unknown): readonly TerraformResource[] {
  if (!isRecord(module)) return [];
  const own = recordsIn(module.resources).flatMap(({ address, mode, type, name, index, values }) => {
    if (mode !== 'managed' || typeof address !== 'string' || typeof type !== 'string' || typeof name !== 'string')
      return [];
    return [{ address, type, name, index, values: block(values) }];
  });
  return [...own, ...recordsIn(module.child_modules).flatMap(resourcesIn)];
}

function recordsIn(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function lockOf(lock: Fields | undefined): RawVault['lock'] {
  return lock && { minRetentionDays: lock.min_retention_days, maxRetentionDays: lock.max_retention_days };
}
