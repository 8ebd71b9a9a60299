import type { BackupRule, Lifecycle } from '../model/backup-plan.js';
import { sameScope } from '../model/scope.js';
import type { Scope } from '../model/scope.js';
import { buildVaultArn, scopeOf } from './arn.js';
import type { CapabilityVariant } from '../model/resource.js';
import type { Capability } from '../model/types/capability.js';
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
  /** A vault that the points pass through, whose lock they must satisfy too. */
  readonly via?: string;
}

/** The fact that decides whether an air-gapped vault accepts the points of a resource. */
export interface DataKeyManager {
  /** Absent: not known. */
  readonly managedByAws?: boolean;
}

/** The keys as they are if those that are not known are managed by AWS, or if none of those is. */
export function settledKeys(keys: readonly DataKeyManager[], unknownAreAws: boolean): readonly DataKeyManager[] {
  return keys.map(({ managedByAws = unknownAreAws }) => ({ managedByAws }));
}

/**
 * The vaults that a rule of a plan brings points of a resource to, its own first. Copies that AWS Backup cannot make of
 * such a resource are left out. An air-gapped vault stands in for the rule's own where it takes the resource: not if
 * the resource is not fully managed and encrypted with an AWS managed key, nor for Aurora's continuous points. Volumes
 * pass through the rule's own vault. `keys`: those behind the resource's data; one of which it is not known who manages
 * it counts as not managed by AWS (`settledKeys` lets a caller ask both ways).
 * @source API BackupRule: TargetBackupVaultName, TargetLogicallyAirGappedBackupVaultArn, CopyActions
 * @source Developer Guide, backup-feature-availability; lag-vault-primary-backup
 */
export function ruleDestinations(
  rule: BackupRule,
  planScope: Scope,
  capability: Capability & { readonly variant?: CapabilityVariant },
  keys: readonly DataKeyManager[],
): readonly RuleDestination[] {
  const ordinary = buildVaultArn(planScope, rule.targetVaultName);
  const airGapped = airGappedVaultOf(rule, capability, keys);
  const own: RuleDestination = {
    vaultArn: airGapped ?? ordinary,
    ...(airGapped !== undefined && capability.variant === 'EBS' && { via: ordinary }),
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

function airGappedVaultOf(
  { airGappedVaultArn, continuous }: BackupRule,
  { airGapped, fullManagement, variant }: Parameters<typeof ruleDestinations>[2],
  keys: readonly DataKeyManager[],
): string | undefined {
  if (airGapped === false) return undefined;
  if (fullManagement === false && keys.some(({ managedByAws }) => managedByAws === true)) return undefined;
  return continuous && variant === 'Aurora' ? undefined : airGappedVaultArn;
}

/** A copy that AWS's documentation says nothing about is assumed to be possible. */
function canCopy({ crossAccountCopy, crossRegionCopy }: Capability, from: Scope, to: Scope): boolean {
  return (from.accountId === to.accountId ? crossRegionCopy : crossAccountCopy) !== false;
}
