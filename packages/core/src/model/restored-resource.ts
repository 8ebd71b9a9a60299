import type { RestoreJob } from './job.js';
import type { RecoveryPointTable } from './recovery-point-table.js';

/**
 * Returns the restore jobs, each with the resource of its recovery point, where the points show it. AWS names it itself
 * in all but its oldest records.
 */
export function withSourceResources(jobs: readonly RestoreJob[], points: RecoveryPointTable): readonly RestoreJob[] {
  if (jobs.every(({ sourceResourceArn }) => sourceResourceArn !== undefined)) return jobs;
  const resourceOf = resourcesByPoint(points);
  return jobs.map((job) => {
    const { recoveryPointArn = '', sourceResourceArn = resourceOf.get(recoveryPointArn) } = job;
    return sourceResourceArn === undefined ? job : Object.freeze({ ...job, sourceResourceArn });
  });
}

function resourcesByPoint(points: RecoveryPointTable): ReadonlyMap<string, string> {
  const resources = new Map<string, string>();
  for (const resourceArn of points.resourceArns()) {
    const ofResource = points.of(resourceArn);
    for (let row = 0; row < ofResource.count; row++) resources.set(ofResource.arn(row), resourceArn);
  }
  return resources;
}
