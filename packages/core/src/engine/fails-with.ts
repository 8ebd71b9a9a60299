import type { Resource } from '../model/resource.js';
import type { RelationKind } from '../model/relation.js';
import type { Rule } from '../rule/rule.js';
import type { Judgement } from './judge.js';
import { distinct } from './rule-gaps.js';
import { engineVerdict, evidenceOf, nameFrom, outcomeAsEvidence, passes } from './witness.js';
import type { Witness } from './witness.js';

/**
 * A fail of a resource that has no plan and no points of its own, where what it is backed up with has some and fails: it
 * was attached after the backups were made, or they are too old, ... What is wrong with its own backups says more.
 */
export function failsWith(
  rule: Rule,
  resource: Resource,
  own: Judgement,
  witnesses: readonly Witness[],
): Judgement | undefined {
  if (own.verdict.status !== 'fail') return undefined;
  const failing = witnesses.filter(({ related, judgement }) => related.kind !== 'parts' && !passes(judgement));
  const late = failing.find(({ passesInFull }) => passesInFull);
  const other = late ?? failing.find(({ hasPoints }) => hasPoints);
  if (other === undefined) return undefined;
  const evidence = [
    outcomeAsEvidence(rule, { resource, verdict: own.verdict }),
    ...own.verdict.evidence,
    evidenceOf(rule, other),
  ];
  const gaps = distinct([...own.gaps, ...other.judgement.gaps]);
  const { kind, resource: via } = other.related;
  const data = { name: resource.name, via: nameFrom(resource, via), relation: kind satisfies RelationKind };
  if (late?.view !== undefined) {
    const verdict = engineVerdict('attached-later', 'fail', { ...data, since: new Date(late.view.from) }, evidence);
    return { verdict, gaps, insteadOf: own.verdict.messageId };
  }
  const insteadOf = other.judgement.verdict.messageId;
  return { verdict: engineVerdict('related-fails', 'fail', data, evidence), gaps, insteadOf };
}
