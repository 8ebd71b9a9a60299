import type { Instant, RecoveryPoints, RestoreJob } from '@backproof/core';

/** The restores of points that hold what is judged, and those of which that is not known. */
export interface RestoredImages {
  readonly restores: readonly RestoreJob[];
  readonly undated: readonly RestoreJob[];
}

interface Held {
  readonly restoreJobs: readonly RestoreJob[];
  readonly recoveryPoints: RecoveryPoints;
  readonly evidenceFrom?: Instant;
}

/**
 * Sorts restores by whether the restored point holds what is judged. A point of before an attachment does not hold the
 * volume, whenever it was restored. The points are those of then and later: where AWS does not report when a point was
 * created that is not among them, it may be an older one, or a newer one that is gone.
 */
export function imagesOf({ restoreJobs, recoveryPoints, evidenceFrom }: Held): RestoredImages {
  if (evidenceFrom === undefined || restoreJobs.length === 0) return { restores: restoreJobs, undated: [] };
  const held = new Set(Array.from({ length: recoveryPoints.count }, (_, row) => recoveryPoints.arn(row)));
  const holds = ({ recoveryPointArn = '', recoveryPointCreatedAt: createdAt }: RestoreJob): boolean | undefined => {
    if (held.has(recoveryPointArn)) return true;
    return createdAt === undefined ? undefined : createdAt >= evidenceFrom;
  };
  return {
    restores: restoreJobs.filter((job) => holds(job) === true),
    undated: restoreJobs.filter((job) => holds(job) === undefined),
  };
}
