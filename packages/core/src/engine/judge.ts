import { canonicalJson } from '../model/canonical.js';
import type { Instant } from '../model/instant.js';
import type { Gap } from '../model/population.js';
import type { Resource } from '../model/resource.js';
import type { Dossier, EvidenceKind, Need } from '../rule/evidence-kind.js';
import type { Rule } from '../rule/rule.js';
import type { Verdict } from '../rule/verdict.js';
import type { GapFinder } from './gaps.js';

/** The engine's own messages; they stand beside the rule's. */
export const ENGINE_MESSAGES = {
  'evidence-incomplete': 'It cannot be told: {missing} could not be read ({cause}).',
  'rule-error': 'It cannot be told: the rule failed with "{error}".',
  'settings-unknown': 'It cannot be told which settings hold for {name}: its tags could not be read.',
} as const satisfies Readonly<Record<string, string>>;

/** A rule with the options that hold. */
export interface JudgingRule {
  readonly rule: Rule;
  readonly options: object;
}

/** A verdict with what was not read of the evidence behind it. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly gaps: readonly Gap[];
}

/**
 * Lets a rule judge a dossier, as far as its evidence allows. Whether it does is decided here and not by the rule:
 * what could not be read never makes a pass or a fail that it might have prevented.
 */
export function judge({ rule, options }: JudgingRule, dossier: Dossier, now: Instant, gapsOf: GapFinder): Judgement {
  const gapsFor = (needed: Need, dossiers: readonly Dossier[]): readonly Gap[] => {
    const kinds = evidenceKindsOf(rule).filter((kind) => rule.needs[kind] === needed);
    return distinct(dossiers.flatMap(({ resource }) => kinds.flatMap((kind) => gapsOf(resource, kind))));
  };
  const { hosts, sources } = dossier;
  const own = [dossier, ...hosts];
  const all = gapsFor('all', own);
  // A source can only add to a pass, so what is not known of it counts as little as what may be missing.
  const enough = distinct([...gapsFor('enough', [...own, ...sources]), ...gapsFor('all', sources)]);
  const context = gapsFor('context', [...own, ...sources]);
  const gaps = distinct([...all, ...enough, ...context]);
  const [needed] = all;
  if (needed !== undefined) return { verdict: evidenceIncomplete(needed, all.length), gaps };

  const verdict = askRule(rule, dossier, options, now);
  const [missing] = enough;
  if (verdict.status !== 'fail' || missing === undefined) return { verdict, gaps };
  return { verdict: { ...evidenceIncomplete(missing, enough.length), evidence: verdict.evidence }, gaps };
}

/** The judgement where it cannot be told by which settings to judge. */
export function settingsUnknown({ name }: Resource, gaps: readonly Gap[]): Judgement {
  return { verdict: { status: 'unknown', messageId: 'settings-unknown', data: { name }, evidence: [] }, gaps };
}

/** The kinds of evidence that a rule is given. */
export function evidenceKindsOf(rule: Rule): readonly EvidenceKind[] {
  return Object.keys(rule.needs) as readonly EvidenceKind[];
}

function askRule(rule: Rule, dossier: Dossier, options: object, now: Instant): Verdict {
  try {
    const verdict = rule.evaluate(dossier, options, now);
    const { status, messageId } = verdict;
    const message = Object.hasOwn(rule.messages, messageId) ? rule.messages[messageId] : undefined;
    if (message?.verdict === status) return verdict;
    throw new Error(`it has no message "${messageId}" for ${status}`);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { status: 'unknown', messageId: 'rule-error', data: { error: text }, evidence: [] };
  }
}

function evidenceIncomplete(first: Gap, count: number): Verdict {
  const cause = first.iamAction === undefined ? first.code : `${first.code}, ${first.iamAction} is missing`;
  const missing = count === 1 ? first.operation : `${first.operation} and ${count - 1} more`;
  return { status: 'unknown', messageId: 'evidence-incomplete', data: { missing, cause }, evidence: [] };
}

function distinct(gaps: readonly Gap[]): readonly Gap[] {
  return [...new Map(gaps.map((gap) => [canonicalJson(gap), gap])).values()];
}
