import { DAY, HOUR } from '@backproof/core';
import type { Instant, Scope } from '@backproof/core';

/** The moment of all stories: Sunday 2026-11-22 at noon, UTC. */
export const NOW: Instant = Date.UTC(2026, 10, 22, 12);

export function hoursAgo(hours: number): Instant {
  return NOW - hours * HOUR;
}

export function daysAgo(days: number): Instant {
  return NOW - days * DAY;
}

/** Where resources live unless a story says otherwise. */
export const home: Scope = { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' };

/** Where copies go: another account, another Region. */
export const bunker: Scope = { partition: 'aws', accountId: '222222222222', region: 'eu-central-1' };

/** A scope that differs from home in what is named. */
export function scope(fields: Partial<Scope> = {}): Scope {
  return { ...home, ...fields };
}
