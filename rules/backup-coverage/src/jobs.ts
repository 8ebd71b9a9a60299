import { evidenceOfJob, formatInstant, isFailedBackup, reasonText } from '@backproof/core';
import type { BackupJob, Dossier, Evidence } from '@backproof/core';
import type { CoverageKind } from './context.js';

/** The newest failed job. `jobs` are newest first. */
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

/** The last failed job in short: how it ended, when, and the reason that AWS gave. */
export function failureText({ backupJobs, unread }: Dossier<CoverageKind>): string {
  const job = lastFailure(backupJobs);
  if (job === undefined) return unread.includes('backupJobs') ? 'could not be read' : 'no failed job known';
  const { state, createdAt, completedAt = createdAt, message } = job;
  return `the last failed job ended ${state} on ${formatInstant(completedAt)} (${reasonText(message)})`;
}

/** The evidence of the last failed job, where one is known. */
export function evidenceOfFailure({ backupJobs }: Dossier<CoverageKind>): readonly Evidence[] {
  const failed = lastFailure(backupJobs);
  return failed === undefined ? [] : [evidenceOfJob(failed)];
}
