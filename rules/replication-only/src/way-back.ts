import { evidenceOfNative, evidenceOfPointAt, NATIVE_MECHANISMS, newestRestorable } from '@backproof/core';
import type { Dossier, Evidence, Instant, NativeBackup } from '@backproof/core';

/** What the rule needs to know of a resource. */
export type ReplicationKind = 'recoveryPoints' | 'nativeBackups' | 'replicas';

/** How a resource can go back in time by its own backups. */
export interface WayBack {
  /** The newest moment that it leads to. */
  readonly moment: Instant;
  /** What leads there, in words for a message. */
  readonly way: string;
  /** How far back any backup reaches, where all there is moves on with time; in words for a message. */
  readonly window?: string;
  readonly evidence: readonly Evidence[];
}

/** The resource's way back: its newest usable recovery point, or else the freshest backup of its service. */
export function wayBack(dossier: Dossier<ReplicationKind>, now: Instant): WayBack | undefined {
  const { recoveryPoints, nativeBackups } = dossier;
  const newest = newestRestorable(recoveryPoints, nativeBackups, now);
  if (newest === undefined) return nativeWayBack(nativeBackups);
  const evidence = [evidenceOfPointAt(recoveryPoints, newest.row)];
  return { moment: newest.restorableAt, way: 'AWS Backup', evidence };
}

/** What is switched on is a promise; only a moment that can be restored is a proof. */
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
  const way = { moment, way: backup.mechanism, evidence };
  if (!ways.every(({ backup: { mechanism } }) => NATIVE_MECHANISMS[mechanism].automatic)) return way;
  return { ...way, window: windowText(ways.map((each) => each.backup)) };
}

/** How far back the furthest reaches. */
function windowText(backups: readonly NativeBackup[]): string {
  const days = Math.max(...backups.map(({ retentionDays = NaN }) => retentionDays));
  return Number.isNaN(days) ? 'unknown length' : `${days} d`;
}
