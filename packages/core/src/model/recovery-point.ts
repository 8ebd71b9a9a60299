import type { Instant } from './instant.js';

/** @source API RecoveryPointStatus; `UNKNOWN` stands for a value that AWS added later, and is never usable. */
export const RECOVERY_POINT_STATUSES = [
  'UNKNOWN',
  'COMPLETED',
  'PARTIAL',
  'DELETING',
  'EXPIRED',
  'AVAILABLE',
  'STOPPED',
  'CREATING',
] as const;

export type RecoveryPointStatus = (typeof RECOVERY_POINT_STATUSES)[number];

/** One recovery point as a value. Millions of them are held in columns: see `RecoveryPointTable`. @source API RecoveryPointByBackupVault */
export interface RecoveryPoint {
  readonly arn: string;
  /** The vault that holds it. Its scope is the vault's, which for a copy is not the resource's. */
  readonly vaultArn: string;
  readonly resourceArn: string;
  /** AWS Backup's name, a stranger's text where AWS adds a type. */
  readonly resourceType: string;
  readonly status: RecoveryPointStatus;
  /** When the backup job started. A copy keeps the date of its source; a continuous point never moves it. */
  readonly createdAt: Instant;
  readonly completedAt?: Instant;
  /** Absent: kept forever. */
  readonly deleteAt?: Instant;
  readonly moveToColdStorageAt?: Instant;
  /** It will be deleted as soon as its copy in an air-gapped vault exists (`DELETE_AFTER_COPY`). */
  readonly deleteAfterCopy: boolean;
  /** It can be restored to any moment of its window; its `createdAt` says nothing of its age. */
  readonly continuous: boolean;
  /** A composite point, whose children have points of their own. */
  readonly isParent: boolean;
  readonly parentArn?: string;
  readonly sourceVaultArn?: string;
  readonly planId?: string;
  readonly ruleId?: string;
  readonly encryptionKeyArn?: string;
  /** Given where the key does not say it: encrypted by a key that AWS does not name, or not encrypted. Absent without a key: not read. */
  readonly encrypted?: boolean;
  readonly lastRestoredAt?: Instant;
  /** A malware scan found something in it. Absent: nothing was found, it was not scanned, or this was not read. @source API AggregatedScanResult */
  readonly infected?: true;
  readonly sizeBytes?: number;
}

/**
 * The recovery points of one resource, oldest first, as a view of the columns: nothing is copied.
 * `row` counts from 0 to `count - 1`. Instants that a point does not have are `NaN`.
 */
export interface RecoveryPoints extends Iterable<RecoveryPoint> {
  readonly count: number;
  /** Those that were created at a moment or later. */
  since(from: Instant): RecoveryPoints;
  /** The same points, of which those in these rows count as infected, too. */
  withInfected(rows: readonly number[]): RecoveryPoints;
  /** The whole point as a value, for evidence; allocate it only for what a verdict names. */
  at(row: number): RecoveryPoint;
  /**
   * Returns true if two points lie in one vault under one key, in one status and with the same flags, and their ARNs are the
   * same up to the last `/` or `:`.
   */
  areAlike(row: number, other: number): boolean;
  arn(row: number): string;
  status(row: number): RecoveryPointStatus;
  createdAt(row: number): Instant;
  /** `NaN`: kept forever. */
  deleteAt(row: number): Instant;
  continuous(row: number): boolean;
  deleteAfterCopy(row: number): boolean;
  isParent(row: number): boolean;
  /** Returns whether it is encrypted; undefined: not read. */
  encrypted(row: number): boolean | undefined;
  /** The key that it is encrypted with; undefined: AWS names none. */
  encryptionKeyArn(row: number): string | undefined;
  /** Returns true if a malware scan found something in it, or in what it was copied from. */
  infected(row: number): boolean;
  /** Its size as AWS reports it; `NaN`: not reported. */
  sizeBytes(row: number): number;
  vaultArn(row: number): string;
  /** When it was last restored, as AWS Backup says; `NaN`: never. */
  lastRestoredAt(row: number): Instant;
}
