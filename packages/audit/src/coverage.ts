import { DAY } from '@backproof/core';
import type { Instant } from '@backproof/core';
import type { Coverage, Gap } from './audit.js';
import type { Period } from './period.js';
import { iso } from './run-ref.js';

/** A run may be this much late, in milliseconds: schedules of CI drift. */
export const GRACE = DAY;

/** The times of a period without a run that are longer than the cadence allows, its beginning and its end included. */
export function coverageOf(runs: readonly Instant[], { from, until }: Period, cadenceMs: number): Coverage {
  const moments = [from, ...runs.toSorted((a, b) => a - b), until];
  const times = moments.slice(1).map((to, i): Gap => {
    const start = moments[i] ?? from;
    return { kind: kindOf(i, moments.length), from: iso(start), to: iso(to), ms: to - start };
  });
  return {
    cadenceMs,
    longestMs: Math.max(...times.map(({ ms }) => ms)),
    gaps: times.filter(({ ms }) => ms > cadenceMs + GRACE),
  };
}

function kindOf(index: number, moments: number): Gap['kind'] {
  if (moments === 2) return 'no-run';
  if (index === 0) return 'before-first';
  return index === moments - 2 ? 'after-last' : 'between';
}
