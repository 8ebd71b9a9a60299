import { DURATION_PATTERN, DURATION_SCHEMA } from '@backproof/core';
import type { PeerGroup } from '@backproof/core';

/** What a restore must be to count as a test, and for whom it stands. */
export interface Options {
  /** How old the newest test may be. */
  readonly within: string;
  /** A restore that no restore-testing plan started counts too. */
  readonly acceptManual: boolean;
  /** Only a restore whose result was validated counts. */
  readonly requireValidation: boolean;
  /** For whom a test stands: the resource alone, or all that share its type, its plan or a tag's value with it. */
  readonly scope: 'resource' | PeerGroup;
  /** How long a restore may take: a duration, or `none`. */
  readonly maxRestoreTime: string;
  /** Whether a recovery point's own word that it was restored is proof, or a restore job alone. */
  readonly proof: 'indirect' | 'direct';
  /** What becomes of types that restore testing does not support, where nobody restored them. */
  readonly untestable: 'notApplicable' | 'fail';
}

export const defaults: Options = {
  within: '90d',
  acceptManual: true,
  requireValidation: false,
  scope: 'resource',
  maxRestoreTime: 'none',
  proof: 'indirect',
  untestable: 'notApplicable',
};

/** That a restore completed does not say that its data is any good: somebody must have looked. */
export const strict: Partial<Options> = { requireValidation: true };

export const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    within: { ...DURATION_SCHEMA, description: 'How old the newest test may be.' },
    acceptManual: {
      type: 'boolean',
      description: 'A restore on demand, which no restore-testing plan started, counts too.',
    },
    requireValidation: { type: 'boolean', description: 'Only a restore whose result was validated counts.' },
    scope: {
      title: '`resource`, `type`, `plan`, `tag:KEY`',
      type: 'string',
      pattern: '^(resource|type|plan|tag:.+)$',
      description:
        'For whom a test stands: the resource alone, or all of its account and Region that share its type, a backup plan or the value of a tag, as in `tag:Application`.',
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
        "Whether a recovery point's last restore time is proof where no restore job is known: with `direct` it is not.",
    },
    untestable: {
      enum: ['notApplicable', 'fail'],
      description:
        'What becomes of types that restore testing does not support: `fail` judges them by restores on demand.',
    },
  },
};
