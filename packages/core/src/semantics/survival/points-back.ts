import type { Instant } from '../../model/instant.js';
import { scopeOf } from '../arn.js';
import { restorableWindow } from '../restorable-window.js';
import { dataMoment, usability } from '../usable-points.js';
import type { HeldPoints } from '../usable-points.js';
import { keptInBin, pointInEc2 } from './recycle-bin.js';
import { tellingRows } from './telling-points.js';
import type { Asked } from './telling-points.js';
import type { Backups, PointBack, WayBack } from './way-back.js';

/** The recovery points of a resource that are ways back, of those that are `asked` for. */
export function* pointsBack(backups: Backups, now: Instant, held: HeldPoints, asked?: Asked): Generator<WayBack> {
  const { points } = backups;
  const rows = usableRows(backups, now, held);
  for (const alike of byAbility(backups, rows)) {
    for (const row of asked === undefined ? alike : tellingRows(points, alike, asked)) yield pointBack(backups, row);
  }
}

/** The rows of points that can be restored, and of images that are disabled. */
function byAbility({ points, disabledImages }: Backups, rows: readonly number[]): readonly (readonly number[])[] {
  if (disabledImages.size === 0) return [rows];
  const isDisabled = (row: number): boolean => disabledImages.has(points.arn(row));
  return [rows.filter((row) => !isDisabled(row)), rows.filter(isDisabled)];
}

function usableRows({ points, isView, from = -Infinity }: Backups, now: Instant, held: HeldPoints): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < points.count; row++) {
    const usable = usability(points, row, now, held);
    if (usable !== 'usable' && usable !== 'unknown-status') continue;
    // A continuous point may restore newer moments than that of its creation.
    if (!points.continuous(row) && (points.createdAt(row) < from || points.createdAt(row) > now)) continue;
    if (!isView(points.vaultArn(row))) rows.push(row);
  }
  return rows;
}

/** A way back whose members are not all known yet. */
type Growing = { -readonly [K in keyof PointBack]: PointBack[K] };

function pointBack(backups: Backups, row: number): WayBack {
  const { resource, points, nativeBackups, backupJobs } = backups;
  const vaultArn = points.vaultArn(row);
  const continuous = points.continuous(row);
  const newest = dataMoment(points, row, nativeBackups, backupJobs);
  const [until, keyArn] = [points.deleteAt(row), points.encryptionKeyArn(row)];
  const { accountId, region } = scopeOf(vaultArn) ?? resource;
  const arn = points.arn(row);
  const oldest = continuous ? restorableWindow(points.at(row), nativeBackups)?.from : newest;
  const way: Growing = {
    kind: 'point',
    arn,
    of: resource,
    accountId,
    region,
    newest,
    oldest,
    row,
    vaultArn,
    continuous,
  };
  // There are millions: members are set one by one, as an object for each would be thrown away at once.
  const kept = pointInEc2(arn);
  const binDays = keptInBin(backups, way, kept);
  if (binDays !== undefined) way.binDays = binDays;
  if (backups.disabledImages.has(arn)) way.disabled = true;
  else if (kept === 'EC2_IMAGE' && backups.imagesUnread) way.disabled = 'unread';
  if (!Number.isNaN(until)) way.until = until;
  if (keyArn !== undefined) way.keyArn = keyArn;
  else if (points.encrypted(row) === false) way.unencrypted = true;
  if (points.status(row) === 'UNKNOWN') way.doubtful = true;
  return way;
}
