import { DURATION_SCHEMA, FOLLOWERS_SCHEMA, PARTS_SCHEMA } from '@backproof/core';
import type { RelationChoice } from '@backproof/core';

/** The options: where the required copy is, how recent it is, how long it is kept, and what proves it. */
export interface Options {
  /** IDs of the accounts in which a copy counts. Empty: any account except the resource's own. */
  readonly accounts: readonly string[];
  /** The greatest age of the data of the newest copy. */
  readonly maxAge: string;
  /** The minimum time for which that copy is kept, from the moment of its data. */
  readonly minRetention: string;
  /** A copy in a logically air-gapped vault of the resource's own account counts, too. */
  readonly acceptAirGapped: boolean;
  /** The copy must also be in another Region. */
  readonly crossRegion: boolean;
  /**
   * The least proof of a copy that counts. `observed`: the scan found its recovery point. `reported`: or its copy job
   * completed, where the destination was not scanned. `configured`: or a plan would make one.
   */
  readonly proof: 'observed' | 'reported' | 'configured';
  /** `inherit`: a replica passes with what it replicates. `judge`: it is judged by its own copies alone. */
  readonly followers: RelationChoice;
  /** `inherit`: an instance passes where all of its volumes do. `judge`: it is judged by its own copies alone. */
  readonly parts: RelationChoice;
}

export const defaults: Options = {
  accounts: [],
  maxAge: '7d',
  minRetention: '30d',
  acceptAirGapped: false,
  crossRegion: false,
  proof: 'reported',
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
    maxAge: { ...DURATION_SCHEMA, description: 'How old the data of the newest copy may be.' },
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
    proof: {
      enum: ['observed', 'reported', 'configured'],
      description:
        'The least proof of a copy that counts. `observed`: the scan found the copy. `reported`: or its copy job completed. `configured`: or a plan would make it.',
    },
    followers: FOLLOWERS_SCHEMA,
    parts: PARTS_SCHEMA,
  },
};
