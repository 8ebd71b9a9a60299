import { DURATION_SCHEMA, FOLLOWERS_SCHEMA, PARTS_SCHEMA } from '@backproof/core';
import type { RelationChoice } from '@backproof/core';

/** The copy that is asked for: where it lies, how fresh and long-lived it is, and what proves it. */
export interface Options {
  /** Account ids that a copy may lie in. Empty: any account but the resource's own. */
  readonly accounts: readonly string[];
  /** The greatest age of the data of the newest copy. */
  readonly maxAge: string;
  /** The least time for which that copy is kept, from the moment of its data. */
  readonly minRetention: string;
  /** A logically air-gapped vault of the resource's own account is as good as another account. */
  readonly acceptAirGapped: boolean;
  /** The copy must lie in another Region, too. */
  readonly crossRegion: boolean;
  /**
   * The least that proves a copy. `observed`: its recovery point was seen. `reported`: or its copy job completed, where
   * the destination was not scanned. `configured`: or a plan would make one.
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
 * After an intrusion the copy is all there is: it must have been seen, and be about as young as a daily backup. Whether
 * it lies in another Region too is for the data's owner to say: law may bind it to one.
 */
export const strict: Partial<Options> = { proof: 'observed', maxAge: '48h' };

export const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    accounts: {
      type: 'array',
      items: { title: 'account ids', type: 'string', pattern: '^[0-9]{12}$' },
      description: "Account ids that a copy may lie in. Empty: any account but the resource's own.",
    },
    maxAge: { ...DURATION_SCHEMA, description: 'How old the data of the newest copy may be.' },
    minRetention: {
      ...DURATION_SCHEMA,
      description:
        'How long that copy must be kept, so that an intrusion is noticed while it exists; `0d` asks for nothing.',
    },
    acceptAirGapped: {
      type: 'boolean',
      description: "A logically air-gapped vault of the resource's own account is as good as another account.",
    },
    crossRegion: { type: 'boolean', description: 'The copy must lie in another Region, too.' },
    proof: {
      enum: ['observed', 'reported', 'configured'],
      description:
        'The least that proves a copy: its recovery point, or a completed copy job, or a plan that would copy.',
    },
    followers: FOLLOWERS_SCHEMA,
    parts: PARTS_SCHEMA,
  },
};
