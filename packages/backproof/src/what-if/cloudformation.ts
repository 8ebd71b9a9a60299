import type { Scope } from '@backproof/core';
import { isRecord } from '../is-record.js';
import type { RawProposal, RawVault } from './raw-proposal.js';
import { templateResolver } from './template-values.js';
import { block, Unresolved } from './unresolved.js';

/** Returns true for a CloudFormation template: it has resources, each with a type, or written by a function. */
export function isTemplate(value: unknown): value is { readonly Resources: Readonly<Record<string, unknown>> } {
  if (!isRecord(value) || !isRecord(value.Resources)) return false;
  const entries = Object.entries(value.Resources);
  return (
    entries.length > 0 &&
    entries.every(([id, each]) => id.startsWith('Fn::') || (isRecord(each) && typeof each.Type === 'string'))
  );
}

/**
 * The plans, selections and vaults of a template, in the form of AWS's API.
 *
 * @throws RangeError if it makes resources by a function
 * @source AWS CloudFormation, AWS::Backup::BackupPlan, AWS::Backup::BackupSelection, AWS::Backup::BackupVault
 */
export function templateProposal(
  { Resources }: { readonly Resources: Readonly<Record<string, unknown>> },
  scope: Scope,
): RawProposal {
  const made = Object.keys(Resources).find((id) => id.startsWith('Fn::'));
  if (made !== undefined)
    throw new RangeError(`Resources.${made} makes resources when it is applied, which cannot be read`);
  const resolve = templateResolver(Resources, scope);
  const ofType = (type: string) =>
    Object.entries(Resources).flatMap(([id, resource]) => {
      if (!isRecord(resource) || resource.Type !== type) return [];
      const properties = isRecord(resource.Properties) ? resource.Properties : {};
      // Whether a resource with a condition is made is not known.
      const condition = resource.Condition === undefined ? undefined : new Unresolved('Condition');
      return [{ id, place: `Resources.${id}`, properties, condition }];
    });
  return {
    plans: ofType('AWS::Backup::BackupPlan').map(({ id, place, properties, condition }) => {
      const plan = resolve(properties.BackupPlan);
      return { place, id, plan: isRecord(plan) ? { ...plan, Rules: condition ?? rulesOf(plan.BackupPlanRule) } : plan };
    }),
    selections: ofType('AWS::Backup::BackupSelection').map(({ place, properties, condition }) => {
      const planId = resolve(properties.BackupPlanId);
      const selection = resolve(properties.BackupSelection);
      return {
        place,
        planId: typeof planId === 'string' ? planId : undefined,
        selection: isRecord(selection) && condition ? { ...selection, Resources: condition } : selection,
      };
    }),
    vaults: ofType('AWS::Backup::BackupVault').flatMap(({ properties, condition }) =>
      condition === undefined
        ? [{ name: resolve(properties.BackupVaultName), lock: lockOf(resolve(properties.LockConfiguration)) }]
        : [],
    ),
    deleted: [],
  };
}

/** A template calls the vault of a rule otherwise than the API does. */
function rulesOf(rules: unknown): unknown {
  if (!Array.isArray(rules)) return rules;
  return rules.map((rule: unknown) =>
    isRecord(rule) ? { ...rule, TargetBackupVaultName: rule.TargetBackupVault } : rule,
  );
}

function lockOf(configuration: unknown): RawVault['lock'] {
  if (configuration === undefined) return undefined;
  const { MinRetentionDays, MaxRetentionDays } = block(configuration);
  const open = configuration instanceof Unresolved ? configuration : undefined;
  return { minRetentionDays: open ?? MinRetentionDays, maxRetentionDays: open ?? MaxRetentionDays };
}
