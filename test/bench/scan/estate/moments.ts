const HOUR_MS = 3_600_000;

/** The moment that the estate stands at, in epoch milliseconds: a Sunday noon. */
export const NOW = Date.UTC(2026, 10, 22, 12);

/** 05:00 UTC so many days ago: when all plans run. */
export function runOf(day: number): Date {
  return hoursAfter(new Date(NOW), -7 - 24 * day);
}

export function hoursAfter(moment: Date, hours: number): Date {
  return new Date(moment.getTime() + hours * HOUR_MS);
}
