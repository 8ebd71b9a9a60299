import {
  evidenceOfHold,
  evidenceOfNative,
  evidenceOfPointAt,
  heldPoints,
  isAutomatic,
  nativeBackupName,
  newestRestorable,
  usability,
} from '@backproof/core';
import type { Dossier, Evidence, HeldPoints, Instant, NativeBackup, UnusableReason } from '@backproof/core';

/** The evidence that the rule needs of a resource. */
export type ReplicationKind = 'recoveryPoints' | 'nativeBackups' | 'replicas' | 'legalHolds';

/** The newest moment that the backups of a resource can restore, and the kind of backup that does. */
export interface WayBack {
  /** The newest moment that can be restored. */
  readonly moment: Instant;
  /** The name of the kind of backup, as it reads in a sentence. */
  readonly way: string;
  /** The retention of the backups, where all of them expire as time goes on. */
  readonly window?: string;
  readonly evidence: readonly Evidence[];
}

/** The resource's way back: its newest usable recovery point, or else the freshest native backup. */
export function wayBack(dossier: Dossier<ReplicationKind>, now: Instant): WayBack | undefined {
  const { recoveryPoints, nativeBackups, legalHolds } = dossier;
  const newest = newestRestorable(recoveryPoints, nativeBackups, now, heldPoints(legalHolds));
  if (newest === undefined) return nativeWayBack(nativeBackups);
  const arn = recoveryPoints.arn(newest.row);
  const holds = recoveryPoints.deleteAt(newest.row) <= now ? legalHolds : [];
  const evidence = [
    evidenceOfPointAt(recoveryPoints, newest.row),
    ...holds.filter(({ recoveryPointArns }) => recoveryPointArns.includes(arn)).map(evidenceOfHold),
  ];
  return { moment: newest.restorableAt, way: 'AWS Backup recovery points', evidence };
}

/** Enabled backups are a promise; only a restorable time is proof. */
function nativeWayBack(nativeBackups: readonly NativeBackup[]): WayBack | undefined {
  const ways = nativeBackups
    .flatMap((backup) => {
      const { enabled, latestRestorableAt: moment } = backup;
      return enabled && moment !== undefined ? [{ backup, moment }] : [];
    })
    .sort((a, b) => b.moment - a.moment);
  const [freshest] = ways;
  if (freshest === undefined) return undefined;
  const { backup, moment } = freshest;
  const evidence = ways.map((each) => evidenceOfNative(each.backup));
  const way = { moment, way: nativeBackupName(backup), evidence };
  if (!ways.every((each) => isAutomatic(each.backup))) return way;
  return { ...way, window: windowText(ways.map((each) => each.backup)) };
}

/** The longest retention, in words. */
function windowText(backups: readonly NativeBackup[]): string {
  const days = Math.max(...backups.map(({ retentionDays = NaN }) => retentionDays));
  if (Number.isNaN(days)) return 'an unknown time';
  return days === 1 ? '1 day' : `${days} days`;
}

/** The row of the newest point that would count if it were not unusable for a reason. */
export function newestBut(
  { recoveryPoints: points, legalHolds }: Dossier<ReplicationKind>,
  reason: UnusableReason,
  now: Instant,
): number | undefined {
  const held: HeldPoints = heldPoints(legalHolds);
  for (let row = points.count - 1; row >= 0; row--) {
    if (usability(points, row, now, held) === reason && !points.infected(row)) return row;
  }
  return undefined;
}
