import type { NativeBackup } from '../model/evidence.js';
import { DAY } from '../model/instant.js';
import type { Instant } from '../model/instant.js';
import type { RecoveryPoint } from '../model/recovery-point.js';
import { CONTINUOUS_MAX_RETENTION_DAYS } from './lifecycle.js';

/** The stretch of time that a continuous recovery point brings back any moment of. */
export interface RestorableWindow {
  readonly from: Instant;
  readonly to: Instant;
  /** The length of the window, which moves on. */
  readonly retentionDays: number;
}

/**
 * The window of a continuous point, as the service that keeps it reports; AWS Backup does not. Undefined: none does.
 * After a change of retention AWS Backup stops a point and begins another; the service's own window goes on and reaches
 * back before the new one. What a stopped point still restores is what that window shows.
 * `nativeBackups` are those of its resource.
 * @source Developer Guide, point-in-time-recovery
 * @source API DBInstanceAutomatedBackup, RestoreWindow
 */
export function restorableWindow(
  point: RecoveryPoint,
  nativeBackups: readonly NativeBackup[],
): RestorableWindow | undefined {
  const native =
    nativeBackups.find(({ recoveryPointArn }) => recoveryPointArn === point.arn) ??
    (point.status === 'STOPPED' ? nativeBackups.find(isOwnWindow) : undefined);
  const { latestRestorableAt: to, retentionDays } = native ?? {};
  if (native === undefined || to === undefined || retentionDays === undefined) return undefined;
  const earliest = native.earliestRestorableAt ?? earliestOf(native, nativeBackups);
  const stopped = native.recoveryPointArn !== point.arn;
  if (stopped && earliest === undefined) return undefined;
  const from = earliest ?? Math.max(point.createdAt, to - retentionDays * DAY);
  return { from: stopped ? Math.max(point.createdAt, from) : from, to, retentionDays };
}

function isOwnWindow({ mechanism, enabled }: NativeBackup): boolean {
  return mechanism === 'rds-automated-backups' && enabled;
}

/** RDS reports the beginning of the window of an instance apart from its end. */
function earliestOf({ mechanism }: NativeBackup, nativeBackups: readonly NativeBackup[]): Instant | undefined {
  const same = nativeBackups.find(
    (each) => each.mechanism === mechanism && each.enabled && each.earliestRestorableAt !== undefined,
  );
  return same?.earliestRestorableAt;
}

/**
 * The widest window that a continuous point can restore, where no service reports it.
 * @source Developer Guide, point-in-time-recovery
 */
export function widestRestorableWindow({ createdAt }: RecoveryPoint, now: Instant): RestorableWindow {
  const retentionDays = CONTINUOUS_MAX_RETENTION_DAYS;
  return { from: Math.max(createdAt, now - retentionDays * DAY), to: now, retentionDays };
}
