import { canCopyFrom, durationText, stepSentence } from '@backproof/core';
import type { Capability } from '@backproof/core';
import type { Answer } from './answer.js';

type Missed = Extract<Answer, { readonly kind: 'missed' }>;

/** Returns true if AWS Backup offers nothing for this type with which a miss could be met. */
export function isOutOfReach({ objective: { loss }, how, steps = [] }: Missed, capability: Capability): boolean {
  if (how === 'lost' || how === 'follows-only') return steps.length === 0;
  return how === 'rpo-missed' && loss.kind !== 'hostile-admin' && !canCopyFrom(loss, capability);
}

/** The steps each of which alone would meet the objective, as sentences. */
export function stepText({ objective: { loss, rpoMs }, how, steps = [] }: Missed): string {
  if (how === 'rto-missed') return 'Find a quicker way to restore it, and test that.';
  if (how === 'rpo-missed') {
    return `Make such backups at least every ${durationText(rpoMs ?? 0)}, or find out why the last ones are missing.`;
  }
  const [first = '', ...others] = steps.map((step) => stepSentence(step, [loss]));
  return [first, ...others.map((other) => `Or ${other.charAt(0).toLowerCase()}${other.slice(1)}`)].join(' ');
}
