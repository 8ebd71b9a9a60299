import { parseDuration } from '@backproof/core';
import type { Instant } from '@backproof/core';
import type { Context } from './context.js';
import { destinationOf } from './destination.js';
import type { Destination } from './destination.js';
import type { RunsOf } from './overlap.js';

/** The judging of one resource: what the rule is given, and what is worked out of it once. */
export interface Inquiry {
  readonly context: Context;
  /** The vault of an ARN as a destination of copies; undefined if the ARN names no place. */
  readonly destinationOf: (vaultArn: string, toldType?: string) => Destination | undefined;
  readonly runsOf: RunsOf;
  /** Data of before is too old. */
  readonly oldestAllowed: Instant;
  readonly minRetentionMs: number;
}

/** Begins to judge the resource of a context. */
export function inquiryOf(context: Context, runsOf: RunsOf): Inquiry {
  const { options, now } = context;
  const known = new Map<string, Destination | undefined>();
  return {
    context,
    destinationOf: (vaultArn, toldType) => {
      const key = toldType === undefined ? vaultArn : `${vaultArn} ${toldType}`;
      if (!known.has(key)) known.set(key, destinationOf(context, vaultArn, toldType));
      return known.get(key);
    },
    runsOf,
    oldestAllowed: now - parseDuration(options.maxAge),
    minRetentionMs: parseDuration(options.minRetention),
  };
}
