import { DURATION_SCHEMA, FOLLOWERS_SCHEMA, PARTS_SCHEMA } from '@backproof/core';
import type { RelationOptions } from '@backproof/core';

/** A retention tier. */
interface TierOptions {
  readonly name: string;
  /** At every moment the most recent point must be no older than this. */
  readonly every: string;
  /** The time for which the tier must be met. */
  readonly keep: string;
}

/** The points that count: all, those in the resource's own account and Region, or those outside of it. */
export type Where = 'any' | 'primary' | 'copy';

/** The options: the tiers that must be met, and how strictly. */
export interface Options extends RelationOptions {
  readonly tiers: readonly TierOptions[];
  /** Added to `every`: a job may start anywhere in its start window (8 hours by default) and needs time to complete. */
  readonly tolerance: string;
  /** Saturdays and Sundays do not count for tiers of a day or less. */
  readonly businessDays: boolean;
  /** An ISO date: the time before is not judged. */
  readonly effectiveFrom?: string;
  readonly where: Where;
}

/** The preset strict judges by these too: how long data must be kept is its owner's decision. */
export const defaults: Options = {
  tiers: [
    { name: 'daily', every: '24h', keep: '30d' },
    { name: 'weekly', every: '7d', keep: '90d' },
    { name: 'monthly', every: '31d', keep: '365d' },
  ],
  tolerance: '12h',
  businessDays: false,
  where: 'any',
  followers: 'inherit',
  parts: 'judge',
};

export const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    tiers: {
      type: 'array',
      minItems: 1,
      description: 'The tiers that must be met.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'every', 'keep'],
        properties: {
          name: { type: 'string', minLength: 1, description: 'The name of the tier in messages.' },
          every: {
            ...DURATION_SCHEMA,
            description: 'At every moment the most recent point must be no older than this.',
          },
          keep: { ...DURATION_SCHEMA, description: 'The time for which the tier must be met.' },
        },
      },
    },
    tolerance: {
      ...DURATION_SCHEMA,
      description:
        'Added to `every`: a job may start anywhere in its start window (8 hours by default) and needs time to complete.',
    },
    businessDays: {
      type: 'boolean',
      description: 'Saturdays and Sundays (UTC) do not count for tiers of a day or less.',
    },
    effectiveFrom: {
      title: 'a date: `2026-01-31`',
      type: 'string',
      pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
      description: 'The date from which the tiers must be met. The time before is not judged.',
    },
    where: {
      enum: ['any', 'primary', 'copy'],
      description:
        "Which points count: `any`, `primary` (in the resource's own account and Region) or `copy` (outside of it).",
    },
    followers: FOLLOWERS_SCHEMA,
    parts: PARTS_SCHEMA,
  },
};
