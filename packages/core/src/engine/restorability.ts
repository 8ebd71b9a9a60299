import type { NativeBackup } from '../model/evidence.js';
import type { Instant } from '../model/instant.js';
import type { Resource } from '../model/resource.js';
import { nativeBackupName } from '../semantics/native-backups.js';
import { newestRestorable } from '../semantics/usable-points.js';
import type { HeldPoints } from '../semantics/usable-points.js';
import type { JoinedInventory } from './joined-inventory.js';

/** The newest moment that a resource can be restored to, by what the scan read, whatever any rule asks for. */
export interface Restorability {
  /** Absent: nothing was found from which it can be restored. */
  readonly newest?: RestorableMoment;
  /** There may be newer backups, or some at all: not all of them could be read. */
  readonly isPartial: boolean;
}

/** A moment that can be restored, and from what. */
interface RestorableMoment {
  readonly at: Instant;
  /** The kind of backup, in the plural. */
  readonly kind: string;
  /** The vault of the recovery point. Absent: it is a backup of the service's own. */
  readonly vaultArn?: string;
  /** The name of the resource whose backups they are, if they are another one's. */
  readonly of?: string;
  /** They are backups of its volumes only: how many it has, and how many of them can be restored. */
  readonly volumes?: { readonly count: number; readonly restorable: number };
}

/** Finds what a resource can be restored from: its own backups, or those of what it is related to. */
export function restorableOf(
  joined: JoinedInventory,
  resource: Resource,
  now: Instant,
  held: HeldPoints,
): Restorability {
  const { gaps, gather, relationsOf } = joined;
  const momentOf = (of: Resource, from = -Infinity): RestorableMoment | undefined => {
    const points = gather.recoveryPoints(of).since(from);
    const natives = gather.nativeBackups(of);
    const ofPoints = newestRestorable(points, natives, now, held);
    const ofNative = newestNative(natives, from);
    if (ofPoints === undefined || (ofNative !== undefined && ofNative.at > ofPoints.restorableAt)) return ofNative;
    return { at: ofPoints.restorableAt, kind: 'AWS Backup recovery points', vaultArn: points.vaultArn(ofPoints.row) };
  };
  const related = relationsOf(resource);
  const others = related.filter(({ kind }) => kind !== 'parts');
  const moments = [
    momentOf(resource),
    ...others.map(({ resource: other, since }) => {
      const moment = other && momentOf(other, typeof since === 'number' ? since : undefined);
      return moment && { ...moment, of: other.name };
    }),
  ].flatMap((moment) => moment ?? []);
  const volumes = related.flatMap(({ kind, resource: volume }) => (kind === 'parts' && volume ? [volume] : []));
  const [newest = ofVolumes(volumes.map((volume) => momentOf(volume)))] = moments.sort((a, b) => b.at - a.at);
  const isUnread = (of: Resource): boolean =>
    gaps.of(of, 'recoveryPoints').length > 0 || gaps.of(of, 'nativeBackups').length > 0;
  const isPartial = isUnread(resource) || others.some(({ resource: other }) => other === undefined || isUnread(other));
  return { ...(newest && { newest }), isPartial };
}

/** The moment that all volumes that can be restored have, if any can. */
function ofVolumes(moments: readonly (RestorableMoment | undefined)[]): RestorableMoment | undefined {
  const [oldest, ...others] = moments.flatMap((moment) => moment ?? []).sort((a, b) => a.at - b.at);
  return oldest && { ...oldest, volumes: { count: moments.length, restorable: others.length + 1 } };
}

function newestNative(natives: readonly NativeBackup[], from: Instant): RestorableMoment | undefined {
  return natives
    .flatMap((native): RestorableMoment[] => {
      const { enabled, latestRestorableAt: at } = native;
      return enabled && at !== undefined && at >= from ? [{ at, kind: nativeBackupName(native) }] : [];
    })
    .sort((a, b) => b.at - a.at)[0];
}
