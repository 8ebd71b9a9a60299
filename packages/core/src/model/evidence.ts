import type { Instant } from './instant.js';
import type { NativeMechanism, ReplicationMechanism } from './resource.js';
import type { Scope } from './scope.js';

/** One way back in time that a service itself offers for a resource, without AWS Backup. */
export interface NativeBackup {
  readonly scope: Scope;
  readonly resourceArn: string;
  readonly mechanism: NativeMechanism;
  /** The ARN of the backups, where they are in another Region than the resource. */
  readonly backupsArn?: string;
  readonly enabled: boolean;
  readonly retentionDays?: number;
  /** The backups are kept until somebody deletes them. Absent: they expire, or it was not read. */
  readonly neverExpires?: true;
  /** A lock on the backups. Absent: there is none, or it was not read. */
  readonly lock?: NativeLock;
  readonly earliestRestorableAt?: Instant;
  /** The newest moment that can be restored: the proof that it works. */
  readonly latestRestorableAt?: Instant;
  /**
   * The newest backup is a snapshot in the archive tier of EBS: to restore it takes up to 72 hours. Absent: it is not.
   * @source API (Amazon EC2) Snapshot: StorageTier; EBS User Guide, restore-archived-snapshot
   */
  readonly archived?: true;
  /** The continuous recovery point that AWS Backup keeps by this mechanism. Then it is no second, independent backup. */
  readonly recoveryPointArn?: string;
  /** The moment at which AWS Config recorded it, where AWS Config is the source and not the service itself. */
  readonly recordedAt?: Instant;
}

/**
 * A lock that keeps native backups from being deleted. A lock in mode `compliance` cannot be lifted, one in mode
 * `governance` can, with a permission of its own.
 * @source API (Amazon S3) GetObjectLockConfiguration
 */
export interface NativeLock {
  readonly mode: 'compliance' | 'governance';
  /** The number of days for which each backup is locked. */
  readonly days: number;
}

interface ReplicaBase {
  readonly scope: Scope;
  readonly mechanism: ReplicationMechanism;
  /** Since when the one follows the other. Absent: not read, or AWS does not report it. */
  readonly since?: Instant;
  /** AWS's word for the state in which the one no longer follows the other. Absent: it follows, or it was not read. */
  readonly halted?: string;
  /** The moment at which AWS Config recorded it, where AWS Config is the source and not the service itself. */
  readonly recordedAt?: Instant;
}

/**
 * Data that follows other data. It lowers downtime but is not a backup, as it also repeats deletions and corruption.
 * `sourceArn` alone: the replica is a part of the resource, such as a standby. `replicaArn` alone: AWS does not report
 * the source, as for an ONTAP data protection volume.
 */
export type Replica =
  | (ReplicaBase & { readonly sourceArn: string; readonly replicaArn?: string })
  | (ReplicaBase & { readonly sourceArn?: never; readonly replicaArn: string });

/**
 * A resource that AWS Backup reports as backed up once, whether its points still exist or not.
 * @source API ListProtectedResources
 */
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
