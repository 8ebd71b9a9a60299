import { decodeCalendar } from '@backproof/core';
import type { CalendarRun } from '@backproof/core';

/** In how many of the last days, weeks or months there is a point. */
export interface Regularity {
  readonly kept: number;
  readonly of: number;
}

/** A calendar in numbers: what its strip shows. */
export interface CalendarFigures {
  /** Days with a usable point or within a continuous window. */
  readonly daily: Regularity;
  /** Weeks, counted back from today, with a point that is kept for 90 days or longer. */
  readonly weekly: Regularity;
  /** Months of 30 days, counted back from today, with a point that is kept for a year or longer. */
  readonly monthly: Regularity;
  /** Days in a row without anything that could be restored, since the first day that has something; 0 without a gap. */
  readonly longestGap: number;
}

type Day = Omit<CalendarRun, 'days'>;

/** @param calendar as a run holds it */
export function calendarFigures(calendar: string): CalendarFigures {
  const newestFirst = decodeCalendar(calendar)
    .flatMap(({ days, ...day }): readonly Day[] => Array.from({ length: days }, () => day))
    .reverse();
  return {
    daily: regularity(newestFirst, 1, 35, isRestorable),
    weekly: regularity(newestFirst, 7, 13, ({ grade }) => grade === 'months' || grade === 'years'),
    monthly: regularity(newestFirst, 30, 12, ({ grade }) => grade === 'years'),
    longestGap: longestGap(newestFirst),
  };
}

function isRestorable({ grade, continuous }: Day): boolean {
  return continuous || (grade !== 'none' && grade !== 'unusable');
}

function regularity(days: readonly Day[], length: number, of: number, counts: (day: Day) => boolean): Regularity {
  const periods = Array.from({ length: of }, (_, i) => days.slice(i * length, (i + 1) * length));
  return { kept: periods.filter((period) => period.some(counts)).length, of };
}

function longestGap(days: readonly Day[]): number {
  const first = days.findLastIndex(isRestorable);
  let longest = 0;
  let gap = 0;
  for (const day of days.slice(0, first + 1)) {
    gap = isRestorable(day) ? 0 : gap + 1;
    longest = Math.max(longest, gap);
  }
  return longest;
}
