import { DAY, HOUR, MINUTE } from '../model/instant.js';
import { count } from '../model/quantity.js';

const UNITS: Readonly<Record<string, number>> = { m: MINUTE, h: HOUR, d: DAY };

/** A length of time as options give it: a whole number and a unit, `30m`, `24h` or `90d`, for JSON Schemas. */
export const DURATION_PATTERN = '^[0-9]{1,6}[mhd]$';

/** An option that is a length of time. */
export const DURATION_SCHEMA = { title: 'a duration', type: 'string', pattern: DURATION_PATTERN } as const;

/** Milliseconds of a duration such as `24h`. @throws RangeError if it is none. */
export function parseDuration(text: string): number {
  const [, count, unit] = /^([0-9]{1,6})([mhd])$/.exec(text) ?? [];
  const length = unit === undefined ? undefined : UNITS[unit];
  if (count === undefined || length === undefined) {
    throw new RangeError(`"${text}" is not a valid duration. Write a whole number and a unit: 30m, 24h or 90d.`);
  }
  return Number(count) * length;
}

/** Milliseconds for people, in the two largest units that matter: `5 d 3 h`, `6 h`, `12 min`. */
export function formatDuration(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE));
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor((minutes % 1440) / 60), 'h'],
    [minutes % 60, 'min'],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  if (first === -1) return '0 min';
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

/**
 * Milliseconds as people say them: `90 minutes`, `36 hours`, `3 days and 8 hours`. Exact to the minute, so that two
 * lengths that differ read differently: for limits and everything that is compared with one.
 */
export function durationText(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / MINUTE);
  if (minutes < 120) return count(minutes, 'minute');
  const days = minutes < 3 * MINUTES_A_DAY && minutes % MINUTES_A_DAY !== 0 ? 0 : Math.floor(minutes / MINUTES_A_DAY);
  const hours = Math.floor((minutes - days * MINUTES_A_DAY) / 60);
  const parts = [
    [days, 'day'],
    [hours, 'hour'],
    [minutes % 60, 'minute'],
  ] as const;
  return enumerated(parts.filter(([number]) => number > 0).map(([number, unit]) => count(number, unit)));
}

const MINUTES_A_DAY = DAY / MINUTE;

/** A length of time rounded down, as people say how old something is: `90 minutes`, `35 hours`, `20 days`. */
export function ageText(ms: number): string {
  return durationText(roundedDown(ms));
}

function roundedDown(ms: number): number {
  const unit = ms < 2 * HOUR ? MINUTE : ms < 3 * DAY ? HOUR : DAY;
  return Math.floor(ms / unit) * unit;
}

/** A duration that is longer than a limit, rounded as far as it still shows that: `8 days`; of 7 days `7 days and 3 hours`. */
export function overLimitText(ms: number, limitMs: number): string {
  const rounded = roundedDown(ms);
  return rounded > limitMs ? durationText(rounded) : durationText(Math.max(ms, limitMs + MINUTE));
}

function enumerated(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
