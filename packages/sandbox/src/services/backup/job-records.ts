import {
  DescribeBackupJob$,
  type DescribeBackupJobInput,
  type DescribeBackupJobOutput,
  DescribeCopyJob$,
  type DescribeCopyJobInput,
  type DescribeCopyJobOutput,
  DescribeRestoreJob$,
  type DescribeRestoreJobInput,
  type DescribeRestoreJobOutput,
} from '@aws-sdk/client-backup';
import { resourceNotFound } from './paging.js';
import { remembered } from './remembered.js';
import { found } from '../../service/lookup.js';
import type { Call, Operation } from '../../service/operation.js';
import type { BackupWorld } from './world.js';

/** Single jobs, by their ids. */
export const backupJobRecordOperations: readonly Operation<BackupWorld>[] = [
  { schema: DescribeBackupJob$, answer: describeBackupJob },
  { schema: DescribeCopyJob$, answer: describeCopyJob },
  { schema: DescribeRestoreJob$, answer: describeRestoreJob },
];

function describeBackupJob(
  { BackupJobId = '' }: DescribeBackupJobInput,
  call: Call<BackupWorld>,
): DescribeBackupJobOutput {
  const jobs = remembered(call.scope.backupJobs, call.world.now);
  return found(
    jobs.find((job) => job.BackupJobId === BackupJobId),
    () => resourceNotFound(`Backup job ${BackupJobId}`),
  );
}

function describeCopyJob({ CopyJobId = '' }: DescribeCopyJobInput, call: Call<BackupWorld>): DescribeCopyJobOutput {
  const jobs = remembered(call.scope.copyJobs, call.world.now);
  const job = jobs.find((each) => each.CopyJobId === CopyJobId);
  return { CopyJob: found(job, () => resourceNotFound(`Copy job ${CopyJobId}`)) };
}

function describeRestoreJob(
  { RestoreJobId = '' }: DescribeRestoreJobInput,
  call: Call<BackupWorld>,
): DescribeRestoreJobOutput {
  const jobs = remembered(call.scope.restoreJobs, call.world.now);
  return found(
    jobs.find((job) => job.RestoreJobId === RestoreJobId),
    () => resourceNotFound(`Restore job ${RestoreJobId}`),
  );
}
