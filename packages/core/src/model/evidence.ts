import type { Instant } from './instant.js';
import type { Scope } from './scope.js';

/** A service's own way back in time, which needs no AWS Backup plan. */
export interface NativeBackup {
  readonly scope: Scope;
  readonly resourceArn: string;
  readonly mechanism: 'rds-automated-backups' | 'dynamodb-pitr' | 'fsx-automatic-backups';
  readonly enabled: boolean;
  readonly retentionDays?: number;
  readonly earliestRestorableAt?: Instant;
  /** The newest moment that can be restored: the proof that it works. */
  readonly latestRestorableAt?: Instant;
  /** The continuous recovery point that AWS Backup keeps by this mechanism. Then it is no second, independent backup. */
  readonly recoveryPointArn?: string;
}

/** One copy of the data that follows another: it lowers downtime and is no backup, as it repeats deletions too. */
export interface Replica {
  readonly scope: Scope;
  readonly mechanism: 'aurora-global-database';
  readonly sourceArn: string;
  readonly replicaArn: string;
}

/** What AWS Backup says it once backed up, whatever became of the points. @source API ListProtectedResources */
export interface ProtectedResource {
  readonly scope: Scope;
  readonly resourceArn: string;
  readonly resourceType: string;
  readonly lastBackupAt?: Instant;
}

/** A framework of AWS Backup Audit Manager. @source API ListFrameworks */
export interface Framework {
  readonly scope: Scope;
  readonly arn: string;
  readonly name: string;
  readonly controls: number;
  readonly deploymentStatus: string;
}
