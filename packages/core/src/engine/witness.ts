import type { Resource } from '../model/resource.js';
import type { Message } from '../rule/message.js';
import type { RelationKind } from '../model/relation.js';
import type { Rule } from '../rule/rule.js';
import type { Evidence, MessageValue, Verdict } from '../rule/verdict.js';
import type { View } from './dossier-maker.js';
import type { EngineMessageId } from './engine-messages.js';
import { unknownKindOf } from './judge.js';
import type { Judgement } from './judge.js';
import type { Related } from './relations.js';

/** The judgement of a related resource by its own evidence. */
export interface Testified {
  readonly judgement: Judgement;
  /** The part of its evidence that is also about the resource, by which it is judged. Undefined: all of it. */
  readonly view: View | undefined;
  /** There is a view, and all of its evidence would pass. */
  readonly passesInFull: boolean;
  /** It has recovery points in the view. */
  readonly hasPoints: boolean;
}

/** A related resource with its own judgement. */
export interface Witness extends Testified {
  readonly related: Related & { readonly resource: Resource };
}

/** The resources that a rule may ask, and the judgements of those that were judged. */
export interface Testimony {
  readonly related: readonly Related[];
  readonly witnesses: readonly Witness[];
  /** No plan assigns the resource itself, and it has no recovery points of its own. */
  readonly isBare: boolean;
}

/** A judgement that rests on a related resource. */
export function through(
  id: EngineMessageId,
  status: Verdict['status'],
  rule: Rule,
  resource: Resource,
  witness: Witness,
): Judgement {
  const { related, judgement } = witness;
  const via = nameFrom(resource, related.resource);
  const data = { name: resource.name, via, relation: related.kind satisfies RelationKind };
  const verdict = engineVerdict(id, status, data, [evidenceOf(rule, witness)]);
  const isUnknown = judgement.verdict.status === 'unknown';
  return { verdict, gaps: judgement.gaps, ...(isUnknown && { unknownKind: unknownKindOf(rule, judgement) }) };
}

/** The related resource's own verdict, referred to by its ARN and the rule: its evidence stands with its own outcome. */
export function evidenceOf(rule: Rule, { related: { resource }, judgement: { verdict } }: Witness): Evidence {
  return outcomeAsEvidence(rule, { resource, verdict });
}

/** The verdict of a resource, referred to by its ARN and the rule. */
export function outcomeAsEvidence(
  { id, messages }: Rule,
  { resource, verdict: { status, messageId } }: { readonly resource: Resource; readonly verdict: Verdict },
): Evidence {
  const message: Message | undefined = Object.hasOwn(messages, messageId) ? messages[messageId] : undefined;
  return { kind: 'outcome', id: resource.arn, text: `${id}: ${status}, ${message?.meaning ?? messageId}` };
}

/** A verdict by a message of the engine. */
export function engineVerdict(
  messageId: EngineMessageId,
  status: Verdict['status'],
  data: Readonly<Record<string, MessageValue>>,
  evidence: readonly Evidence[],
): Verdict {
  return { status, messageId, data, evidence };
}

/** Returns true if a judgement is a pass. */
export function passes({ verdict }: Judgement): boolean {
  return verdict.status === 'pass';
}

/** Returns true if a verdict is a pass that rests on a future event. */
export function isPromise({ messages }: Rule, { messageId }: Verdict): boolean {
  const message = Object.hasOwn(messages, messageId) ? messages[messageId] : undefined;
  return message?.status === 'pass' && message.promise === true;
}

/** The name of a related resource, with its place where that is another one: replicas of a table share their name. */
export function nameFrom({ accountId, region }: Resource, other: Resource): string {
  if (other.accountId !== accountId) return `${other.name} of account ${other.accountId} in ${other.region}`;
  return other.region === region ? other.name : `${other.name} in ${other.region}`;
}
