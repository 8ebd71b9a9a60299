import { DAY } from '../../model/instant.js';
import type { Instant } from '../../model/instant.js';
import type { NativeBackup } from '../../model/evidence.js';
import { regionOf } from '../arn.js';
import { NATIVE_BACKUPS } from '../native-backups.js';
import type { HeldPoints } from '../usable-points.js';
import { pointsBack } from './points-back.js';
import { keptInBin, nativeInEc2 } from './recycle-bin.js';
import type { Asked } from './telling-points.js';
import type { Backups, WayBack } from './way-back.js';

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
    const binDays = keptInBin(backups, place, nativeInEc2(resource));
    yield {
      kind: 'native',
      arn: backupsArn ?? resource.arn,
      of: resource,
      ...place,
      ...(binDays !== undefined && { binDays }),
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
