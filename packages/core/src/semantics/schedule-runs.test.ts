import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from '../model/instant.js';
import { largestGapMs, largestScheduledGapMs, neverFires, nextRuns, runsBetween } from './schedule-runs.js';
import { parseSchedule } from './schedule.js';
import type { Schedule } from './schedule.js';

/** A Thursday. */
const NEW_YEAR = Date.UTC(2026, 0, 1);

function schedule(expression: string, timezone = 'UTC'): Schedule {
  const parsed = parseSchedule(expression, timezone);
  if (parsed.kind === 'problem') throw new Error(parsed.message);
  return parsed;
}

function isoMinutes(instants: readonly number[]): string[] {
  return instants.map((instant) => new Date(instant).toISOString().slice(0, 16));
}

describe('nextRuns', () => {
  // The examples of EventBridge's cron reference and of AWS Backup's own API.
  it.each([
    ['every day', '0 10 * * ? *', ['2026-01-01T10:00', '2026-01-02T10:00']],
    ['every day, day-of-month left open', '0 5 ? * * *', ['2026-01-01T05:00', '2026-01-02T05:00']],
    ['on working days', '0 18 ? * MON-FRI *', ['2026-01-01T18:00', '2026-01-02T18:00', '2026-01-05T18:00']],
    ['the first day of the month', '0 8 1 * ? *', ['2026-01-01T08:00', '2026-02-01T08:00']],
    [
      'four times an hour',
      '0/15 * * * ? *',
      ['2026-01-01T00:15', '2026-01-01T00:30', '2026-01-01T00:45', '2026-01-01T01:00'],
    ],
    ['through the night of working days', '0/30 20-2 ? * MON-FRI *', ['2026-01-01T00:30', '2026-01-01T01:00']],
    ['hourly from five on', '0 5/1 ? * * *', ['2026-01-01T05:00', '2026-01-01T06:00']],
    ['hourly at a quarter past', '15 * ? * * *', ['2026-01-01T00:15', '2026-01-01T01:15']],
    ['the first Monday', '0 9 ? * 2#1 *', ['2026-01-05T09:00', '2026-02-02T09:00']],
    ['a fifth Monday, where there is one', '0 9 ? * 2#5 *', ['2026-03-30T09:00', '2026-06-29T09:00']],
    ['the last Friday of two years', '15 10 ? * 6L 2026-2027', ['2026-01-30T10:15', '2026-02-27T10:15']],
    ['the last day of the week', '0 0 ? * L *', ['2026-01-03T00:00', '2026-01-10T00:00']],
    ['the last day of the month', '0 0 L * ? *', ['2026-01-31T00:00', '2026-02-28T00:00']],
    ['the last working day of the month', '0 9 LW * ? *', ['2026-01-30T09:00', '2026-02-27T09:00']],
    [
      'the working day next to the 1st, never in another month',
      '0 8 1W * ? *',
      ['2026-01-01T08:00', '2026-02-02T08:00'],
    ],
    ['a 31st only where there is one', '0 5 31 * ? *', ['2026-01-31T05:00', '2026-03-31T05:00', '2026-05-31T05:00']],
    ['a 31W only where there is a 31st', '0 5 31W * ? *', ['2026-01-30T05:00', '2026-03-31T05:00', '2026-05-29T05:00']],
    ['leap days', '0 5 29 2 ? *', ['2028-02-29T05:00', '2032-02-29T05:00']],
    [
      'over the new year',
      '0 5 ? * FRI-MON *',
      ['2026-01-02T05:00', '2026-01-03T05:00', '2026-01-04T05:00', '2026-01-05T05:00'],
    ],
  ])('%s: %s', (_, expression, expected) => {
    expect(isoMinutes(nextRuns(schedule(expression), NEW_YEAR, expected.length))).toEqual(expected);
  });

  it('gives what comes after an instant, not at it', () => {
    const daily = schedule('0 5 ? * * *');
    const [first = NaN, second] = nextRuns(daily, NEW_YEAR, 2);
    expect(nextRuns(daily, first, 1)).toEqual([second]);
    expect(nextRuns(daily, first - 1, 1)).toEqual([first]);
    expect(nextRuns(daily, first, 0)).toEqual([]);
  });

  it('gives fewer where the schedule ends', () => {
    expect(isoMinutes(nextRuns(schedule('0 5 1 JUL-DEC/3 ? 2026'), NEW_YEAR, 9))).toEqual([
      '2026-07-01T05:00',
      '2026-10-01T05:00',
    ]);
  });

  it.each([
    ['Asia/Kolkata', '2025-12-31T23:30'],
    ['Pacific/Kiritimati', '2025-12-31T15:00'],
    ['Pacific/Pago_Pago', '2025-12-31T16:00'],
    ['Etc/GMT+12', '2025-12-31T17:00'],
  ])('reads the clocks of %s', (timezone, expected) => {
    expect(isoMinutes(nextRuns(schedule('0 5 ? * * *', timezone), Date.UTC(2025, 11, 31, 14, 59), 1))).toEqual([
      expected,
    ]);
  });

  it.each([
    ['Europe/Berlin', '0 5 ? * * *', '2026-03-28', ['2026-03-28T04:00', '2026-03-29T03:00', '2026-03-30T03:00']],
    ['Europe/Berlin', '30 2 ? * * *', '2026-03-28', ['2026-03-28T01:30', '2026-03-30T00:30']],
    ['Europe/Berlin', '0 * ? * * *', '2026-03-29', ['2026-03-29T00:00', '2026-03-29T01:00', '2026-03-29T02:00']],
    ['Europe/Berlin', '30 2 ? * * *', '2026-10-24', ['2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30']],
    ['America/New_York', '30 1,2 ? * * *', '2026-03-08', ['2026-03-08T06:30', '2026-03-09T05:30', '2026-03-09T06:30']],
    ['America/New_York', '30 1 ? * * *', '2026-10-31', ['2026-10-31T05:30', '2026-11-01T05:30', '2026-11-02T06:30']],
    ['Pacific/Apia', '0 5 ? * * *', '2011-12-29', ['2011-12-29T15:00', '2011-12-30T15:00', '2011-12-31T15:00']],
  ])(
    'in %s skips what the clocks skip and runs once what they repeat: %s from %s',
    (timezone, expression, day, expected) => {
      expect(isoMinutes(nextRuns(schedule(expression, timezone), Date.parse(day) - 1, expected.length))).toEqual(
        expected,
      );
    },
  );
});

describe('runsBetween', () => {
  it('has the first instant in and the last one out', () => {
    const hourly = schedule('0 * ? * * *');
    expect(runsBetween(hourly, NEW_YEAR, NEW_YEAR + 2 * HOUR)).toEqual([NEW_YEAR, NEW_YEAR + HOUR]);
    expect(runsBetween(hourly, NEW_YEAR, NEW_YEAR)).toEqual([]);
  });

  it('is what nextRuns finds one by one, in any zone and at any time of the year', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
    );
    const expressions = fc.constantFrom('30 2 ? * * *', '0/20 0-4 ? * * *', '0 0 L * ? *', '59 23 ? * SUN *');
    fc.assert(
      fc.property(expressions, zones, fc.integer({ min: 0, max: 364 }), (expression, zone, day) => {
        const parsed = schedule(expression, zone);
        const from = NEW_YEAR + day * DAY;
        const runs = runsBetween(parsed, from, from + 40 * DAY);
        expect(nextRuns(parsed, from - 1, runs.length)).toEqual(runs);
        expect(runs.filter((run, index) => run <= (runs[index - 1] ?? -Infinity))).toEqual([]);
      }),
    );
  });
});

describe('neverFires', () => {
  it.each([
    ['a year that is past', '0 5 ? * * 2025', 'UTC', true],
    ['this year', '0 5 ? * * 2026', 'UTC', false],
    ['30 February', '0 5 30 2 ? *', 'UTC', true],
    ['31 February or April', '0 5 31 2,4 ? *', 'UTC', true],
    ['29 February of years that have none', '0 5 29 2 ? 2027-2031/2', 'UTC', true],
    ['a leap day', '0 5 29 2 ? *', 'UTC', false],
    ['an hour that is always skipped', '30 2 ? 3 1L *', 'Europe/Berlin', true],
    ['the last year of AWS cron', '0 5 1 1 ? 2199', 'UTC', false],
  ])('%s', (_, expression, timezone, expected) => {
    expect(neverFires(schedule(expression, timezone), NEW_YEAR)).toBe(expected);
  });

  it('counts a run at that very instant', () => {
    expect(neverFires(schedule('0 0 1 1 ? 2026'), NEW_YEAR)).toBe(false);
    expect(neverFires(schedule('0 0 1 1 ? 2026'), NEW_YEAR + 1)).toBe(true);
  });
});

describe('gaps', () => {
  it.each([
    ['daily', '0 5 ? * * *', 'UTC', DAY],
    ['hourly', '0 * ? * * *', 'UTC', HOUR],
    ['hourly from five to midnight', '0 5/1 ? * * *', 'UTC', 6 * HOUR],
    ['working days leave the weekend out', '0 5 ? * MON-FRI *', 'UTC', 3 * DAY],
    ['the 31st leaves out whole months', '0 5 31 * ? *', 'UTC', 61 * DAY],
    ['daily where the clocks change', '0 5 ? * * *', 'Europe/Berlin', 25 * HOUR],
    ['daily in the hour that spring skips', '30 2 ? * * *', 'Europe/Berlin', 47 * HOUR],
    ['yearly: the next run is beyond the horizon', '0 5 1 6 ? *', 'UTC', 365 * DAY],
    ['the last run is in the horizon', '0 5 1 * ? 2026', 'UTC', Infinity],
    ['no run in the horizon', '0 5 1 1 ? 2030', 'UTC', Infinity],
  ])('%s', (_, expression, timezone, expected) => {
    expect(largestScheduledGapMs(schedule(expression, timezone), NEW_YEAR, NEW_YEAR + 366 * DAY)).toBe(expected);
  });

  it('of fewer than two instants is none', () => {
    expect(largestGapMs([])).toBe(0);
    expect(largestGapMs([NEW_YEAR])).toBe(0);
    expect(largestGapMs([0, MINUTE, 3 * MINUTE])).toBe(2 * MINUTE);
  });
});
