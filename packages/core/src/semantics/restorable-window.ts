import type { NativeBackup } from '../model/evidence.js';
import { DAY } from '../model/instant.js';
import type { Instant } from '../model/instant.js';
import type { RecoveryPoint } from '../model/recovery-point.js';
import { CONTINUOUS_MAX_RETENTION_DAYS } from './lifecycle.js';

/** The stretch of time that a continuous recovery point brings back any moment of. */
export interface RestorableWindow {
  readonly from: Instant;
  readonly to: Instant;
  /** How far back it is kept: the window moves on. */
  readonly retentionDays: number;
}

/**
 * The window of a continuous point, as the service that keeps it tells; AWS Backup does not. Undefined: none does.
 * `nativeBackups` are those of its resource.
 * @source Developer Guide, point-in-time-recovery
 */
export function restorableWindow(
  point: RecoveryPoint,
  nativeBackups: readonly NativeBackup[],
): RestorableWindow | undefined {
  const native = nativeBackups.find(({ recoveryPointArn }) => recoveryPointArn === point.arn);
  const { latestRestorableAt: to, earliestRestorableAt, retentionDays } = native ?? {};
  if (to === undefined || retentionDays === undefined) return undefined;
  return { from: earliestRestorableAt ?? Math.max(point.createdAt, to - retentionDays * DAY), to, retentionDays };
}

/** The most that a continuous point can bring back, where no service tells. @source Developer Guide, point-in-time-recovery */
export function widestRestorableWindow({ createdAt }: RecoveryPoint, now: Instant): RestorableWindow {
  const retentionDays = CONTINUOUS_MAX_RETENTION_DAYS;
  return { from: Math.max(createdAt, now - retentionDays * DAY), to: now, retentionDays };
}
