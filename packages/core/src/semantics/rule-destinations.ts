import type { BackupRule, Lifecycle } from '../model/backup-plan.js';
import { sameScope } from '../model/scope.js';
import type { Scope } from '../model/scope.js';
import { buildVaultArn, scopeOf } from './arn.js';
import type { Capability } from './capability-table.js';
import { copyRetentionDays, retentionDays } from './lifecycle.js';
import type { Retention } from './lifecycle.js';

/** A vault that the backups of a rule end up in. */
export interface RuleDestination {
  readonly vaultArn: string;
  /** It lies in the plan's own account and Region. */
  readonly atHome: boolean;
  /** AWS Backup copies the points there, instead of making them there. */
  readonly copy: boolean;
  /** As the rule or its copy action gives it; of a copy that gives none, the rule's. */
  readonly lifecycle: Lifecycle;
  readonly retention: Retention;
}

/**
 * The vaults that a rule of a plan brings points of a resource to, its own first. Copies that AWS Backup cannot make of
 * such a resource are left out. An air-gapped vault stands in for the rule's own where it takes the resource.
 * @source API BackupRule: TargetBackupVaultName, TargetLogicallyAirGappedBackupVaultArn, CopyActions
 * @source Developer Guide, backup-feature-availability; lag-vault-primary-backup
 */
export function ruleDestinations(
  rule: BackupRule,
  planScope: Scope,
  capability: Capability,
): readonly RuleDestination[] {
  const airGapped = capability.airGapped === false ? undefined : rule.airGappedVaultArn;
  const own: RuleDestination = {
    vaultArn: airGapped ?? buildVaultArn(planScope, rule.targetVaultName),
    atHome: true,
    copy: false,
    lifecycle: rule.lifecycle,
    retention: retentionDays(rule.lifecycle),
  };
  const copies = rule.copyActions.flatMap((action): RuleDestination[] => {
    const scope = scopeOf(action.destinationVaultArn);
    if (scope === undefined || !canCopy(capability, planScope, scope)) return [];
    return [
      {
        vaultArn: action.destinationVaultArn,
        atHome: sameScope(scope, planScope),
        copy: true,
        lifecycle: action.lifecycle ?? rule.lifecycle,
        retention: copyRetentionDays(action, rule.lifecycle),
      },
    ];
  });
  return [own, ...copies];
}

/** What AWS's documentation does not tell of is taken to be possible. What cannot leave its Region cannot be copied at all. */
function canCopy({ crossAccountCopy, crossRegionCopy }: Capability, from: Scope, to: Scope): boolean {
  return (from.accountId === to.accountId ? crossRegionCopy : crossAccountCopy) !== false;
}
