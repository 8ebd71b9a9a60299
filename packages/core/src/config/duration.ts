import { DAY, HOUR, MINUTE } from '../model/instant.js';

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

/** Milliseconds as people say them: `90 minutes`, `36 hours`, `3 days`. Rounded down to the unit. */
export function durationText(ms: number): string {
  const length = Math.max(0, ms);
  if (length < 2 * HOUR) return counted(Math.floor(length / MINUTE), 'minute');
  if (length < 3 * DAY && length % DAY !== 0) return counted(Math.floor(length / HOUR), 'hour');
  return counted(Math.floor(length / DAY), 'day');
}

/** A duration that is longer than a limit, in words that show it: `8 days`; of 7 days `7 days and 3 hours`. */
export function overLimitText(ms: number, limitMs: number): string {
  const text = durationText(ms);
  if (text !== durationText(limitMs)) return text;
  const whole = limitMs < 3 * DAY ? limitMs : Math.floor(limitMs / DAY) * DAY;
  return `${text} and ${durationText(Math.max(MINUTE, ms - whole))}`;
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
