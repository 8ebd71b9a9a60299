import { DAY } from '@backproof/core';
import type { Instant } from '@backproof/core';

/** 00:00 UTC of a Monday. */
const MONDAY = Date.UTC(1970, 0, 5);
const WEEK = 7 * DAY;
const BUSINESS_WEEK = 5 * DAY;

/** The time from one instant to another, in milliseconds, without Saturdays and Sundays (UTC). */
export function businessMs(from: Instant, to: Instant): number {
  return sinceMonday(to) - sinceMonday(from);
}

function sinceMonday(instant: Instant): number {
  const weeks = Math.floor((instant - MONDAY) / WEEK);
  return weeks * BUSINESS_WEEK + Math.min(instant - MONDAY - weeks * WEEK, BUSINESS_WEEK);
}
