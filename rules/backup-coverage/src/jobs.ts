import { isFailedBackup } from '@backproof/core';
import type { BackupJob } from '@backproof/core';

/** The newest job that did not come to its end. `jobs` are newest first. */
export function lastFailure(jobs: readonly BackupJob[]): BackupJob | undefined {
  return jobs.find(isFailedBackup);
}

/**
 * The newest finished job, if it completed with issues: AWS reports it as COMPLETED, with a message category other
 * than SUCCESS, whose casing varies.
 * @source API ListBackupJobs, ByState
 */
export function lastDegradation(jobs: readonly BackupJob[]): BackupJob | undefined {
  const last = jobs.find(({ completedAt }) => completedAt !== undefined);
  if (last?.state !== 'COMPLETED' || last.messageCategory === undefined) return undefined;
  return last.messageCategory.toUpperCase() === 'SUCCESS' ? undefined : last;
}

/** What the last failed job says, as a sentence for a message. */
export function failureText(job: BackupJob | undefined): string {
  if (job === undefined) return 'No failed job is on record.';
  return `Its last failed job (${job.state}) says: ${job.message ?? 'nothing'}`;
}
