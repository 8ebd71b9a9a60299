import type { Inventory } from './inventory.js';
import type { RestoreJob } from './job.js';

/** Restore jobs, and the records that show which resource a recovery point is of. */
type Restores = Pick<Inventory, 'restoreJobs' | 'recoveryPoints' | 'backupJobs' | 'copyJobs'>;

/**
 * Returns the restore jobs, each with the resource of its recovery point. AWS names it in all but its oldest records and in
 * the events of CloudTrail that show only how a restore began; there the point shows it, or, where that has expired, a job
 * that made, copied or restored it.
 */
export function withSourceResources(restores: Restores): readonly RestoreJob[] {
  const { restoreJobs: jobs } = restores;
  const nameless = jobs.filter(({ sourceResourceArn }) => sourceResourceArn === undefined);
  if (nameless.length === 0) return jobs;
  const resourceOf = resourcesByPoint(new Set(nameless.map(({ recoveryPointArn }) => recoveryPointArn)), restores);
  return jobs.map((job) => {
    const { recoveryPointArn = '', sourceResourceArn = resourceOf.get(recoveryPointArn) } = job;
    return sourceResourceArn === undefined ? job : Object.freeze({ ...job, sourceResourceArn });
  });
}

function resourcesByPoint(
  wanted: ReadonlySet<string | undefined>,
  { restoreJobs, recoveryPoints, backupJobs, copyJobs }: Restores,
): ReadonlyMap<string, string> {
  const resources = new Map<string, string>();
  const add = (pointArn: string | undefined, resourceArn: string | undefined): void => {
    if (pointArn === undefined || resourceArn === undefined || !wanted.has(pointArn)) return;
    resources.set(pointArn, resourceArn);
  };
  for (const { recoveryPointArn, sourceResourceArn } of restoreJobs) add(recoveryPointArn, sourceResourceArn);
  for (const { recoveryPointArn, resourceArn } of backupJobs) add(recoveryPointArn, resourceArn);
  for (const { sourceRecoveryPointArn, destinationRecoveryPointArn, resourceArn } of copyJobs) {
    add(sourceRecoveryPointArn, resourceArn);
    add(destinationRecoveryPointArn, resourceArn);
  }
  for (const resourceArn of recoveryPoints.resourceArns()) {
    const ofResource = recoveryPoints.of(resourceArn);
    for (let row = 0; row < ofResource.count; row++) add(ofResource.arn(row), resourceArn);
  }
  return resources;
}
