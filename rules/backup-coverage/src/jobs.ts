import { evidenceOfJob, formatInstant, isFailedBackup } from '@backproof/core';
import type { BackupJob, Dossier, Evidence } from '@backproof/core';
import type { CoverageKind } from './context.js';

/** The newest job that did not come to its end. `jobs` are newest first. */
function lastFailure(jobs: readonly BackupJob[]): BackupJob | undefined {
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

/** The last failed job in short: how it ended, when, and why by AWS's account. */
export function failureText({ backupJobs, unread }: Dossier<CoverageKind>): string {
  const job = lastFailure(backupJobs);
  if (job === undefined) return unread.includes('backupJobs') ? 'not read' : 'no failed one known';
  const { state, createdAt, completedAt = createdAt, message = 'AWS gave no reason' } = job;
  return `last failed one ${state} at ${formatInstant(completedAt)} (${message.replace(/\.$/, '')})`;
}

/** The evidence of the last failed job, where one is known. */
export function evidenceOfFailure({ backupJobs }: Dossier<CoverageKind>): readonly Evidence[] {
  const failed = lastFailure(backupJobs);
  return failed === undefined ? [] : [evidenceOfJob(failed)];
}
