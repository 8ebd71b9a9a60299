const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The moment at which every estate stands that does not move: a Sunday noon, so that the weekly backup was made this
 * morning. Days are counted back from it, in estates that move too.
 */
export const NOW = Date.UTC(2026, 10, 22, 12);

/** AWS keeps the records of jobs for 30 days. @source API ListBackupJobs */
export const JOB_HISTORY_DAYS = 30;

/** CloudTrail keeps its event history for 90 days. @source CloudTrail User Guide, view-cloudtrail-events */
export const EVENT_HISTORY_DAYS = 90;

/** The number of days a moment is before the estates' now: what `daysAgo` makes a date of. */
export function dayAt(moment: number): number {
  return (NOW - moment) / DAY_MS;
}

/** A day, as in `2026-07-14`. */
export type Day = string;

/** Noon in UTC of a day. */
export function noonOf(day: Day): number {
  return Date.parse(`${day}T12:00:00Z`);
}

/** The number of days the noon of a day is before the estates' now. */
export function dayOn(day: Day): number {
  return dayAt(noonOf(day));
}

/** So many days before the estate's now; fractions are meant. */
export function daysAgo(days: number): Date {
  return new Date(NOW - days * DAY_MS);
}

/** So many hours before the estate's now. */
export function hoursAgo(hours: number): Date {
  return daysAgo(hours / 24);
}

/** 05:00 UTC on the day that is so many days ago: when the plans of the estates run. */
export function runOf(day: number): Date {
  const at = daysAgo(day);
  at.setUTCHours(5, 0, 0, 0);
  return at;
}

/** So many minutes after a moment. */
export function minutesAfter(moment: Date, minutes: number): Date {
  return hoursAfter(moment, minutes / 60);
}

/** So many hours after a moment. */
export function hoursAfter(moment: Date, hours: number): Date {
  return new Date(moment.getTime() + (hours * DAY_MS) / 24);
}
