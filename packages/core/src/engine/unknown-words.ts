import { UNKNOWN_KINDS, UNKNOWN_NAMES } from '../model/unknown-kind.js';
import { unknownsOf } from './gate-weights.js';
import type { RuleWithUnknowns } from './gate-weights.js';
import type { Outcome } from './outcome.js';

/** Returns why an outcome is unknown in a few words: `forgotten by AWS`; undefined if no kind was recorded. */
export function unknownKindText({ unknownKind }: Pick<Outcome, 'unknownKind'>): string | undefined {
  return unknownKind && UNKNOWN_NAMES[unknownKind];
}

/** Counts the unknown outcomes of rules by kind, in words: `2 not read, 44 forgotten by AWS`; empty if there are none. */
export function unknownTallyText(rules: readonly Omit<RuleWithUnknowns, 'id'>[]): string {
  const counts = rules.map(unknownsOf);
  const parts = UNKNOWN_KINDS.map((kind) => ({ kind, sum: counts.reduce((sum, each) => sum + each[kind], 0) }));
  const some = parts.filter(({ sum }) => sum > 0);
  return some.map(({ kind, sum }) => `${sum.toLocaleString('en')} ${UNKNOWN_NAMES[kind]}`).join(', ');
}
