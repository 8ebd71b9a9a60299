import { COPY_DEFAULTS, COPY_SCHEMAS, DURATION_SCHEMA, FOLLOWERS_SCHEMA, PARTS_SCHEMA } from '@backproof/core';
import type { CopyOptions, RelationOptions } from '@backproof/core';

/** The options: where the required copy is, beside how recent it is, how long it is kept, and what proves it. */
export interface Options extends CopyOptions, RelationOptions {
  /** IDs of the accounts in which a copy counts. Empty: any account except the resource's own. */
  readonly accounts: readonly string[];
  /** A copy in a logically air-gapped vault of the resource's own account counts, too. */
  readonly acceptAirGapped: boolean;
  /** The copy must also be in another Region. */
  readonly crossRegion: boolean;
}

export const defaults: Options = {
  accounts: [],
  ...COPY_DEFAULTS,
  acceptAirGapped: false,
  crossRegion: false,
  followers: 'inherit',
  parts: 'judge',
};

/**
 * After an intrusion only the copy is left: the scan must find it, and it must be about as recent as a daily backup.
 * Whether it is also in another Region is the data owner's decision: law may bind the data to one.
 */
export const strict: Partial<Options> = { proof: 'observed', maxAge: '48h' };

export const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    accounts: {
      type: 'array',
      items: { title: 'account IDs', type: 'string', pattern: '^[0-9]{12}$' },
      description: "IDs of the accounts in which a copy counts. Empty: any account except the resource's own.",
    },
    maxAge: COPY_SCHEMAS.maxAge,
    minRetention: {
      ...DURATION_SCHEMA,
      description:
        'How long that copy must be kept, so that an intrusion is noticed while it still exists. `0d`: no requirement.',
    },
    acceptAirGapped: {
      type: 'boolean',
      description: "A copy in a logically air-gapped vault of the resource's own account counts, too.",
    },
    crossRegion: { type: 'boolean', description: 'The copy must also be in another Region.' },
    proof: COPY_SCHEMAS.proof,
    followers: FOLLOWERS_SCHEMA,
    parts: PARTS_SCHEMA,
  },
};
