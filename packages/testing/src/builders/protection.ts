import type { CopiesInPlace, Protection, RestoreInBrief } from '@backproof/core';
import { subject } from './outcome.js';
import { bunker, daysAgo, home, hoursAgo } from './place.js';

/** The protection of the database `orders` at home: backed up daily and kept for five weeks. */
export function protection(fields: Partial<Protection> = {}): Protection {
  return {
    arn: subject().arn,
    points: 35,
    usable: 35,
    oldest: new Date(daysAgo(34)).toISOString(),
    newest: new Date(hoursAgo(7)).toISOString(),
    calendar: '.330d35',
    copies: [],
    restores: [],
    ...fields,
  };
}

/** The protection of a resource without any recovery point. */
export function unprotected(fields: Partial<Protection> = {}): Protection {
  return { arn: subject().arn, points: 0, usable: 0, calendar: '.365', copies: [], restores: [], ...fields };
}

/** Usable points in the bunker. */
export function copiesInPlace(fields: Partial<CopiesInPlace> = {}): CopiesInPlace {
  const { accountId, region } = bunker;
  const newest = new Date(daysAgo(1)).toISOString();
  return { accountId, region, airGapped: false, usable: 30, newest, ...fields };
}

/** A restore test at home that took an hour, succeeded and was validated. */
export function restoreInBrief(fields: Partial<RestoreInBrief> = {}): RestoreInBrief {
  const { accountId, region } = home;
  return {
    id: 'restore-1',
    at: new Date(daysAgo(10)).toISOString(),
    kind: 'test',
    status: 'COMPLETED',
    validationStatus: 'SUCCESSFUL',
    durationMs: 3_600_000,
    accountId,
    region,
    ...fields,
  };
}
