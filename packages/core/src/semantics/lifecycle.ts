import type { BackupRule, CopyAction, Lifecycle } from '../model/backup-plan.js';
import type { RecoveryPoints } from '../model/recovery-point.js';

/**
 * The time for which a recovery point is kept: whole days from the start of its backup job, or until it is deleted by
 * hand.
 */
export type Retention = number | 'forever';

/** @source Developer Guide, plan-options-and-configuration (retention period of continuous backups) */
export const CONTINUOUS_MAX_RETENTION_DAYS = 35;

/** The time for which a point in cold storage must stay there, and is billed. @source API Lifecycle */
export const COLD_STORAGE_MIN_DAYS = 90;

/** @source Developer Guide, plan-options-and-configuration: "1 day to 100 years, or indefinitely" */
const MAX_RETENTION_DAYS = 36_500;

/**
 * Returns the retention of points of this lifecycle. A temporary point (`deleteAfterCopy`) is kept no longer than this,
 * but may be deleted at any time before.
 * @source API Lifecycle
 */
export function retentionDays(lifecycle: Lifecycle): Retention {
  return lifecycle.deleteAfterDays ?? 'forever';
}

/**
 * Returns the retention of a copy. One without a deletion date is deleted with its source: it is not kept forever.
 * @source Developer Guide, recov-point-create-a-copy
 */
export function copyRetentionDays(copy: CopyAction, source: Lifecycle): Retention {
  return copy.lifecycle?.deleteAfterDays ?? retentionDays(source);
}

/**
 * Returns the time for which a recovery point is set to be kept, from its creation, in milliseconds; `Infinity`:
 * forever.
 */
export function keptMs(points: RecoveryPoints, row: number): number {
  const deleteAt = points.deleteAt(row);
  return Number.isNaN(deleteAt) ? Infinity : deleteAt - points.createdAt(row);
}

/** Orders retentions from short to long: below zero if `a` is the shorter one. */
export function compareRetention(a: Retention, b: Retention): number {
  if (a === b) return 0;
  if (a === 'forever') return 1;
  if (b === 'forever') return -1;
  return a - b;
}

/** The reason why a lifecycle cannot work. `assumed`: AWS does not document what its API does with it. */
export type LifecycleProblem =
  | { readonly kind: 'out-of-range'; readonly deleteAfterDays: number }
  | {
      readonly kind: 'deleted-before-cold-minimum';
      readonly deleteAfterDays: number;
      readonly moveToColdStorageAfterDays: number;
      readonly earliestDeleteAfterDays: number;
    }
  | { readonly kind: 'continuous-too-long'; readonly retention: Retention; readonly assumed: true };

/**
 * Finds what is wrong with the lifecycle of a rule or a copy. The copies of continuous backups are plain snapshots, so
 * `continuous` concerns the rule itself only.
 * @source API Lifecycle (90 days in cold storage)
 * @source Developer Guide, plan-options-and-configuration and point-in-time-recovery (35 days)
 */
export function lifecycleProblem(
  lifecycle: Lifecycle,
  { continuous }: Pick<BackupRule, 'continuous'>,
): LifecycleProblem | undefined {
  const { deleteAfterDays, moveToColdStorageAfterDays } = lifecycle;
  const retention = retentionDays(lifecycle);
  if (continuous && compareRetention(retention, CONTINUOUS_MAX_RETENTION_DAYS) > 0) {
    return { kind: 'continuous-too-long', retention, assumed: true };
  }
  if (deleteAfterDays === undefined) return undefined;
  if (deleteAfterDays < 1 || deleteAfterDays > MAX_RETENTION_DAYS) return { kind: 'out-of-range', deleteAfterDays };
  if (moveToColdStorageAfterDays === undefined) return undefined;
  const earliestDeleteAfterDays = moveToColdStorageAfterDays + COLD_STORAGE_MIN_DAYS;
  if (deleteAfterDays >= earliestDeleteAfterDays) return undefined;
  return { kind: 'deleted-before-cold-minimum', deleteAfterDays, moveToColdStorageAfterDays, earliestDeleteAfterDays };
}
