import { buildArn, DAY, HOUR, parseDuration, scopeOf } from '@backproof/core';
import type { Instant, RecoveryPoint, Resource } from '@backproof/core';
import { home, NOW } from './place.js';
import { vaultArn as mainVaultArn } from './vault.js';

/** The fields that a story may give for a recovery point: any of its fields, or in their place its age and how long it is kept. */
export interface PointFields extends Partial<RecoveryPoint> {
  /** A duration such as `6h`. */
  readonly age?: string;
  /** From its creation on. */
  readonly keepDays?: number;
}

/** A completed recovery point of a resource: of 05:00 of the day of all stories, in the main vault, kept forever. */
export function recoveryPoint(of: Resource, { age = '7h', keepDays, ...fields }: PointFields = {}): RecoveryPoint {
  const { createdAt = NOW - parseDuration(age), vaultArn = mainVaultArn, continuous = false } = fields;
  const prefix = continuous ? 'recovery-point:continuous:' : 'recovery-point:';
  const kept = keepDays === undefined ? '' : `-kept-${keepDays}`;
  const id = `${of.type}-${of.name}-${new Date(createdAt).toISOString()}${kept}`.replaceAll(/[ :]/g, '-');
  return {
    arn: buildArn({ ...(scopeOf(vaultArn) ?? home), service: 'backup', resource: prefix + id }),
    vaultArn,
    resourceArn: of.arn,
    resourceType: of.type,
    status: 'COMPLETED',
    createdAt,
    completedAt: createdAt + HOUR,
    ...(keepDays !== undefined && { deleteAt: createdAt + keepDays * DAY }),
    deleteAfterCopy: false,
    continuous,
    isParent: false,
    ...fields,
  };
}

/** A continuous recovery point: 35 days long, of which AWS Backup never moves the creation date. */
export function continuousPoint(of: Resource, fields: PointFields = {}): RecoveryPoint {
  return recoveryPoint(of, { age: '60d', status: 'AVAILABLE', continuous: true, ...fields });
}

const TODAY_AT_FIVE = NOW - 7 * HOUR;

/** One point a day at 05:00, the newest of today. */
export function dailyPoints(
  of: Resource,
  { days, ...fields }: PointFields & { readonly days: number },
): readonly RecoveryPoint[] {
  return points(of, fields, days, (back) => TODAY_AT_FIVE - back * DAY);
}

/** One point a week on Sunday at 05:00, the newest of today. */
export function weeklyPoints(
  of: Resource,
  { weeks, ...fields }: PointFields & { readonly weeks: number },
): readonly RecoveryPoint[] {
  return points(of, fields, weeks, (back) => TODAY_AT_FIVE - back * 7 * DAY);
}

/** One point a month on the first at 05:00, the newest of this month. */
export function monthlyPoints(
  of: Resource,
  { months, ...fields }: PointFields & { readonly months: number },
): readonly RecoveryPoint[] {
  const now = new Date(NOW);
  return points(of, fields, months, (back) => Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1, 5));
}

function points(of: Resource, fields: PointFields, count: number, createdAt: (back: number) => Instant) {
  return Array.from({ length: count }, (_, back) => recoveryPoint(of, { ...fields, createdAt: createdAt(back) }));
}
