import type { Instant } from '../model/instant.js';

/** The time from one moment to another, both included. */
export interface TimeSpan {
  readonly from: Instant;
  readonly to: Instant;
}

/** The same time as spans that neither overlap nor touch, oldest first. */
export function unionOfSpans(spans: readonly TimeSpan[]): readonly TimeSpan[] {
  const union: TimeSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = union.at(-1);
    if (last === undefined || last.to < span.from) union.push({ from: span.from, to: span.to });
    else union[union.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return union;
}

/** The time that both have in common. Each is a union, and so is the result. */
export function intersectionOfSpans(some: readonly TimeSpan[], others: readonly TimeSpan[]): readonly TimeSpan[] {
  return some.flatMap((one) =>
    others
      .map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) }))
      .filter(({ from, to }) => from <= to),
  );
}

/** All time but these moments, each a millisecond long. */
export function spansBetween(moments: readonly Instant[]): readonly TimeSpan[] {
  const sorted = [-Infinity, ...moments.toSorted((a, b) => a - b), Infinity];
  return sorted
    .slice(1)
    .map((moment, i) => ({ from: (sorted[i] ?? -Infinity) + 1, to: moment - 1 }))
    .filter(({ from, to }) => from <= to);
}

/** Back to when a union covers the time before `now` without a gap; undefined if it does not cover `now` itself. */
export function coveredSince(union: readonly TimeSpan[], now: Instant): Instant | undefined {
  return union.find(({ from, to }) => from <= now && now <= to)?.from;
}
