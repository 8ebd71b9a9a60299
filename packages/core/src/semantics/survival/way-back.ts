import type { NativeBackup } from '../../model/evidence.js';
import type { LockedSnapshot } from '../../model/locked-snapshot.js';
import { DAY } from '../../model/instant.js';
import type { Instant } from '../../model/instant.js';
import type { BackupJob } from '../../model/job.js';
import type { RecoveryPoints } from '../../model/recovery-point.js';
import type { Resource } from '../../model/resource.js';
import { regionOf } from '../arn.js';
import { NATIVE_BACKUPS } from '../native-backups.js';
import type { HeldPoints } from '../usable-points.js';
import { pointsBack } from './points-back.js';
import { keptInBin, nativeInEc2 } from './recycle-bin.js';
import type { Bins } from './recycle-bin.js';
import type { Asked } from './telling-points.js';

interface WayBackBase {
  /** The ARN of the recovery point, or of what the native backups are of. */
  readonly arn: string;
  /** The resource whose backup it is: itself, or one that contains or feeds it. */
  readonly of: Resource;
  /** Where it lies. */
  readonly accountId: string;
  readonly region: string;
  /** The newest moment that it restores. */
  readonly newest: Instant;
  /** The oldest that it restores; undefined: older ones may exist that were not listed. */
  readonly oldest: Instant | undefined;
  /** When it is deleted. Absent: that is not planned, or not read. */
  readonly until?: Instant;
  /** The key that it is encrypted with. Absent: AWS names none. */
  readonly keyArn?: string;
  /** It is not encrypted, by AWS's own word: no key can take it away. */
  readonly unencrypted?: true;
  /** It is in a status that AWS added later: whether it can be restored is not known. */
  readonly doubtful?: true;
  /**
   * The days for which Recycle Bin keeps it after its deletion, by a rule that cannot be deleted first. `unread`: it is
   * not known if there is one, or if a lock of its own keeps it. Absent: there is none.
   */
  readonly binDays?: number | 'unread';
}

/** One way back in time: a recovery point, the native backups of one kind, or a snapshot that is locked by itself. */
export type WayBack =
  | (WayBackBase & {
      readonly kind: 'point';
      readonly row: number;
      readonly vaultArn: string;
      readonly continuous: boolean;
    })
  | (WayBackBase & { readonly kind: 'native'; readonly native: NativeBackup })
  | (WayBackBase & { readonly kind: 'locked-snapshot'; readonly snapshot: LockedSnapshot });

/** The backups of one resource. */
export interface Backups extends Bins {
  readonly resource: Resource;
  readonly points: RecoveryPoints;
  readonly nativeBackups: readonly NativeBackup[];
  readonly lockedSnapshots: readonly LockedSnapshot[];
  readonly backupJobs: readonly BackupJob[];
  /** Returns true for a vault that only gives access to the points of another one: it keeps nothing itself. */
  readonly isView: (vaultArn: string) => boolean;
  /** Backups of before do not contain what is asked about. */
  readonly from?: Instant;
}

/**
 * The ways back that the backups of a resource offer now. Points that cannot be restored, and native backups that are off
 * or restore nothing, are none.
 *
 * @param asked - points are left out that cannot change an answer about these losses. Absent: none is
 */
export function waysBack(backups: Backups, now: Instant, held: HeldPoints, asked?: Asked): readonly WayBack[] {
  const { from = -Infinity } = backups;
  return [...pointsBack(backups, now, held, asked), ...nativesOf(backups), ...lockedSnapshotsOf(backups, now)].filter(
    ({ newest }) => newest >= from && newest <= now,
  );
}

/** Native backups that AWS Backup keeps as a continuous point are that point. */
function* nativesOf(backups: Backups): Generator<WayBack> {
  const { resource, nativeBackups } = backups;
  for (const native of nativeBackups) {
    const { enabled, latestRestorableAt: newest, recoveryPointArn, backupsArn } = native;
    if (!enabled || newest === undefined || recoveryPointArn !== undefined) continue;
    const region = (backupsArn === undefined ? undefined : regionOf(backupsArn)) ?? resource.region;
    const place = { accountId: resource.accountId, region };
    yield {
      kind: 'native',
      arn: backupsArn ?? resource.arn,
      of: resource,
      ...place,
      ...keptInBin(backups, place, nativeInEc2(resource)),
      newest,
      oldest: oldestOf(native, newest),
      ...(resource.encryptionKeyArn !== undefined && { keyArn: resource.encryptionKeyArn }),
      native,
    };
  }
}

/** Whoever made them: those of AWS Backup outlive their recovery points. */
function* lockedSnapshotsOf({ resource, lockedSnapshots }: Backups, now: Instant): Generator<WayBack> {
  for (const snapshot of lockedSnapshots) {
    const { arn, scope, startedAt, lockedUntil, encryptionKeyArn, encrypted } = snapshot;
    if (lockedUntil <= now) continue;
    yield {
      kind: 'locked-snapshot',
      arn,
      of: resource,
      accountId: scope.accountId,
      region: scope.region,
      newest: startedAt,
      oldest: startedAt,
      until: lockedUntil,
      ...(encryptionKeyArn !== undefined && { keyArn: encryptionKeyArn }),
      ...(encryptionKeyArn === undefined && encrypted === false && { unencrypted: true }),
      snapshot,
    };
  }
}

/** The oldest moment of a window. Only the newest of other backups is listed. */
function oldestOf({ mechanism, earliestRestorableAt, retentionDays }: NativeBackup, newest: Instant) {
  if (earliestRestorableAt !== undefined) return earliestRestorableAt;
  const isWindow = NATIVE_BACKUPS[mechanism].continuous && retentionDays !== undefined;
  return isWindow ? newest - retentionDays * DAY : undefined;
}
