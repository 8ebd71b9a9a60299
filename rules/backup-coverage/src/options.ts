import { DURATION_SCHEMA, FOLLOWERS_SCHEMA, PARTS_SCHEMA } from '@backproof/core';
import type { RelationChoice, Relations } from '@backproof/core';

/** How old the newest backup may be, and what counts as one. */
export interface Options {
  /** The objective: so much of the latest data may be lost. */
  readonly maxAge: string;
  /** Allowed over it: a job may start anywhere in its start window, by default 8 hours, and takes its time. */
  readonly tolerance: string;
  /** A service's own automated backups are enough where no plan covers the resource. */
  readonly acceptNative: boolean;
  /** Snapshots, images and backups made by hand are enough where no plan covers the resource. */
  readonly acceptManual: boolean;
  readonly parts: RelationChoice;
  readonly followers: RelationChoice;
}

export const defaults: Options = {
  maxAge: '24h',
  tolerance: '12h',
  acceptNative: true,
  acceptManual: false,
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
        'Allowed over `maxAge`: a job may start anywhere in its start window, 8 hours unless set otherwise, and takes its time.',
    },
    acceptNative: {
      type: 'boolean',
      description: "A service's own automated backups pass where no backup plan covers the resource.",
    },
    acceptManual: {
      type: 'boolean',
      description:
        'Snapshots, images and backups made by hand pass where no backup plan covers the resource, while they are young enough.',
    },
    parts: PARTS_SCHEMA,
    followers: FOLLOWERS_SCHEMA,
  },
};

/** A volume always passes through its instance: an image of the instance holds it. */
export function relations({ parts, followers }: Options): Relations {
  return {
    host: 'inherit',
    cluster: 'inherit',
    ...(parts === 'inherit' && { parts }),
    ...(followers === 'inherit' && { source: followers, peer: followers }),
  };
}
