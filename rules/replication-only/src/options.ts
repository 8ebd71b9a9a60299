import { DURATION_SCHEMA, FOLLOWERS_SCHEMA } from '@backproof/core';
import type { RelationChoice, Relations } from '@backproof/core';

/** The options: which backups count. */
export interface Options {
  /** A replica that takes writes itself passes if another replica of the same data is backed up. */
  readonly acceptElsewhere: boolean;
  readonly followers: RelationChoice;
  /** Earlier versions of the objects of a bucket count if they are kept at least this long. */
  readonly minVersions: string;
}

export const defaults: Options = { acceptElsewhere: true, followers: 'inherit', minVersions: '7d' };

/** A backup of another replica restores this one only while the other's Region can be reached. */
export const strict: Partial<Options> = { acceptElsewhere: false };

export const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    acceptElsewhere: {
      type: 'boolean',
      description: 'A Region of a global table passes if another Region of the table is backed up.',
    },
    followers: FOLLOWERS_SCHEMA,
    minVersions: {
      ...DURATION_SCHEMA,
      description: 'Earlier versions of the objects of an S3 bucket count if they are kept at least this long.',
    },
  },
};

/** A replica passes through its source, and a Region of a global table through another one. */
export function relations({ acceptElsewhere, followers }: Options): Relations {
  if (followers === 'judge') return { cluster: 'inherit' };
  return { cluster: 'inherit', source: 'inherit', ...(acceptElsewhere && { peer: 'inherit' }) };
}
