import type { Resource } from '../model/resource.js';
import type { Rule } from '../rule/rule.js';
import type { Judgement } from './judge.js';
import { engineVerdict, evidenceOf, nameFrom, passes } from './witness.js';
import type { Testimony } from './witness.js';

/**
 * A fail of a resource that would pass, or might, through what it no longer follows; unknown where it may follow it yet.
 */
export function afterHalt(
  rule: Rule,
  resource: Resource,
  own: Judgement,
  { related, witnesses }: Testimony,
): Judgement | undefined {
  if (own.verdict.status !== 'fail') return undefined;
  const name = { name: resource.name };
  const unsure = related.find(({ halted }) => halted?.isKnown === false);
  const witness = witnesses.find(({ related: { halted }, judgement }) => halted !== undefined && passes(judgement));
  if (unsure?.halted !== undefined && (unsure.resource === undefined || witness !== undefined)) {
    const data = { ...name, state: unsure.halted.word };
    return { verdict: engineVerdict('following-unknown', 'unknown', data, own.verdict.evidence), gaps: own.gaps };
  }
  if (witness?.related.halted === undefined) return undefined;
  const data = { ...name, via: nameFrom(resource, witness.related.resource), state: witness.related.halted.word };
  const evidence = [...own.verdict.evidence, evidenceOf(rule, witness)];
  const verdict = engineVerdict('not-following', 'fail', data, evidence);
  return { verdict, gaps: own.gaps, insteadOf: own.verdict.messageId };
}
