import { evidenceOfCopyJob, evidenceOfJob, isFailedBackup, reasonText } from '@backproof/core';
import type { BackupJob, CopyJob, Evidence } from '@backproof/core';
import type { Context } from './context.js';
import { isMissed } from './finding.js';
import type { Finding } from './finding.js';

/** A job that was to bring a point and failed: facts for a message, and its evidence. */
export interface FailedJob {
  readonly data: { readonly job: string; readonly at: Date; readonly state: string; readonly reason: string };
  readonly evidence: Evidence;
}

/** The last backup job of the resource that failed. */
export function failedBackup({ dossier }: Context): FailedJob | undefined {
  const job = dossier.backupJobs.find(isFailedBackup);
  return job && { data: dataOf('backup job', job), evidence: evidenceOfJob(job) };
}

/** The last job that failed in a gap of the tiers: a backup, or a copy to a vault whose copies carry the tier. */
export function failedInGap({ dossier }: Context, findings: readonly Finding[]): FailedJob | undefined {
  const missed = findings.filter(isMissed);
  const backup = dossier.backupJobs.find((job) => isFailedBackup(job) && missed.some((each) => liesInGap(job, each)));
  const copy = dossier.copyJobs.find(
    (job) =>
      isFailedBackup(job) &&
      missed.some((each) => each.design.copyVaults.includes(job.destinationVaultArn) && liesInGap(job, each)),
  );
  if (copy !== undefined && copy.createdAt >= (backup?.createdAt ?? -Infinity)) {
    return { data: dataOf('copy job', copy), evidence: evidenceOfCopyJob(copy) };
  }
  return backup && { data: dataOf('backup job', backup), evidence: evidenceOfJob(backup) };
}

function liesInGap({ createdAt }: BackupJob | CopyJob, { proof }: Finding): boolean {
  return proof.gaps.some(({ from, to }) => from <= createdAt && createdAt <= to);
}

function dataOf(job: string, { createdAt, state, message }: BackupJob | CopyJob): FailedJob['data'] {
  return { job, at: new Date(createdAt), state, reason: reasonText(message) };
}
