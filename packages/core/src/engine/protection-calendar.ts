import { DAY } from '../model/instant.js';
import type { Instant } from '../model/instant.js';
import type { TimeSpan } from '../semantics/time-spans.js';

/** The number of UTC days in a calendar. The last one is that of the run's `now`. */
export const CALENDAR_DAYS = 365;

/**
 * The grades of the recovery points that were created on one day, the lowest first: there are none, none is usable, or
 * the usable one that is set to live longest is kept for `days` (under 90 of them), `months` (90 to under 365 days) or
 * `years` (365 days, longer or forever).
 */
export const CALENDAR_GRADES = ['none', 'unusable', 'days', 'months', 'years'] as const;

export type CalendarGrade = (typeof CALENDAR_GRADES)[number];

/** Days in a row that are alike. */
export interface CalendarRun {
  readonly grade: CalendarGrade;
  /** The window of a usable continuous point reaches into these days. */
  readonly continuous: boolean;
  readonly days: number;
}

/** A calendar as `CalendarDraft` encodes it. */
export type CalendarText = string;

/** A letter for each grade, and one for the same within a continuous window. */
const SYMBOLS = '.cxXdDmMyY';

const RUN = /([.cxXdDmMyY])([1-9][0-9]{0,2})?/g;
const CALENDAR = new RegExp(`^(?:${RUN.source})+$`);

/** The grade of a usable point that is kept this long. Lifecycles are whole days; a change of the clocks takes an hour. */
export function gradeOfLifetime(ms: number): CalendarGrade {
  const days = Math.round(ms / DAY);
  if (days < 90) return 'days';
  return days < 365 ? 'months' : 'years';
}

/** The calendar of one resource, while its points are gone through. */
export class CalendarDraft {
  readonly #codes = new Uint8Array(CALENDAR_DAYS);
  readonly #firstDay: number;

  constructor(now: Instant) {
    this.#firstDay = dayOf(now) - CALENDAR_DAYS + 1;
  }

  addPoint(createdAt: Instant, grade: CalendarGrade): void {
    const day = dayOf(createdAt) - this.#firstDay;
    const before = this.#codes[day];
    const code = CALENDAR_GRADES.indexOf(grade) * 2;
    if (before !== undefined && before < code) this.#codes[day] = code | (before & 1);
  }

  addWindow({ from, to }: TimeSpan): void {
    const last = Math.min(dayOf(to) - this.#firstDay, CALENDAR_DAYS - 1);
    for (let day = Math.max(dayOf(from) - this.#firstDay, 0); day <= last; day++) {
      this.#codes[day] = (this.#codes[day] ?? 0) | 1;
    }
  }

  /**
   * All days as text, oldest first: a letter, and how many days in a row it stands for unless that is one. `.`: no
   * point; `x`: unusable ones; `d`, `m`, `y`: kept for days, months, years. Within a continuous window the letters are
   * capitals, and `c` stands for no point. `.330d34D`: backed up daily for five weeks, since today continuously too.
   */
  encode(): string {
    let text = '';
    for (let day = 0; day < CALENDAR_DAYS;) {
      const code = this.#codes[day] ?? 0;
      const start = day;
      while (day < CALENDAR_DAYS && this.#codes[day] === code) day++;
      text += SYMBOLS.charAt(code) + (day - start > 1 ? String(day - start) : '');
    }
    return text;
  }
}

/** Reads what `CalendarDraft` wrote, oldest first. @throws RangeError if the text is no calendar */
export function decodeCalendar(text: string): readonly CalendarRun[] {
  const runs = CALENDAR.test(text) ? [...text.matchAll(RUN)].map(toRun) : [];
  const days = runs.reduce((sum, run) => sum + run.days, 0);
  if (days !== CALENDAR_DAYS) throw new RangeError(`"${text}" is no calendar of ${CALENDAR_DAYS} days.`);
  return runs;
}

function toRun([, symbol = '', count = '1']: readonly string[]): CalendarRun {
  const code = SYMBOLS.indexOf(symbol);
  return { grade: CALENDAR_GRADES[code >> 1] ?? 'none', continuous: (code & 1) === 1, days: Number(count) };
}

function dayOf(instant: Instant): number {
  return Math.floor(instant / DAY);
}
