import { COPY_DEFAULTS, COPY_SCHEMAS, DURATION_SCHEMA, FOLLOWERS_SCHEMA, PARTS_SCHEMA } from '@backproof/core';
import type { CopyOptions, RelationOptions } from '@backproof/core';

/** The options: the Regions in which a copy counts, beside how recent it is, how long it is kept, and what proves it. */
export interface Options extends CopyOptions, RelationOptions {
  /** The Regions in which a copy counts. Empty: any Region except the resource's own. */
  readonly regions: readonly string[];
}

export const defaults: Options = { regions: [], ...COPY_DEFAULTS, followers: 'inherit', parts: 'judge' };

/** After the loss of a Region only the copy is left: the scan must find it, and it must be about as recent as a daily backup. */
export const strict: Partial<Options> = { proof: 'observed', maxAge: '48h' };

export const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    regions: {
      type: 'array',
      items: { title: 'Regions', type: 'string', pattern: '^[a-z]{2}(-[a-z]+)+-[0-9]+$' },
      description: "The Regions in which a copy counts. Empty: any Region except the resource's own.",
    },
    maxAge: COPY_SCHEMAS.maxAge,
    minRetention: {
      ...DURATION_SCHEMA,
      description:
        'How long that copy must be kept, so that a corruption is noticed while it still exists. `0d`: no requirement.',
    },
    proof: COPY_SCHEMAS.proof,
    followers: FOLLOWERS_SCHEMA,
    parts: PARTS_SCHEMA,
  },
};
