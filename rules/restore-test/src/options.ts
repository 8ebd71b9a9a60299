import { DURATION_PATTERN, DURATION_SCHEMA, FOLLOWERS_SCHEMA, parseDuration, PARTS_SCHEMA } from '@backproof/core';
import type { PeerGroup, RelationOptions } from '@backproof/core';

/** The options: which restores count as a test, and for which resources. */
export interface Options extends RelationOptions {
  /** The greatest age of the newest test. */
  readonly within: string;
  /** Also counts a restore that no restore-testing plan started, by AWS Backup or without it. */
  readonly acceptManual: boolean;
  /** Counts only a restore whose result was validated. */
  readonly requireValidation: boolean;
  /** The resources that a test stands for: the restored one, or all that share its type, its plan or a tag's value. */
  readonly scope: 'resource' | PeerGroup;
  /** The longest that a restore may take: a duration, or `none`. */
  readonly maxRestoreTime: string;
  /** Proof by a recovery point that AWS Backup reports as restored, or by restore jobs alone. */
  readonly proof: 'indirect' | 'direct';
  /** The verdict where neither the list of restore jobs nor the event history of CloudTrail shows a restore. */
  readonly absence: 'fail' | 'unknown';
  /** The verdict on types that restore testing does not support, where no restore is known. */
  readonly untestable: 'notApplicable' | 'fail';
}

export const defaults: Options = {
  within: '90d',
  acceptManual: true,
  requireValidation: false,
  scope: 'resource',
  maxRestoreTime: 'none',
  proof: 'indirect',
  absence: 'fail',
  untestable: 'notApplicable',
  followers: 'inherit',
  parts: 'judge',
};

/** A completed restore does not prove that its data is good: something must have validated it. */
export const strict: Partial<Options> = { requireValidation: true };

export const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    within: { ...DURATION_SCHEMA, description: 'How old the newest test may be.' },
    acceptManual: {
      type: 'boolean',
      description:
        'A restore on demand, which no restore-testing plan started, counts too, and so does one without AWS Backup that CloudTrail shows.',
    },
    requireValidation: { type: 'boolean', description: 'Only a restore whose result was validated counts.' },
    scope: {
      title: '`resource`, `type`, `plan`, `tag:KEY`',
      type: 'string',
      pattern: '^(resource|type|plan|tag:.+)$',
      description:
        'The resources that a test stands for: the restored one alone, or all of its account and Region that share its type, a backup plan or the value of a tag, as in `tag:Application`.',
    },
    maxRestoreTime: {
      title: 'a duration, `none`',
      type: 'string',
      pattern: `^none$|${DURATION_PATTERN}`,
      description: 'How long a restore may take, from the creation of its job to its completion.',
    },
    proof: {
      enum: ['indirect', 'direct'],
      description:
        '`indirect`: where no restore job is known, the last restore time of a recovery point is proof, and so is a call that restored without AWS Backup. `direct`: only restore jobs are proof.',
    },
    absence: {
      enum: ['fail', 'unknown'],
      description:
        'The verdict where the list of restore jobs, of 30 days, and the event history of CloudTrail, of 90 days, show no restore. AWS delivers events on a best-effort basis: `unknown` counts only what AWS Backup listed.',
    },
    untestable: {
      enum: ['notApplicable', 'fail'],
      description:
        'The verdict on types that restore testing does not support: `fail` judges them by restores on demand.',
    },
    followers: FOLLOWERS_SCHEMA,
    parts: PARTS_SCHEMA,
  },
};

/**
 * Returns true if a restore counts of which no more is known than that it began: AWS has no record of its end, of the time
 * that it took or of a validation.
 */
export function trustsBeginnings(options: Options): boolean {
  const { acceptManual, requireValidation, maxRestoreTime, proof } = options;
  return acceptManual && !requireValidation && maxRestoreTime === 'none' && proof === 'indirect';
}

/** Returns the age in milliseconds up to which restores without AWS Backup count; undefined if they do not. */
export function nativeRestoresWithin(options: Options): number | undefined {
  return trustsBeginnings(options) ? parseDuration(options.within) : undefined;
}
