import { describe, expect, it } from '@jest/globals';
import awsCronParser from 'aws-cron-parser';
import fc from 'fast-check';
import { DAY } from '../model/instant.js';
import { nextRuns } from './schedule-runs.js';
import { parseSchedule } from './schedule.js';

const after = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });

describe('runs in UTC', () => {
  /**
   * Left out, as the other implementation departs from AWS's documentation or knows nothing of it: `LW`, ranges over the
   * end (`FRI-MON`), `L` alone as a day of the week, `6L` (it goes wrong where the machine's own clocks change), and the
   * days 29 to 31 by number (in shorter months it runs on the 1st of the next, and `31W` on the last).
   */
  it('are those that an independent implementation finds', () => {
    fc.assert(
      fc.property(awsExpressions(), after, (body, from) => {
        const expected = independentRuns(body, from, 5);
        fc.pre(expected !== 'gave up');
        expect({ body, runs: isoRuns(body, from, 5) }).toEqual({ body, runs: expected });
      }),
      { numRuns: 500 },
    );
  });

  it('on the last of a weekday are by definition a week before another month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), after, (weekday, from) => {
        const runs = isoRuns(`0 0 ? * ${weekday}L *`, from, 24).map((run) => new Date(run));
        expect(new Set(runs.map((run) => run.toISOString().slice(0, 7))).size).toBe(24);
        for (const run of runs) {
          expect(run.getUTCDay()).toBe(weekday - 1);
          expect(run.getUTCMonth()).not.toBe(new Date(run.getTime() + 7 * DAY).getUTCMonth());
        }
      }),
    );
  });
});

function awsExpressions(): fc.Arbitrary<string> {
  const dayOfMonth = fc.oneof(list(1, 28), range(1, 28), fc.constant('L'), suffixed(1, 28, 'W'));
  const dayOfWeek = fc.oneof(
    fc.constantFrom('*', 'SUN', 'MON-FRI', 'TUE,SAT'),
    list(1, 7),
    range(1, 7),
    suffixed(1, 7, '#1', '#2', '#3', '#4', '#5'),
  );
  const days = fc.oneof(
    fc.tuple(dayOfMonth, field(1, 12), fc.constant('?')),
    fc.tuple(fc.constant('?'), field(1, 12), dayOfWeek),
  );
  const year = fc.constantFrom('*', '2026', '2025-2031', '2024/3');
  return fc
    .tuple(field(0, 59), field(0, 23), days, year)
    .map(([minutes, hours, dayFields, years]) => [minutes, hours, ...dayFields, years].join(' '));
}

function field(min: number, max: number): fc.Arbitrary<string> {
  const start = fc.oneof(fc.constant('*'), fc.integer({ min, max }).map(String), range(min, max));
  const steps = fc.tuple(start, fc.integer({ min: 1, max })).map((pair) => pair.join('/'));
  return fc.oneof(fc.constant('*'), list(min, max), range(min, max), steps);
}

function list(min: number, max: number): fc.Arbitrary<string> {
  const values = fc.uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: 4 });
  return values.map((numbers) => numbers.sort((a, b) => a - b).join(','));
}

function range(min: number, max: number): fc.Arbitrary<string> {
  const ends = fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }));
  return ends.map((pair) => pair.sort((a, b) => a - b).join('-'));
}

function suffixed(min: number, max: number, ...suffixes: readonly string[]): fc.Arbitrary<string> {
  return fc.tuple(fc.integer({ min, max }), fc.constantFrom(...suffixes)).map((pair) => pair.join(''));
}

function isoRuns(body: string, from: number, count: number): string[] {
  const schedule = parseSchedule(body, 'UTC');
  if (schedule.kind === 'problem') throw new Error(schedule.message);
  return nextRuns(schedule, from, count).map((run) => new Date(run).toISOString());
}

function independentRuns(body: string, from: number, count: number): string[] | 'gave up' {
  const cron = awsCronParser.parse(body);
  const runs: string[] = [];
  try {
    let run = awsCronParser.next(cron, new Date(from));
    for (; run && runs.length < count; run = awsCronParser.next(cron, run)) runs.push(run.toISOString());
  } catch {
    // It gives up after ten steps, on days that are years apart.
    return 'gave up';
  }
  return runs;
}
