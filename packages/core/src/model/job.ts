import type { Instant } from './instant.js';
import type { Lifecycle } from './backup-plan.js';
import type { Scope } from './scope.js';

/**
 * AWS keeps the records of jobs for this long after the job ended. For restore jobs it does not say so: they are taken
 * to be kept as long as the others.
 * @source API ListBackupJobs; Developer Guide, lag-vault-primary-backup
 */
export const JOB_HISTORY_DAYS = 30;

/** The kinds of job, by the names of their lists. */
export const JOB_KINDS = ['backupJobs', 'copyJobs', 'restoreJobs'] as const;

export type JobKind = (typeof JOB_KINDS)[number];

/**
 * The origin of a job's record, if AWS did not list it in this scan: an earlier inventory, the ledger, a report file of
 * AWS Backup Audit Manager, or events of CloudTrail.
 */
export type JobOrigin = 'inventory' | 'ledger' | 'audit-manager' | 'cloudtrail' | 'eventbridge';

/** @source API BackupJobState */
export const BACKUP_JOB_STATES = [
  'ABORTED',
  'ABORTING',
  'COMPLETED',
  'CREATED',
  'EXPIRED',
  'FAILED',
  'PARTIAL',
  'PENDING',
  'RUNNING',
] as const;

/** @source API CopyJobState */
export const COPY_JOB_STATES = ['COMPLETED', 'CREATED', 'FAILED', 'PARTIAL', 'RUNNING'] as const;

/** @source API RestoreJobStatus */
export const RESTORE_JOB_STATUSES = ['ABORTED', 'COMPLETED', 'FAILED', 'PENDING', 'RUNNING'] as const;

/** @source API RestoreValidationStatus */
export const RESTORE_VALIDATION_STATUSES = ['FAILED', 'SUCCESSFUL', 'TIMED_OUT', 'VALIDATING'] as const;

/** @source API RestoreDeletionStatus */
export const RESTORE_DELETION_STATUSES = ['DELETING', 'FAILED', 'SUCCESSFUL'] as const;

/** The status of a restore of which no more is known than that it began. Not a word of AWS. */
export const STARTED = 'STARTED';

/** Every job of a kind that was created in a scope within these moments is known: AWS has listed them all. */
export interface JobHistory {
  readonly scope: Scope;
  readonly kind: JobKind;
  readonly from: Instant;
  readonly to: Instant;
  /**
   * `live`: AWS listed them in this scan; `inventory`, `ledger`: in earlier ones, as an inventory or the ledger remembers;
   * `cloudtrail`: the event history of CloudTrail shows them, which services of AWS report to on a best-effort basis.
   */
  readonly origin: 'live' | 'inventory' | 'ledger' | 'cloudtrail';
}

interface JobBase {
  readonly scope: Scope;
  readonly id: string;
  /** Present where AWS did not list the job in this scan. */
  readonly origin?: JobOrigin;
  readonly createdAt: Instant;
  readonly completedAt?: Instant;
  /** AWS's explanation, mostly of a failure. */
  readonly message?: string;
}

/** @source API BackupJob */
export interface BackupJob extends JobBase {
  readonly resourceArn: string;
  /** `COMPLETED`, `FAILED`, `EXPIRED` (did not start in its window), ... A value AWS adds later arrives as it is. */
  readonly state: string;
  /** AWS's word for how it went, in the casing AWS gave. Completed with anything but SUCCESS means completed with issues. */
  readonly messageCategory?: string;
  readonly planId?: string;
  readonly ruleId?: string;
  readonly recoveryPointArn?: string;
}

/** @source API CopyJob */
export interface CopyJob extends JobBase {
  readonly resourceArn: string;
  readonly state: string;
  readonly messageCategory?: string;
  readonly sourceRecoveryPointArn?: string;
  readonly destinationRecoveryPointArn?: string;
  readonly destinationVaultArn: string;
  readonly destinationLifecycle?: Lifecycle;
  /** A `VaultType`, where AWS reports it. */
  readonly destinationVaultType?: string;
}

/** @source API RestoreJobsListMember */
export interface RestoreJob extends JobBase {
  /** Absent in records that AWS wrote before 2025; then `recoveryPointArn` leads to the resource. */
  readonly sourceResourceArn?: string;
  readonly recoveryPointArn?: string;
  /** When that point was created. Absent: not read. */
  readonly recoveryPointCreatedAt?: Instant;
  /** `COMPLETED`, `FAILED`, ..., or `STARTED`. A word that AWS adds later arrives as it is. @source API RestoreJobStatus */
  readonly status: string;
  /** Present when a restore-testing plan started it. */
  readonly restoreTestingPlanArn?: string;
  /** The id of the event of CloudTrail that shows the most of it. Absent: AWS listed the job, or a file without ids did. */
  readonly eventId?: string;
  /**
   * The call of the service's own API that restored it without AWS Backup: `RestoreTableToPointInTime`. Its id is that of
   * the event, and `recoveryPointArn` names the snapshot, image or backup that it started from. Absent: AWS Backup
   * restored it.
   */
  readonly nativeCall?: string;
  /** The restored resource, while it exists. */
  readonly createdResourceArn?: string;
  /**
   * `SUCCESSFUL`, `FAILED`, `TIMED_OUT`, `VALIDATING`, or a word that AWS adds later; absent where no validation is set up.
   * @source API RestoreValidationStatus
   */
  readonly validationStatus?: string;
  readonly validationMessage?: string;
  /**
   * `SUCCESSFUL`, `DELETING`, `FAILED` (what the test made is left behind), or a word that AWS adds later.
   * @source API RestoreDeletionStatus
   */
  readonly deletionStatus?: string;
}
