import type { Gap } from '../model/population.js';
import type { UnknownKind } from '../model/unknown-kind.js';
import type { AnyDossier } from '../rule/dossier.js';
import type { Judge, Rule } from '../rule/rule.js';
import type { Verdict } from '../rule/verdict.js';
import { causeOf } from './gap-words.js';
import type { RuleGaps } from './rule-gaps.js';

/** A verdict with what was not read of the evidence behind it. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly gaps: readonly Gap[];
  /** The rule's own message that a failure of the engine stands in for: it weighs as much. */
  readonly insteadOf?: string;
  /** The kind of reason why it is unknown, where it is that of another judgement. Absent: by its message. */
  readonly unknownKind?: UnknownKind;
}

/** Returns the kind of reason for which a judgement is unknown. What was not read might have decided all others. */
export function unknownKindOf({ messages }: Rule, { verdict, gaps, unknownKind }: Judgement): UnknownKind {
  if (gaps.length > 0) return 'unread';
  const { messageId } = verdict;
  const message = Object.hasOwn(messages, messageId) ? messages[messageId] : undefined;
  return unknownKind ?? (message?.status === 'unknown' ? message.kind : undefined) ?? 'unread';
}

/**
 * Lets a rule judge a dossier, as far as its evidence allows. Whether it does is decided here and not by the rule:
 * what could not be read never makes a pass or a fail that it might have prevented. `dossier` makes the dossier of the
 * subject, where it is needed.
 */
export function judge(rule: Rule, judgeOf: Judge, dossier: () => AnyDossier, gaps: RuleGaps): Judgement {
  const { all, enough, every } = gaps;
  const [needed] = all;
  if (needed !== undefined) return { verdict: evidenceIncomplete(needed, all.length), gaps: every };

  const verdict = askRule(rule, judgeOf, dossier);
  const [missing] = enough;
  if (verdict.status !== 'fail' || missing === undefined) return { verdict, gaps: every };
  return { verdict: { ...evidenceIncomplete(missing, enough.length), evidence: verdict.evidence }, gaps: every };
}

/** The judgement where the settings that apply are not known. */
export function settingsUnknown({ name }: { readonly name: string }, gaps: readonly Gap[]): Judgement {
  return { verdict: { status: 'unknown', messageId: 'settings-unknown', data: { name }, evidence: [] }, gaps };
}

/** The verdict where evidence is missing that could have changed it. */
export function evidenceIncomplete(first: Gap, count: number): Verdict {
  const cause = causeOf(first);
  const missing = count === 1 ? first.operation : `${first.operation} and ${count - 1} more`;
  return { status: 'unknown', messageId: 'evidence-incomplete', data: { missing, cause }, evidence: [] };
}

function askRule(rule: Rule, judgeOf: Judge, dossier: () => AnyDossier): Verdict {
  try {
    const verdict = judgeOf(dossier());
    const { status, messageId } = verdict;
    const message = Object.hasOwn(rule.messages, messageId) ? rule.messages[messageId] : undefined;
    if (message?.status === status) return verdict;
    throw new Error(`it has no message "${messageId}" for ${status}`);
  } catch (error) {
    return ruleError(error);
  }
}

/** The verdict where a rule throws. */
export function ruleError(error: unknown): Verdict {
  const text = error instanceof Error ? error.message : String(error);
  return { status: 'unknown', messageId: 'rule-error', data: { error: text }, evidence: [] };
}
