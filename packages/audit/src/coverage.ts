import { DAY } from '@backproof/core';
import type { Instant } from '@backproof/core';
import type { Coverage, Gap } from './audit.js';
import type { RunRef } from './run-ref.js';
import type { Period } from './period.js';
import { iso } from './run-ref.js';

/** A run may be this much late, in milliseconds: schedules of CI drift. */
export const GRACE = DAY;

/**
 * The times of a period without a run that are longer than the cadence allows, its beginning included. Its end is covered
 * if a run after it followed in time: before that, restores of its last days may not be known.
 *
 * @param after the first run after the period
 */
export function coverageOf(
  runs: readonly Instant[],
  { from, until }: Period,
  cadenceMs: number,
  after?: RunRef,
): Coverage {
  const moments = [from, ...runs.toSorted((a, b) => a - b), until];
  const times = moments.slice(1).map((to, i): Gap => {
    const start = moments[i] ?? from;
    return { kind: kindOf(i, moments.length), from: iso(start), to: iso(to), ms: to - start };
  });
  const mostMs = cadenceMs + GRACE;
  const last = runs.length === 0 ? undefined : Math.max(...runs);
  const isEndShown = last !== undefined && after !== undefined && Date.parse(after.at) - last <= mostMs;
  return {
    cadenceMs,
    longestMs: Math.max(...times.map(({ ms }) => ms)),
    ...(last !== undefined && { until: isEndShown ? iso(until) : iso(last) }),
    ...(after && { after }),
    gaps: times.filter(({ kind, ms }) => (kind === 'after-last' ? !isEndShown : ms > mostMs)),
  };
}

function kindOf(index: number, moments: number): Gap['kind'] {
  if (moments === 2) return 'no-run';
  if (index === 0) return 'before-first';
  return index === moments - 2 ? 'after-last' : 'between';
}
