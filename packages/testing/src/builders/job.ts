import { DAY, HOUR, parseDuration } from '@backproof/core';
import type { BackupJob, CopyJob, Instant, JobHistory, Resource, RestoreJob } from '@backproof/core';
import { home, NOW } from './place.js';
import { bunkerVaultArn } from './vault.js';

/** The fields that a story may give for a job: any of its fields, or how long ago it ended, as a duration such as `6h`. */
export type JobFields<Job> = Partial<Job> & { readonly age?: string };

/** A job that completed an hour after it was created, six hours ago. */
export function backupJob(of: Resource, { age = '6h', ...fields }: JobFields<BackupJob> = {}): BackupJob {
  return { ...base('backup', of, age, fields), resourceArn: of.arn, state: 'COMPLETED', ...fields };
}

/** A job that completed a copy to the bunker, five hours ago. */
export function copyJob(of: Resource, { age = '5h', ...fields }: JobFields<CopyJob> = {}): CopyJob {
  const job = base('copy', of, age, fields);
  return { ...job, resourceArn: of.arn, state: 'COMPLETED', destinationVaultArn: bunkerVaultArn, ...fields };
}

/** A job that restored a point of the resource by hand, without validation, a day ago. */
export function restoreJob(of: Resource, { age = '24h', ...fields }: JobFields<RestoreJob> = {}): RestoreJob {
  return { ...base('restore', of, age, fields), sourceResourceArn: of.arn, status: 'COMPLETED', ...fields };
}

/** An earlier inventory knows all restore jobs from so many days ago on, up to the 30 days that AWS itself remembers. */
export function jobHistory({
  days = 120,
  ...fields
}: Partial<JobHistory> & { readonly days?: number } = {}): JobHistory {
  return {
    scope: home,
    kind: 'restoreJobs',
    from: NOW - days * DAY,
    to: NOW - 30 * DAY,
    origin: 'inventory',
    ...fields,
  };
}

function base(kind: string, of: Resource, age: string, fields: { readonly createdAt?: Instant }) {
  const completedAt = fields.createdAt === undefined ? NOW - parseDuration(age) : fields.createdAt + HOUR;
  const id = `${kind}-job-${of.name}-${new Date(completedAt).toISOString()}`;
  return { scope: home, id, createdAt: completedAt - HOUR, completedAt };
}
