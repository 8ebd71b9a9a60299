import type { BackupPlan, BackupSelection, GlobalSettings, RegionSettings } from './backup-plan.js';
import type { EncryptionKey } from './encryption-key.js';
import type { Framework, NativeBackup, ProtectedResource, Replica } from './evidence.js';
import type { Instant } from './instant.js';
import type { BackupJob, CopyJob, JobHistory, RestoreJob } from './job.js';
import type { LegalHold } from './legal-hold.js';
import type { LifecyclePolicy } from './lifecycle-policy.js';
import type { Population } from './population.js';
import type { RecoveryPointTable } from './recovery-point-table.js';
import type { ResourceCount } from './resource-count.js';
import type { Resource } from './resource.js';
import type { RestoreTestingPlan, RestoreTestingSelection } from './restore-testing.js';
import type { Scope } from './scope.js';
import type { Vault } from './vault.js';

/** The version of the inventory's form that this code writes, and the newest that it reads. Its changes: `inventory-versions.ts`. */
export const INVENTORY_SCHEMA_VERSION = 2;

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

/** The things of an inventory that are held as records, by the name of their list. */
export interface InventoryRecords {
  readonly resources: Resource;
  readonly backupPlans: BackupPlan;
  readonly backupSelections: BackupSelection;
  readonly regionSettings: RegionSettings;
  readonly globalSettings: GlobalSettings;
  readonly vaults: Vault;
  readonly backupJobs: BackupJob;
  readonly copyJobs: CopyJob;
  readonly restoreJobs: RestoreJob;
  readonly jobHistories: JobHistory;
  readonly restoreTestingPlans: RestoreTestingPlan;
  readonly restoreTestingSelections: RestoreTestingSelection;
  readonly protectedResources: ProtectedResource;
  readonly nativeBackups: NativeBackup;
  readonly replicas: Replica;
  readonly encryptionKeys: EncryptionKey;
  readonly lifecyclePolicies: LifecyclePolicy;
  readonly legalHolds: LegalHold;
  readonly frameworks: Framework;
  readonly resourceCounts: ResourceCount;
  readonly populations: Population;
  readonly calls: CallCount;
  readonly scopes: ScannedScope;
}

export type RecordKind = keyof InventoryRecords;

/**
 * All that one scan saw, at one instant: resources, evidence, and how well each was read. Immutable, and in canonical
 * order: the order in which AWS answered does not show.
 */
export type Inventory = { readonly [K in RecordKind]: readonly InventoryRecords[K][] } & {
  /** By which schema it was taken. An older one lacks what it did not read, and is hashed in the form in which it was written. */
  readonly schemaVersion: number;
  readonly takenAt: Instant;
  readonly recoveryPoints: RecoveryPointTable;
};
