import type { BackupPlan, BackupRule } from '../model/backup-plan.js';
import type { CapabilityVariant } from '../model/resource.js';
import type { Capability } from '../model/types/capability.js';
import { ruleDestinations } from './rule-destinations.js';
import type { DataKeyManager } from './rule-destinations.js';

/**
 * Finds the rules of a resource's plans of which AWS Backup may refuse some: it wants the continuous and the periodic
 * backups of a bucket in one vault, and these rules name several. Which of them then make no backups is not documented.
 * @source Developer Guide, s3-backups: continuous and periodic backups must be in the same vault
 */
export function rulesApart(
  plans: readonly BackupPlan[],
  capability: Capability & { readonly variant?: CapabilityVariant },
  keys: readonly DataKeyManager[],
): ReadonlySet<BackupRule> {
  if (capability.oneVault !== true) return new Set();
  const inVaults = plans.flatMap(({ rules, scope }) =>
    rules.map((rule) => ({ rule, vaultArn: ruleDestinations(rule, scope, capability, keys)[0]?.vaultArn })),
  );
  const isApart = ({ rule, vaultArn }: (typeof inVaults)[number]): boolean =>
    inVaults.some((other) => other.rule.continuous !== rule.continuous && other.vaultArn !== vaultArn);
  return new Set(inVaults.filter(isApart).map(({ rule }) => rule));
}
