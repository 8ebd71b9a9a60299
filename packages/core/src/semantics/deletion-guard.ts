import type { Instant } from '../model/instant.js';
import type { ResourceType } from '../model/resource.js';
import type { VaultPolicy } from '../model/vault-policy.js';
import type { Vault } from '../model/vault.js';
import { accountOf, parseArn } from './arn.js';
import type { ResourceCapability } from './capability.js';
import { isDenied } from './policy/denial.js';
import { policyStatements } from './policy/resource-policy.js';
import { lockMode } from './vault-lock.js';
import type { LockMode } from './vault-lock.js';

/**
 * The effect of a vault's access policy on people who want to delete a recovery point before its end. `denied`: it
 * denies everybody the deletion, and the change of the policy. `replaceable`: it denies the deletion, but somebody may
 * change the policy or shorten the lifecycle first. `open`: somebody may delete it. `undecided`: that turns on conditions that are not known here. `unread`: the policy is not known.
 */
export type PolicyGuard = (typeof POLICY_GUARDS)[number];

const POLICY_GUARDS = ['denied', 'replaceable', 'open', 'undecided', 'unread'] as const;

/** Everything that keeps people from deleting a recovery point before its end. */
export interface DeletionGuard {
  readonly vault: Vault;
  readonly airGapped: boolean;
  readonly lock: LockMode;
  readonly policy: PolicyGuard;
  /** The vault's policy may treat its recovery points in different ways, by their ARNs. */
  readonly byPoint: boolean;
}

/** Returns what guards a recovery point in a vault, one object for all that is guarded alike; undefined if the vault is not known. */
export type DeletionGuards = (vaultArn: string, pointArn: string) => DeletionGuard | undefined;

/**
 * Works out the guards of vaults.
 *
 * @param except - the ARNs of principals that may delete recovery points all the same
 */
export function deletionGuards(
  vaults: readonly Vault[],
  policies: readonly VaultPolicy[],
  now: Instant,
  except: readonly string[] = [],
): DeletionGuards {
  const policyGuards = new Map(policies.map((policy) => [policy.vaultArn, policyGuard(policy, except)]));
  const guards = new Map(
    vaults.map((vault) => {
      const airGapped = vault.vaultType === 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT';
      const lock = lockMode(vault, now);
      const byPoint = policyGuards.get(vault.arn)?.byPoint ?? false;
      const byPolicy = POLICY_GUARDS.map((policy) => [policy, { vault, airGapped, lock, policy, byPoint }] as const);
      return [vault.arn, new Map<PolicyGuard, DeletionGuard>(byPolicy)] as const;
    }),
  );
  return (vaultArn, pointArn) => guards.get(vaultArn)?.get(policyGuards.get(vaultArn)?.of(pointArn) ?? 'unread');
}

/** The call that deletes a recovery point. */
const DELETION = 'backup:DeleteRecoveryPoint';

/**
 * The other calls that end the life of a recovery point, or let it be ended: its lifecycle is shortened, or the policy
 * replaced. AWS's own control asks that the first two are denied.
 *
 * @source AWS Config Developer Guide, backup-recovery-point-manual-deletion-disabled; API DisassociateRecoveryPoint,
 * DeleteBackupVaultAccessPolicy
 */
const DETOURS = {
  ofPoint: ['backup:UpdateRecoveryPointLifecycle', 'backup:DisassociateRecoveryPoint'],
  ofVault: ['backup:PutBackupVaultAccessPolicy', 'backup:DeleteBackupVaultAccessPolicy'],
} as const;

function policyGuard(
  { vaultArn, policy }: VaultPolicy,
  except: readonly string[],
): Pick<DeletionGuard, 'byPoint'> & { readonly of: (pointArn: string) => PolicyGuard } {
  if (policy === undefined) return { of: () => 'open', byPoint: false };
  const statements = policyStatements(policy);
  if (statements === undefined) return { of: () => 'undecided', byPoint: false };
  const everybody = { accountId: accountOf(vaultArn) ?? '', except };
  const denied = (action: string, resource: string) =>
    isDenied(statements, { action, resource, holder: vaultArn }, everybody);
  const of = (pointArn: string): PolicyGuard => {
    const deletion = denied(DELETION, pointArn);
    if (deletion === false) return 'open';
    const detours = [
      ...DETOURS.ofPoint.map((action) => denied(action, pointArn)),
      ...DETOURS.ofVault.map((action) => denied(action, vaultArn)),
    ];
    if (detours.includes(false)) return 'replaceable';
    return deletion === 'unknown' || detours.includes('unknown') ? 'undecided' : 'denied';
  };
  return { of, byPoint: statements.some(({ resource }) => resource?.every((pattern) => pattern === '*') !== true) };
}

/** Types of which the guide says no more than that the service's console cannot delete recovery points: its API may. */
const CONSOLE_ONLY: ReadonlySet<ResourceType> = new Set([
  'DocumentDB',
  'DynamoDB',
  'FSx',
  'Neptune',
  'Redshift',
  'Redshift Serverless',
]);

/**
 * Returns true if AWS documents that recovery points of a resource can be deleted through AWS Backup only: what it
 * fully manages, what lies in its own account, and snapshots and images that EC2 and RDS refuse to delete. The window of
 * a continuous point is kept by the database's own service.
 *
 * @source Developer Guide, troubleshooting and vault-lock; Amazon EBS User Guide, ebs-deleting-snapshot; Amazon EC2 User
 * Guide, deregister-ami; Amazon RDS User Guide, USER_DeleteSnapshot
 */
export function isDeletedByBackupOnly(
  type: ResourceType,
  { fullManagement }: Pick<ResourceCapability & { readonly supported: true }, 'fullManagement'>,
  point: { readonly arn: string; readonly continuous: boolean; readonly airGapped: boolean },
): boolean {
  if (point.airGapped) return true;
  // A point of before its table became advanced is DynamoDB's own.
  if (fullManagement === true) return parseArn(point.arn)?.service !== 'dynamodb';
  return !point.continuous && !CONSOLE_ONLY.has(type);
}
