import { DAY, HOUR, MINUTE } from '../model/instant.js';
import type { Instant } from '../model/instant.js';
import { remembered } from '../model/remembered.js';

/** The offset of the clocks of a time zone from UTC at an instant, in milliseconds. */
export type OffsetAt = (instant: Instant) => number;

/** The days of some years, for which plans are examined. */
const OFFSETS_REMEMBERED = 5000;

/** The clocks of an IANA time zone, or undefined if there is no such zone. */
export function timeZoneOffsets(timezone: string): OffsetAt | undefined {
  if (timezone === 'UTC') return () => 0;
  const format = offsetFormat(timezone);
  return format && remembered((instant: Instant) => parseOffset(format.format(instant)), OFFSETS_REMEMBERED);
}

function offsetFormat(timezone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}

const OFFSET = /GMT(?:(?<sign>[+-])(?<hours>\d\d):(?<minutes>\d\d)(?::(?<seconds>\d\d))?)?$/;

/** `1/31/2026, GMT+05:30`; a plain `GMT` is UTC. */
function parseOffset(text: string): number {
  const { sign, hours = 0, minutes = 0, seconds = 0 } = OFFSET.exec(text)?.groups ?? {};
  const size = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000;
  return sign === '-' ? -size : size;
}

/**
 * The instants at which the clocks of a zone show given times of one day, in order. Both the day and the times are
 * given as if the clocks showed UTC. A time that the clocks skip in spring is left out, one that they show twice in
 * autumn counts once, the first time. That AWS Backup schedules as EventBridge Scheduler does is an assumption: its own
 * guide says no more than that a change of the clocks can skip or shift a run.
 * @source EventBridge Scheduler User Guide, schedule types (daylight saving time)
 */
export function instantsOfDay(day: number, timesOfDay: readonly number[], offsetAt: OffsetAt): Instant[] {
  const before = offsetAt(day - DAY);
  const after = offsetAt(day + 2 * DAY);
  if (before === after) return timesOfDay.map((time) => day + time - before);
  return timesOfDay
    .map((time) => {
      const candidates = [day + time - before, day + time - after];
      return candidates.filter((instant) => instant + offsetAt(instant) === day + time);
    })
    .flatMap((instants) => (instants.length > 0 ? [Math.min(...instants)] : []));
}
