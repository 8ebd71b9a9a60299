import { DURATION_SCHEMA, FOLLOWERS_SCHEMA, PARTS_SCHEMA } from '@backproof/core';
import type { RelationOptions } from '@backproof/core';

/** The options: the allowed age of the newest backup, and what counts as one. */
export interface Options extends RelationOptions {
  /** The objective: the latest data that may be lost. */
  readonly maxAge: string;
  /** Added to it: a job may start anywhere in its start window (8 hours by default) and needs time to complete. */
  readonly tolerance: string;
  /** A service's own automated backups are enough where no plan covers the resource. */
  readonly acceptNative: boolean;
  /** Snapshots, images and backups made by hand are enough where no plan covers the resource. */
  readonly acceptManual: boolean;
  /** Earlier versions of the objects of a bucket are enough where no plan covers it. */
  readonly acceptVersioning: boolean;
}

export const defaults: Options = {
  maxAge: '24h',
  tolerance: '12h',
  acceptNative: true,
  acceptManual: false,
  acceptVersioning: false,
  parts: 'inherit',
  followers: 'inherit',
};

/** Native backups can be switched off with the resource, and are in no vault that a lock protects. */
export const strict: Partial<Options> = { acceptNative: false };

export const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    maxAge: { ...DURATION_SCHEMA, description: 'How old the newest restorable data may be.' },
    tolerance: {
      ...DURATION_SCHEMA,
      description:
        'Added to `maxAge`: a job may start anywhere in its start window (8 hours by default) and needs time to complete.',
    },
    acceptNative: {
      type: 'boolean',
      description: "A service's own automated backups are enough where no backup plan covers the resource.",
    },
    acceptManual: {
      type: 'boolean',
      description:
        'Snapshots, images and backups made by hand are enough where no backup plan covers the resource, while they are recent enough.',
    },
    acceptVersioning: {
      type: 'boolean',
      description:
        'Earlier versions of the objects of an S3 bucket are enough where no backup plan covers it. A rule of its lifecycle, a bucket policy or an owner can remove them.',
    },
    parts: PARTS_SCHEMA,
    followers: FOLLOWERS_SCHEMA,
  },
};
