import { DURATION_SCHEMA } from '../config/duration.js';

/** The options that all rules about copies have: how recent a copy is, how long it is kept, and what proves it. */
export interface CopyOptions {
  /** The greatest age of the data of the newest copy. */
  readonly maxAge: string;
  /** The minimum time for which that copy is kept, from the moment of its data. */
  readonly minRetention: string;
  /**
   * The least proof of a copy that counts. `observed`: the scan found its recovery point. `reported`: or its copy job
   * completed, where the destination was not scanned. `configured`: or a plan would make one.
   */
  readonly proof: 'observed' | 'reported' | 'configured';
}

export const COPY_DEFAULTS: CopyOptions = { maxAge: '7d', minRetention: '30d', proof: 'reported' };

/** The schemas of the options that all rules about copies have. `minRetention` has a reason in each of them. */
export const COPY_SCHEMAS = {
  maxAge: { ...DURATION_SCHEMA, description: 'How old the data of the newest copy may be.' },
  proof: {
    enum: ['observed', 'reported', 'configured'],
    description:
      'The least proof of a copy that counts. `observed`: the scan found the copy. `reported`: or its copy job completed. `configured`: or a plan would make it.',
  },
} as const;
