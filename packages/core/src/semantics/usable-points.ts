import type { NativeBackup } from '../model/evidence.js';
import type { Instant } from '../model/instant.js';
import type { BackupJob } from '../model/job.js';
import type { LegalHold } from '../model/legal-hold.js';
import type { RecoveryPoint, RecoveryPoints, RecoveryPointStatus } from '../model/recovery-point.js';

/** A reason for which a recovery point does not count as a backup. */
export type UnusableReason =
  | 'expired'
  | 'deleting'
  | 'creating'
  | 'partial'
  | 'stopped'
  | 'past-deletion'
  | 'temporary'
  | 'infected'
  | 'unknown-status';

export type Usability = 'usable' | UnusableReason;

/**
 * Expired points may still exist and are paid for, but nothing keeps them. A stopped continuous point has an old window
 * and protects nothing now. A partial composite lacks some of its parts. A point in which a malware scan found something
 * is not clean.
 * @source API DescribeRecoveryPoint, Status
 * @source Developer Guide, deleting-backups
 */
const USABILITY: Readonly<Record<RecoveryPointStatus, Usability>> = {
  COMPLETED: 'usable',
  AVAILABLE: 'usable',
  PARTIAL: 'partial',
  CREATING: 'creating',
  DELETING: 'deleting',
  EXPIRED: 'expired',
  STOPPED: 'stopped',
  UNKNOWN: 'unknown-status',
};

/** The ARNs of the points that a legal hold keeps past the end of their lifecycle. */
export type HeldPoints = ReadonlySet<string>;

const NONE_HELD: HeldPoints = new Set();

/** The points that active legal holds keep. @source API ListRecoveryPointsByLegalHold */
export function heldPoints(holds: readonly LegalHold[]): HeldPoints {
  return holds.length === 0 ? NONE_HELD : new Set(holds.flatMap(({ recoveryPointArns }) => recoveryPointArns));
}

/**
 * Determines whether a point can be restored and will be kept, or the reason why not. AWS deletes within 8 hours after
 * the date it set, unless a legal hold keeps the point.
 */
export function usability(points: RecoveryPoints, row: number, now: Instant, held: HeldPoints = NONE_HELD): Usability {
  const byStatus = USABILITY[points.status(row)];
  if (byStatus !== 'usable') return byStatus;
  if (points.deleteAt(row) <= now && !held.has(points.arn(row))) return 'past-deletion';
  if (points.infected(row)) return 'infected';
  return points.deleteAfterCopy(row) ? 'temporary' : 'usable';
}

/** The row of the usable point that was created last, if any is usable. Of continuous points that is not their age. */
export function newestUsable(points: RecoveryPoints, now: Instant, held?: HeldPoints): number | undefined {
  for (let row = points.count - 1; row >= 0; row--) {
    if (usability(points, row, now, held) === 'usable') return row;
  }
  return undefined;
}

/** Counts the unusable points by reason. */
export function tallyUnusable(
  points: RecoveryPoints,
  now: Instant,
  held?: HeldPoints,
): ReadonlyMap<UnusableReason, number> {
  const tally = new Map<UnusableReason, number>();
  for (let row = 0; row < points.count; row++) {
    const reason = usability(points, row, now, held);
    if (reason !== 'usable') tally.set(reason, (tally.get(reason) ?? 0) + 1);
  }
  return tally;
}

/** The newest data that usable points can restore. */
export interface NewestRestorable {
  readonly row: number;
  readonly restorableAt: Instant;
  readonly continuous: boolean;
  /**
   * A usable continuous point exists whose latest restorable time no service reported: the restorable data may be newer
   * than this.
   */
  readonly atLeast: boolean;
}

/**
 * Finds the newest moment that can be restored, and its point. A snapshot restores the moment of its creation. A
 * continuous point never moves its creation date: it restores up to the time that the service reports, which AWS Backup
 * does not report, so `nativeBackups` are the resource's. Where none names the point, it restores at least the start of
 * the last job that updated it (`jobs`: those of the resource), or else its creation.
 *
 * @param as - counts points too that are unusable for this reason, unless they are infected: what could be restored if
 * they turn out to be usable
 * @source Developer Guide, point-in-time-recovery
 */
export function newestRestorable(
  points: RecoveryPoints,
  nativeBackups: readonly NativeBackup[],
  now: Instant,
  held?: HeldPoints,
  jobs: readonly BackupJob[] = [],
  as?: UnusableReason,
): NewestRestorable | undefined {
  let newest: Omit<NewestRestorable, 'atLeast'> | undefined;
  let atLeast = false;
  for (let row = points.count - 1; row >= 0; row--) {
    const continuous = points.continuous(row);
    // Rows run from new to old, so only a continuous point can still beat what was found.
    if (newest && !continuous) continue;
    const usable = usability(points, row, now, held);
    if (usable !== 'usable' && (usable !== as || points.infected(row))) continue;
    const head = continuous ? restorableHead(points.arn(row), nativeBackups) : undefined;
    const restorableAt = head ?? dataMoment(points, row, [], jobs);
    atLeast ||= continuous && head === undefined;
    if (!newest || restorableAt > newest.restorableAt) newest = { row, restorableAt, continuous };
  }
  return newest && { ...newest, atLeast };
}

/** The newest moment that the point in a row restores, as far as it is known: see `newestRestorable`. */
export function dataMoment(
  points: RecoveryPoints,
  row: number,
  nativeBackups: readonly NativeBackup[],
  jobs: readonly BackupJob[],
): Instant {
  if (!points.continuous(row)) return points.createdAt(row);
  return restorableHead(points.arn(row), nativeBackups) ?? lastUpdate(points.at(row), jobs);
}

/** When the last completed job of a continuous point began: there is one point, which each job updates. */
function lastUpdate({ arn, createdAt }: RecoveryPoint, jobs: readonly BackupJob[]): Instant {
  const updates = jobs.filter(({ recoveryPointArn, state }) => recoveryPointArn === arn && state === 'COMPLETED');
  return Math.max(createdAt, ...updates.map((job) => job.createdAt));
}

/** The newest moment that a continuous point restores, as the service that keeps it says. */
function restorableHead(pointArn: string, nativeBackups: readonly NativeBackup[]): Instant | undefined {
  return nativeBackups.find(({ recoveryPointArn }) => recoveryPointArn === pointArn)?.latestRestorableAt;
}
