import type { BackupPlan, BackupSelection, GlobalSettings, RegionSettings } from './backup-plan.js';
import type { BackupKey } from './backup-key.js';
import type { EncryptionKey } from './encryption-key.js';
import type { DisabledImage } from './disabled-image.js';
import type { Framework, NativeBackup, ProtectedResource, Replica } from './evidence.js';
import type { BackupJob, CopyJob, JobHistory, RestoreJob } from './job.js';
import type { LegalHold } from './legal-hold.js';
import type { LifecyclePolicy } from './lifecycle-policy.js';
import type { LockedSnapshot } from './locked-snapshot.js';
import type { Population } from './population.js';
import type { PageKind } from './population-kind.js';
import type { RecycleBinRule } from './recycle-bin-rule.js';
import type { ResourceCount } from './resource-count.js';
import type { Resource } from './resource.js';
import type { RestoreTestingPlan, RestoreTestingSelection } from './restore-testing.js';
import { scopeKey } from './scope.js';
import type { OrganizationAccount, Scope } from './scope.js';
import type { VaultApproval } from './vault-approval.js';
import type { VaultPolicy } from './vault-policy.js';
import type { Vault } from './vault.js';

/** A scope that was scanned, and the principal that scanned it. */
export interface ScannedScope extends Scope {
  /** Absent where the identity could not be asked for. */
  readonly principalArn?: string;
}

/** The number of calls of one operation of AWS in one scope. */
export interface CallCount {
  readonly scope: Scope;
  /** `backup:ListBackupPlans` */
  readonly operation: string;
  /** Requests sent, retries among them. */
  readonly calls: number;
  readonly retries: number;
}

/** The kinds of record that are about the scan itself. */
type OwnKind = 'jobHistories' | 'populations' | 'calls' | 'scopes' | 'accounts';

/**
 * The kinds of record of an inventory, each with the identity of its records, which also orders them. Two readings may
 * both find a thing; it is one.
 */
export const IDENTITIES = {
  resources: ({ arn }: Resource) => arn,
  backupPlans: ({ arn }: BackupPlan) => arn,
  backupSelections: ({ scope, planId, id }: BackupSelection) => words(scopeKey(scope), planId, id),
  regionSettings: ({ scope }: RegionSettings) => scopeKey(scope),
  globalSettings: ({ scope }: GlobalSettings) => scopeKey(scope),
  vaults: ({ arn }: Vault) => arn,
  backupJobs: ({ id }: BackupJob) => id,
  copyJobs: ({ id }: CopyJob) => id,
  restoreJobs: ({ id }: RestoreJob) => id,
  jobHistories: ({ scope, kind, from, to, origin }: JobHistory) =>
    words(scopeKey(scope), kind, String(from), String(to), origin),
  restoreTestingPlans: ({ arn }: RestoreTestingPlan) => arn,
  restoreTestingSelections: ({ scope, planName, name }: RestoreTestingSelection) =>
    words(scopeKey(scope), planName, name),
  protectedResources: ({ scope, resourceArn }: ProtectedResource) => words(scopeKey(scope), resourceArn),
  nativeBackups: ({ resourceArn, mechanism, backupsArn }: NativeBackup) =>
    words(resourceArn, mechanism, backupsArn ?? ''),
  replicas: ({ mechanism, sourceArn, replicaArn }: Replica) => words(mechanism, sourceArn ?? '', replicaArn ?? ''),
  encryptionKeys: ({ arn }: EncryptionKey) => arn,
  lifecyclePolicies: ({ arn }: LifecyclePolicy) => arn,
  legalHolds: ({ arn }: LegalHold) => arn,
  vaultPolicies: ({ vaultArn }: VaultPolicy) => vaultArn,
  vaultApprovals: ({ vaultArn }: VaultApproval) => vaultArn,
  backupKeys: ({ arn }: BackupKey) => arn,
  lockedSnapshots: ({ arn }: LockedSnapshot) => arn,
  recycleBinRules: ({ scope, id }: RecycleBinRule) => words(scopeKey(scope), id),
  disabledImages: ({ arn }: DisabledImage) => arn,
  frameworks: ({ arn }: Framework) => arn,
  resourceCounts: ({ scope, configType }: ResourceCount) => words(scopeKey(scope), configType),
  populations: ({ kind, scope, of }: Population) => populationIdentity(kind, scope, of),
  calls: ({ scope, operation }: CallCount) => words(scopeKey(scope), operation),
  scopes: (scope: ScannedScope) => scopeKey(scope),
  accounts: ({ accountId }: OrganizationAccount) => accountId,
} as const satisfies Readonly<Record<PageKind | OwnKind, (record: never) => string>>;

/** The things of an inventory that are held as records, by the name of their list. */
export type InventoryRecords = {
  readonly [Kind in keyof typeof IDENTITIES]: Parameters<(typeof IDENTITIES)[Kind]>[0];
};

export type RecordKind = keyof InventoryRecords;

export const RECORD_KINDS = Object.keys(IDENTITIES) as readonly RecordKind[];

/** The identity of a population, in an inventory that may hold it. */
export function populationIdentity(kind: string, scope: Pick<Scope, 'accountId' | 'region'>, of?: string): string {
  return words(kind, scopeKey(scope), of ?? '');
}

/** Joins words into one key that no other words give. */
function words(...parts: readonly string[]): string {
  return parts.join('\n');
}
