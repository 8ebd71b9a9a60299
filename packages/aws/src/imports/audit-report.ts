import { defined } from '@backproof/core';
import type { BackupJob, CopyJob, Instant, JobOrigin, RestoreJob } from '@backproof/core';
import { ImportError } from './import-error.js';
import { momentIn, required, scopeIn } from './item.js';
import type { Item } from './item.js';

/** A job of a kind. */
export type ImportedJob =
  | { readonly kind: 'restoreJobs'; readonly job: RestoreJob }
  | { readonly kind: 'copyJobs'; readonly job: CopyJob }
  | { readonly kind: 'backupJobs'; readonly job: BackupJob };

/**
 * The job in an item of an AWS Backup Audit Manager report.
 *
 * @source Developer Guide, choosing-report-template: BACKUP_JOB_REPORT, COPY_JOB_REPORT, RESTORE_JOB_REPORT. What the
 * samples there do not show, such as the validation of a restore, is read by the names that the API has for it.
 * @throws ImportError if it contains no job, or a required field is missing
 */
export function reportedJob(item: Item, now: Instant): ImportedJob {
  if (item.text('restoreJobId') !== undefined)
    return { kind: 'restoreJobs', job: reportedRestore(item, now, 'audit-manager') };
  if (item.text('copyJobId') !== undefined) return { kind: 'copyJobs', job: copyJob(item, now) };
  if (item.text('backupJobId') !== undefined) return { kind: 'backupJobs', job: backupJob(item, now) };
  throw new ImportError(`${item.place}: it has no restoreJobId, copyJobId or backupJobId`);
}

/**
 * The restore job in an item of a report, or of an event that names things as the API does.
 *
 * @throws ImportError if a required field is missing
 */
export function reportedRestore(item: Item, now: Instant, origin: JobOrigin): RestoreJob {
  const recoveryPointArn = required(item, 'recoveryPointArn');
  return defined({
    ...commonFields(item, now, 'restoreJobId', recoveryPointArn),
    origin,
    status: required(item, 'jobStatus', 'status', 'state'),
    recoveryPointArn,
    sourceResourceArn: item.text('sourceResourceArn'),
    restoreTestingPlanArn: item.text('restoreTestingPlanArn'),
    createdResourceArn: item.text('createdResourceArn'),
    validationStatus: item.text('validationStatus'),
    validationMessage: item.text('validationStatusMessage'),
    deletionStatus: item.text('deletionStatus'),
  });
}

function copyJob(item: Item, now: Instant): CopyJob {
  const resourceArn = required(item, 'resourceArn');
  return defined({
    ...commonFields(item, now, 'copyJobId', resourceArn),
    resourceArn,
    state: required(item, 'jobStatus', 'state'),
    messageCategory: item.text('messageCategory'),
    sourceRecoveryPointArn: item.text('sourceRecoveryPointArn'),
    destinationRecoveryPointArn: item.text('destinationRecoveryPointArn'),
    destinationVaultArn: required(item, 'destinationBackupVaultArn'),
  });
}

function backupJob(item: Item, now: Instant): BackupJob {
  const resourceArn = required(item, 'resourceArn');
  return defined({
    ...commonFields(item, now, 'backupJobId', resourceArn),
    resourceArn,
    state: required(item, 'jobStatus', 'state'),
    messageCategory: item.text('messageCategory'),
    planId: item.text('backupPlanArn')?.split(':backup-plan:')[1],
    ruleId: item.text('backupRuleId'),
    recoveryPointArn: item.text('recoveryPointArn'),
  });
}

function commonFields(item: Item, now: Instant, id: string, arn: string) {
  const createdAt = momentIn(item, now, 'creationDate', 'initiationDate');
  if (createdAt === undefined) throw new ImportError(`${item.place}: it has no creationDate and no initiationDate`);
  return {
    scope: scopeIn(item, ['accountId'], ['region'], arn),
    id: required(item, id),
    origin: 'audit-manager' as const,
    createdAt,
    completedAt: momentIn(item, now, 'completionDate'),
    message: item.text('jobStatusMessage', 'statusMessage'),
  };
}
