import { DAY, durationText, parseDuration } from '@backproof/core';
import type { Instant } from '@backproof/core';
import { businessMs } from './business-time.js';
import type { Options, Where } from './options.js';

/** A tier in milliseconds. */
export interface Tier {
  readonly name: string;
  /** `daily (every 1 day, kept 30 days)` */
  readonly text: string;
  readonly keepMs: number;
  /** The longest stretch without a point: `every` and the tolerance. */
  readonly limitMs: number;
  /** The length of a stretch as this tier counts it. */
  readonly length: (from: Instant, to: Instant) => number;
}

/** The options in the rule's own units. */
export interface Policy {
  readonly tiers: readonly Tier[];
  /** Nothing is asked of the time before. */
  readonly effectiveFrom: Instant;
  readonly where: Where;
}

/** Reads the options. @throws RangeError if `effectiveFrom` is not a valid date */
export function readPolicy({
  tiers,
  tolerance,
  businessDays,
  effectiveFrom,
  where,
}: Omit<Options, 'followers' | 'parts'>): Policy {
  return {
    tiers: tiers.map(({ name, every, keep }) => {
      const [everyMs, keepMs] = [parseDuration(every), parseDuration(keep)];
      return {
        name,
        text: `${name} (every ${durationText(everyMs)}, kept ${durationText(keepMs)})`,
        keepMs,
        limitMs: everyMs + parseDuration(tolerance),
        length: businessDays && everyMs <= DAY ? businessMs : (from, to) => to - from,
      };
    }),
    effectiveFrom: effectiveFrom === undefined ? -Infinity : parseDate(effectiveFrom),
    where,
  };
}

function parseDate(text: string): Instant {
  const instant = Date.parse(text);
  const exists = !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
  if (!exists) throw new RangeError(`effectiveFrom "${text}" is not a valid date. Write one such as 2026-01-31.`);
  return instant;
}

/** Returns true if a stretch without a point is too long for a tier. */
export function isTooLong({ limitMs, length }: Tier, from: Instant, to: Instant): boolean {
  // Its length to a tier is never more than the time itself, which is quicker to compute.
  return to - from > limitMs && length(from, to) > limitMs;
}
