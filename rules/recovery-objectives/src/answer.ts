import type { Evidence, RecoveryStep } from '@backproof/core';
import type { Objective } from './objectives.js';

/** The ways to miss an objective, the worst first. */
export const MISSES = ['lost', 'follows-only', 'at-risk', 'rpo-missed', 'rto-missed'] as const;

type Miss = (typeof MISSES)[number];

/** The reasons for which an answer is not known, the one that a reader can change first. */
export const DOUBTS = ['not-read', 'undocumented', 'restore-untested'] as const;

/** The reason for which an answer is not known. */
export type Doubt = (typeof DOUBTS)[number];

/** The answer to one objective; its text is a clause. */
export type Answer = {
  readonly objective: Objective;
  readonly text: string;
  readonly evidence: readonly Evidence[];
} & (
  | { readonly kind: 'met'; readonly ifActed?: true }
  /** `steps`: each of them alone would meet it, if something survived. */
  | { readonly kind: 'missed'; readonly how: Miss; readonly steps?: readonly RecoveryStep[] }
  | { readonly kind: 'unknown'; readonly why: Doubt }
);
