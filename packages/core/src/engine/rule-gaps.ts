import type { Gap } from '../model/population.js';
import { canonicalJson } from '../model/canonical.js';
import type { EvidenceKind, Need } from '../rule/evidence-kind.js';
import type { Rule } from '../rule/rule.js';
import type { GapFinder, Placed } from './gaps.js';

/** The gaps in the evidence that a rule needs about a subject. */
export interface RuleGaps {
  readonly all: readonly Gap[];
  readonly enough: readonly Gap[];
  /** The gaps of all needs. */
  readonly every: readonly Gap[];
  /** The kinds of evidence that have gaps. */
  readonly unread: readonly EvidenceKind[];
}

/**
 * Finds the gaps in what a rule needs. They are the same for all subjects of one type in one scope, but for those whose
 * tags were not read and those with gaps of their own: thousands of outcomes share one list.
 */
export function ruleGaps(rule: Pick<Rule, 'needs'>, gapsIn: GapFinder): (subject: Placed) => RuleGaps {
  const known = new Map<string, RuleGaps>();
  return (subject) => {
    const key = gapsIn.groupOf(subject);
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = findGaps(rule, subject, gapsIn);
    known.set(key, found);
    return found;
  };
}

function findGaps(rule: Pick<Rule, 'needs'>, subject: Placed, gapsIn: GapFinder): RuleGaps {
  const kinds = evidenceKindsOf(rule);
  const gapsFor = (needed: Need): readonly Gap[] =>
    distinct(kinds.filter((kind) => rule.needs[kind] === needed).flatMap((kind) => gapsIn.of(subject, kind)));
  const [all, enough] = [gapsFor('all'), gapsFor('enough')];
  return {
    all,
    enough,
    every: distinct([...all, ...enough, ...gapsFor('context')]),
    unread: Object.freeze(kinds.filter((kind) => gapsIn.of(subject, kind).length > 0)),
  };
}

/** The kinds of evidence that a rule is given. */
export function evidenceKindsOf(rule: Pick<Rule, 'needs'>): readonly EvidenceKind[] {
  return Object.keys(rule.needs) as readonly EvidenceKind[];
}

/** The same gaps, each once. */
export function distinct(gaps: readonly Gap[]): readonly Gap[] {
  return gaps.length < 2 ? gaps : [...new Map(gaps.map((gap) => [canonicalJson(gap), gap])).values()];
}
