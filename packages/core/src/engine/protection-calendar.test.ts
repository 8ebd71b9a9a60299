import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY, HOUR } from '../model/instant.js';
import {
  CALENDAR_DAYS,
  CALENDAR_GRADES,
  CalendarDraft,
  decodeCalendar,
  gradeOfLifetime,
} from './protection-calendar.js';
import type { CalendarGrade, CalendarRun } from './protection-calendar.js';

const NOW = Date.UTC(2026, 10, 22, 12);
const MIDNIGHT = Date.UTC(2026, 10, 22);

function draft(fill: (calendar: CalendarDraft) => void): string {
  const calendar = new CalendarDraft(NOW);
  fill(calendar);
  return calendar.encode();
}

describe('a calendar', () => {
  it('of nothing is one run of days without a point', () => {
    expect(draft(() => undefined)).toBe('.365');
    expect(decodeCalendar('.365')).toEqual([{ grade: 'none', continuous: false, days: 365 }]);
  });

  it.each<[string, CalendarGrade, number, string]>([
    ['today', 'days', NOW, '.364d'],
    ['at the first moment of today', 'months', MIDNIGHT, '.364m'],
    ['at the last moment of yesterday', 'years', MIDNIGHT - 1, '.363y.'],
    ['at the first moment of the calendar', 'unusable', MIDNIGHT - 364 * DAY, 'x.364'],
    ['before it', 'years', MIDNIGHT - 364 * DAY - 1, '.365'],
    ['after now', 'years', MIDNIGHT + DAY, '.365'],
  ])('has a point created %s', (_, grade, at, text) => {
    expect(
      draft((calendar) => {
        calendar.addPoint(at, grade);
      }),
    ).toBe(text);
  });

  it('keeps the best of a day, in whichever order its points come', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CALENDAR_GRADES), { minLength: 1 }), (grades) => {
        const best = Math.max(...grades.map((grade) => CALENDAR_GRADES.indexOf(grade)));
        const text = draft((calendar) => {
          for (const grade of grades) calendar.addPoint(NOW, grade);
        });
        expect(decodeCalendar(text).at(-1)?.grade).toBe(CALENDAR_GRADES[best]);
      }),
    );
  });

  it('shows a continuous window on every day that it reaches into, beside the points', () => {
    const text = draft((calendar) => {
      calendar.addPoint(NOW - 2 * DAY, 'months');
      calendar.addPoint(NOW - 5 * DAY, 'unusable');
      calendar.addWindow({ from: NOW - 3 * DAY, to: NOW - HOUR });
    });
    expect(text).toBe('.359x.cMc2');
    expect(decodeCalendar(text).slice(-3)).toEqual([
      { grade: 'none', continuous: true, days: 1 },
      { grade: 'months', continuous: true, days: 1 },
      { grade: 'none', continuous: true, days: 2 },
    ]);
  });

  it('cuts a window at both its ends', () => {
    expect(
      draft((calendar) => {
        calendar.addWindow({ from: 0, to: NOW + 9 * DAY });
      }),
    ).toBe('c365');
    expect(
      draft((calendar) => {
        calendar.addWindow({ from: 0, to: 1 });
      }),
    ).toBe('.365');
  });

  it('is read as it was written', () => {
    const day = fc.record({ grade: fc.constantFrom(...CALENDAR_GRADES), continuous: fc.boolean() });
    fc.assert(
      fc.property(fc.array(day, { minLength: CALENDAR_DAYS, maxLength: CALENDAR_DAYS }), (days) => {
        const text = draft((calendar) => {
          days.forEach(({ grade, continuous }, i) => {
            const at = MIDNIGHT - (CALENDAR_DAYS - 1 - i) * DAY;
            calendar.addPoint(at, grade);
            if (continuous) calendar.addWindow({ from: at, to: at });
          });
        });
        expect(daysOf(decodeCalendar(text))).toEqual(days);
      }),
      { numRuns: 30 },
    );
  });

  it.each(['', '365', '.364', '.366', '.365d', 'z365', '.0d365', '.-1d366', '.365\n', '.9999'])('is not %j', (text) => {
    expect(() => decodeCalendar(text)).toThrow(new RangeError(`"${text}" is no calendar of 365 days.`));
  });
});

describe('gradeOfLifetime', () => {
  it.each<[number, CalendarGrade]>([
    [DAY, 'days'],
    [89 * DAY, 'days'],
    [90 * DAY - HOUR, 'months'],
    [90 * DAY, 'months'],
    [364 * DAY, 'months'],
    [365 * DAY - HOUR, 'years'],
    [Infinity, 'years'],
  ])('of %d ms is %s', (ms, grade) => {
    expect(gradeOfLifetime(ms)).toBe(grade);
  });
});

function daysOf(runs: readonly CalendarRun[]): readonly Omit<CalendarRun, 'days'>[] {
  return runs.flatMap(({ days, ...day }) => Array.from({ length: days }, () => day));
}
