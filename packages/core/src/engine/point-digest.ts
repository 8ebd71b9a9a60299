import type { NativeBackup } from '../model/evidence.js';
import type { Instant, IsoInstant } from '../model/instant.js';
import { compare } from '../model/order.js';
import type { RecoveryPoints } from '../model/recovery-point.js';
import type { Resource } from '../model/resource.js';
import { sameScope } from '../model/scope.js';
import type { Vault } from '../model/vault.js';
import { scopeOf } from '../semantics/arn.js';
import { keptMs } from '../semantics/lifecycle.js';
import { restorableWindow } from '../semantics/restorable-window.js';
import type { TimeSpan } from '../semantics/time-spans.js';
import { usability } from '../semantics/usable-points.js';
import type { HeldPoints } from '../semantics/usable-points.js';
import { CalendarDraft, gradeOfLifetime } from './protection-calendar.js';
import type { CalendarText } from './protection-calendar.js';

/** Usable recovery points of a resource that lie in one place, where it does not lie itself. */
export interface CopiesInPlace {
  readonly accountId: string;
  readonly region: string;
  /** In logically air-gapped vaults, which are a place of their own even beside the resource. */
  readonly airGapped: boolean;
  readonly usable: number;
  /** When the data of the newest is of, ISO 8601. */
  readonly newest: IsoInstant;
}

/** A digest of the recovery points of a resource. */
export interface PointDigest {
  /** The number of points in all vaults that were read, and the number of usable ones. */
  readonly points: number;
  readonly usable: number;
  /**
   * The oldest and the newest moment that the usable ones restore, ISO 8601; for a continuous one, as far as its
   * service reports them.
   */
  readonly oldest?: IsoInstant;
  readonly newest?: IsoInstant;
  /** The last 365 days: see `decodeCalendar`. */
  readonly calendar: CalendarText;
  readonly copies: readonly CopiesInPlace[];
}

type Place = Pick<CopiesInPlace, 'accountId' | 'region' | 'airGapped'>;

/** The counts of the usable points in one place. */
interface Count {
  usable: number;
  newest: Instant;
}

/**
 * Makes digests of the recovery points of a resource as of a moment. `held`: those that a legal hold keeps. Thousands of resources are backed up on the same
 * days: their calendars are one string.
 */
export function pointDigester(vaults: readonly Vault[], now: Instant, held: HeldPoints) {
  const placeOf = placeFinder(vaults);
  const calendars = new Map<string, string>();
  const shared = (calendar: string): string => {
    const known = calendars.get(calendar);
    if (known === undefined) calendars.set(calendar, calendar);
    return known ?? calendar;
  };

  return (resource: Resource, points: RecoveryPoints, natives: readonly NativeBackup[]): PointDigest => {
    const calendar = new CalendarDraft(now);
    const counts = new Map<Place, Count>();
    let [total, usable, oldest, newest] = [0, 0, Infinity, -Infinity];
    for (let row = 0; row < points.count; row++) {
      const place = placeOf(points.vaultArn(row));
      if (place === undefined) continue;
      total += 1;
      if (usability(points, row, now, held) !== 'usable') {
        calendar.addPoint(points.createdAt(row), 'unusable');
        continue;
      }
      usable += 1;
      const span = restorableSpan(points, row, natives);
      if (points.continuous(row)) calendar.addWindow(span);
      else calendar.addPoint(span.to, gradeOfLifetime(keptMs(points, row)));
      oldest = Math.min(oldest, span.from);
      newest = Math.max(newest, span.to);
      count(counts, place, span.to);
    }
    return {
      points: total,
      usable,
      ...(usable > 0 && { oldest: iso(oldest), newest: iso(newest) }),
      calendar: shared(calendar.encode()),
      copies: copiesIn(counts, resource),
    };
  };
}

/**
 * Where a vault lies; undefined for one that only shows the points of another vault.
 * @source API VaultType; API DescribeBackupVault, SourceBackupVaultArn
 */
function placeFinder(vaults: readonly Vault[]): (vaultArn: string) => Place | undefined {
  const places = new Map<string, Place>();
  const byVault = new Map<string, Place | undefined>();
  const placeAt = (vaultArn: string, airGapped: boolean): Place => {
    const { accountId = '', region = '' } = scopeOf(vaultArn) ?? {};
    const key = `${accountId} ${region} ${String(airGapped)}`;
    const place = places.get(key) ?? { accountId, region, airGapped };
    places.set(key, place);
    return place;
  };
  for (const { arn, vaultType } of vaults) {
    const isView = vaultType === 'RESTORE_ACCESS_BACKUP_VAULT';
    byVault.set(arn, isView ? undefined : placeAt(arn, vaultType === 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT'));
  }
  return (vaultArn) => (byVault.has(vaultArn) ? byVault.get(vaultArn) : placeAt(vaultArn, false));
}

/**
 * The moments that a usable point restores. A continuous one whose window no service reports restores at least its
 * creation.
 */
function restorableSpan(points: RecoveryPoints, row: number, natives: readonly NativeBackup[]): TimeSpan {
  const createdAt = points.createdAt(row);
  const window = points.continuous(row) ? restorableWindow(points.at(row), natives) : undefined;
  return window ?? { from: createdAt, to: createdAt };
}

function count(counts: Map<Place, Count>, place: Place, restorableAt: Instant): void {
  const ofPlace = counts.get(place);
  if (ofPlace === undefined) {
    counts.set(place, { usable: 1, newest: restorableAt });
    return;
  }
  ofPlace.usable += 1;
  ofPlace.newest = Math.max(ofPlace.newest, restorableAt);
}

function copiesIn(counts: ReadonlyMap<Place, Count>, resource: Resource): readonly CopiesInPlace[] {
  return [...counts]
    .filter(([place]) => place.airGapped || !sameScope(place, resource))
    .map(([place, { usable, newest }]) => ({ usable, newest: iso(newest), ...place }))
    .sort(comparePlaces);
}

function comparePlaces(a: Place, b: Place): number {
  return compare(a.accountId, b.accountId) || compare(a.region, b.region) || Number(a.airGapped) - Number(b.airGapped);
}

function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}
