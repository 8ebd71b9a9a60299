import type { Instant } from '../model/instant.js';
import type { PointCount } from '../model/leftovers.js';
import type { RecoveryPoints } from '../model/recovery-point.js';
import { usability } from '../semantics/usable-points.js';
import type { HeldPoints } from '../semantics/usable-points.js';

/** A count of recovery points that is not finished. */
export interface Counting {
  points: number;
  usable: number;
  expired: number;
  sizeBytes: number;
  oldest: Instant;
  newest: Instant;
}

/** The recovery points of a resource in one vault, counted. */
export interface PointsInVault extends PointCount {
  readonly vaultArn: string;
}

/** The points of one resource by vault, counted. `held`: those that a legal hold keeps. */
export function countsByVault(points: RecoveryPoints, now: Instant, held: HeldPoints): readonly PointsInVault[] {
  const countings = new Map<string, Counting>();
  for (let row = 0; row < points.count; row++) {
    const vaultArn = points.vaultArn(row);
    const counting = countings.get(vaultArn) ?? emptyCount();
    countings.set(vaultArn, counting);
    add(counting, points, row, now, held);
  }
  return [...countings].map(([vaultArn, counting]) => ({ vaultArn, ...finished(counting) }));
}

/** The points of one resource, counted. `held`: those that a legal hold keeps. */
export function countOf(points: RecoveryPoints, now: Instant, held: HeldPoints): PointCount {
  const counting = emptyCount();
  for (let row = 0; row < points.count; row++) add(counting, points, row, now, held);
  return finished(counting);
}

/** A count without any points. */
export function emptyCount(): Counting {
  return { points: 0, usable: 0, expired: 0, sizeBytes: 0, oldest: Infinity, newest: -Infinity };
}

/** Adds the point in a row to a count. */
export function add(counting: Counting, points: RecoveryPoints, row: number, now: Instant, held: HeldPoints): void {
  const createdAt = points.createdAt(row);
  const size = points.sizeBytes(row);
  counting.points += 1;
  if (usability(points, row, now, held) === 'usable') counting.usable += 1;
  if (points.status(row) === 'EXPIRED') counting.expired += 1;
  if (!Number.isNaN(size)) counting.sizeBytes += size;
  counting.oldest = Math.min(counting.oldest, createdAt);
  counting.newest = Math.max(counting.newest, createdAt);
}

/** The count as reports read it. */
export function finished({ points, usable, expired, sizeBytes, oldest, newest }: Counting): PointCount {
  return { points, usable, expired, sizeBytes, oldest: iso(oldest), newest: iso(newest) };
}

function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}
