import {
  type BackupJob as AwsBackupJob,
  type CopyJob as AwsCopyJob,
  type RestoreJobsListMember,
  ListBackupJobsCommand,
  ListCopyJobsCommand,
  ListRestoreJobsCommand,
} from '@aws-sdk/client-backup';
import {
  BACKUP_JOB_STATES,
  COPY_JOB_STATES,
  defined,
  RESTORE_DELETION_STATUSES,
  RESTORE_JOB_STATUSES,
  RESTORE_VALIDATION_STATUSES,
} from '@backproof/core';
import type { BackupJob, CopyJob, RestoreJob, Scope } from '@backproof/core';
import type { OneWord, Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required } from '../../required.js';
import type { Answer } from '../../required.js';
import { unknownWordsOf } from '../../unknown-words.js';
import { toLifecycle } from './translate.js';
import { toInstant } from '../translate.js';

/**
 * Backup, copy and restore jobs: all that AWS still remembers, which is about 30 days. A filter by date would only
 * lose jobs that were created earlier and ended since.
 *
 * @source API ListBackupJobs, ListCopyJobs, ListRestoreJobs
 */
export async function* readBackupJobs({ pages, scope, translated }: ReadingContext): AsyncIterable<Page> {
  for await (const page of pages(ListBackupJobsCommand, {})) {
    const jobs = required(page.BackupJobs, 'ListBackupJobs: BackupJobs', page);
    const backupJobs = translated(
      jobs,
      'ListBackupJobs: BackupJobId',
      (job) => toBackupJob(scope, job, page),
      resourceOf,
    );
    const states = backupJobs.map(({ id, state }) => [id, state] as const);
    yield { backupJobs, unknownWords: unknownWordsOf('ListBackupJobs: State', states, BACKUP_JOB_STATES) };
  }
}

export async function* readCopyJobs({ pages, scope, translated }: ReadingContext): AsyncIterable<Page> {
  for await (const page of pages(ListCopyJobsCommand, {})) {
    const jobs = required(page.CopyJobs, 'ListCopyJobs: CopyJobs', page);
    const copyJobs = translated(jobs, 'ListCopyJobs: CopyJobId', (job) => toCopyJob(scope, job, page), resourceOf);
    const states = copyJobs.map(({ id, state }) => [id, state] as const);
    yield { copyJobs, unknownWords: unknownWordsOf('ListCopyJobs: State', states, COPY_JOB_STATES) };
  }
}

export async function* readRestoreJobs({ pages, scope, translated }: ReadingContext): AsyncIterable<Page> {
  for await (const page of pages(ListRestoreJobsCommand, {})) {
    const jobs = required(page.RestoreJobs, 'ListRestoreJobs: RestoreJobs', page);
    const restoreJobs = translated(
      jobs,
      'ListRestoreJobs: RestoreJobId',
      (job) => toRestoreJob(scope, job, page),
      ({ SourceResourceArn }) => SourceResourceArn,
    );
    yield { restoreJobs, unknownWords: wordsOfRestores(restoreJobs) };
  }
}

function wordsOfRestores(jobs: readonly RestoreJob[]): readonly OneWord[] {
  return [
    ...unknownWordsOf(
      'ListRestoreJobs: Status',
      jobs.map(({ id, status }) => [id, status]),
      RESTORE_JOB_STATUSES,
    ),
    ...unknownWordsOf(
      'ListRestoreJobs: ValidationStatus',
      jobs.map(({ id, validationStatus }) => [id, validationStatus]),
      RESTORE_VALIDATION_STATUSES,
    ),
    ...unknownWordsOf(
      'ListRestoreJobs: DeletionStatus',
      jobs.map(({ id, deletionStatus }) => [id, deletionStatus]),
      RESTORE_DELETION_STATUSES,
    ),
  ];
}

/** The resource that a job is about. */
function resourceOf({ ResourceArn }: AwsBackupJob | AwsCopyJob): string | undefined {
  return ResourceArn;
}

/** @source API BackupJob */
function toBackupJob(scope: Scope, job: AwsBackupJob, page: Answer): BackupJob {
  return {
    scope,
    id: required(job.BackupJobId, 'ListBackupJobs: BackupJobId', page),
    resourceArn: required(job.ResourceArn, 'ListBackupJobs: ResourceArn', page),
    state: required(job.State, 'ListBackupJobs: State', page),
    createdAt: required(toInstant(job.CreationDate), 'ListBackupJobs: CreationDate', page),
    ...defined({
      completedAt: toInstant(job.CompletionDate),
      message: job.StatusMessage,
      messageCategory: job.MessageCategory,
      planId: job.CreatedBy?.BackupPlanId,
      ruleId: job.CreatedBy?.BackupRuleId,
      recoveryPointArn: job.RecoveryPointArn,
    }),
  };
}

/** @source API CopyJob */
function toCopyJob(scope: Scope, job: AwsCopyJob, page: Answer): CopyJob {
  return {
    scope,
    id: required(job.CopyJobId, 'ListCopyJobs: CopyJobId', page),
    resourceArn: required(job.ResourceArn, 'ListCopyJobs: ResourceArn', page),
    state: required(job.State, 'ListCopyJobs: State', page),
    createdAt: required(toInstant(job.CreationDate), 'ListCopyJobs: CreationDate', page),
    destinationVaultArn: required(job.DestinationBackupVaultArn, 'ListCopyJobs: DestinationBackupVaultArn', page),
    ...defined({
      completedAt: toInstant(job.CompletionDate),
      message: job.StatusMessage,
      messageCategory: job.MessageCategory,
      sourceRecoveryPointArn: job.SourceRecoveryPointArn,
      destinationRecoveryPointArn: job.DestinationRecoveryPointArn,
      destinationVaultType: job.DestinationVaultType,
    }),
    ...(job.DestinationRecoveryPointLifecycle && {
      destinationLifecycle: toLifecycle(job.DestinationRecoveryPointLifecycle),
    }),
  };
}

/** @source API RestoreJobsListMember */
function toRestoreJob(scope: Scope, job: RestoreJobsListMember, page: Answer): RestoreJob {
  return {
    scope,
    id: required(job.RestoreJobId, 'ListRestoreJobs: RestoreJobId', page),
    status: required(job.Status, 'ListRestoreJobs: Status', page),
    createdAt: required(toInstant(job.CreationDate), 'ListRestoreJobs: CreationDate', page),
    ...defined({
      completedAt: toInstant(job.CompletionDate),
      message: job.StatusMessage,
      sourceResourceArn: job.SourceResourceArn,
      recoveryPointArn: job.RecoveryPointArn,
      recoveryPointCreatedAt: toInstant(job.RecoveryPointCreationDate),
      restoreTestingPlanArn: job.CreatedBy?.RestoreTestingPlanArn,
      createdResourceArn: job.CreatedResourceArn,
      validationStatus: job.ValidationStatus,
      validationMessage: job.ValidationStatusMessage,
      deletionStatus: job.DeletionStatus,
    }),
  };
}
