import { DAY } from '@backproof/core';
import type { Instant } from '@backproof/core';

/** The time that an audit is about: from its first moment up to, and without, the moment after its last. */
export interface Period {
  /** For people: `2026-Q3`, `2026-07-01 to 2026-09-30`. */
  readonly name: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** A quarter of a year in UTC by its name, `2026-Q3`; undefined if it is none. */
export function quarterNamed(name: string): Period | undefined {
  const [, year, quarter] = /^(\d{4})-[Qq]([1-4])$/.exec(name) ?? [];
  if (year === undefined || quarter === undefined) return undefined;
  return quarterOf(Number(year), Number(quarter));
}

function quarterOf(year: number, quarter: number): Period {
  const month = (quarter - 1) * 3;
  return { name: `${year}-Q${quarter}`, from: Date.UTC(year, month), until: Date.UTC(year, month + 3) };
}

/** The time from a first day to a last one, both whole: `2026-07-01`; undefined if that is none. */
export function periodOfDays(first: string, last: string): Period | undefined {
  const [from, to] = [first, last].map(startOfDay);
  if (from === undefined || to === undefined || to < from) return undefined;
  return { name: `${first} to ${last}`, from, until: to + DAY };
}

function startOfDay(day: string): Instant | undefined {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : NaN;
  // There is no 31 June, though Date.parse knows one.
  return Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== day ? undefined : moment;
}

/** The period before: the quarter before a quarter, and as many days before others. */
export function periodBefore({ name, from, until }: Period): Period {
  if (quarterNamed(name) !== undefined) {
    const before = new Date(from - 1);
    return quarterOf(before.getUTCFullYear(), Math.floor(before.getUTCMonth() / 3) + 1);
  }
  const start = from - (until - from);
  const [first, last] = [start, from - DAY].map((moment) => new Date(moment).toISOString().slice(0, 10));
  return { name: `${String(first)} to ${String(last)}`, from: start, until: from };
}
