import { DAY } from '@backproof/core';
import type { Instant } from '@backproof/core';

/** The moment of an expiry: a day counts to its end, in UTC. Returns undefined if the text is not a valid date. */
export function expiry(text: string): Instant | undefined {
  const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/.test(text);
  if (!isMoment) return isDay(text) ? Date.parse(text) + DAY : undefined;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : moment;
}

/** Returns true for a day that exists, `2026-12-31`: Date.parse takes the 31st of February for the 3rd of March. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = Date.parse(text);
  return !Number.isNaN(moment) && new Date(moment).toISOString().slice(0, 10) === text;
}
