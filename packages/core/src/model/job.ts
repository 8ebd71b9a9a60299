import type { Instant } from './instant.js';
import type { Lifecycle } from './backup-plan.js';
import type { Scope } from './scope.js';

/** AWS keeps the records of backup and copy jobs for this long after the job ended. @source API ListBackupJobs */
export const JOB_HISTORY_DAYS = 30;

interface JobBase {
  readonly scope: Scope;
  readonly id: string;
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
}

/** @source API RestoreJobsListMember */
export interface RestoreJob extends JobBase {
  /** Absent in records that AWS wrote before 2025; then `recoveryPointArn` leads to the resource. */
  readonly sourceResourceArn?: string;
  readonly recoveryPointArn?: string;
  readonly status: string;
  /** Present when a restore-testing plan started it. */
  readonly restoreTestingPlanArn?: string;
  readonly validationStatus?: string;
  readonly deletionStatus?: string;
}
