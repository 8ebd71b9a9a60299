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
import type { Dossier, Evidence, HeldPoints, Instant, NativeBackup } from '@backproof/core';

/** The evidence that the rule needs of a resource. */
export type ReplicationKind = 'recoveryPoints' | 'nativeBackups' | 'replicas' | 'legalHolds';

/** How a resource can go back in time by its own backups. */
export interface WayBack {
  /** The newest moment that it leads to. */
  readonly moment: Instant;
  /** The kind of backup that leads there, by its name in a sentence. */
  readonly way: string;
  /** How far back any backup reaches, where all of them expire as time goes on. */
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

/** A backup that is switched on is a promise; only a moment that can be restored is a proof. */
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

/** How far back the furthest reaches. */
function windowText(backups: readonly NativeBackup[]): string {
  const days = Math.max(...backups.map(({ retentionDays = NaN }) => retentionDays));
  if (Number.isNaN(days)) return 'an unknown time';
  return days === 1 ? '1 day' : `${days} days`;
}

/** The newest point that would be a way back if a legal hold keeps it, where the holds could not all be read. */
export function maybeHeld(
  { recoveryPoints: points, legalHolds, unread }: Dossier<ReplicationKind>,
  now: Instant,
): number | undefined {
  if (!unread.includes('legalHolds')) return undefined;
  const held: HeldPoints = heldPoints(legalHolds);
  for (let row = points.count - 1; row >= 0; row--) {
    if (usability(points, row, now, held) === 'past-deletion' && !points.infected(row)) return row;
  }
  return undefined;
}
