import { sha256 } from '../model/canonical.js';
import { compare } from '../model/order.js';
import type { Resource } from '../model/resource.js';
import { renderMessage } from '../rule/message.js';
import type { Rule, Severity } from '../rule/rule.js';
import type { Evidence, MessageValue } from '../rule/verdict.js';
import { ENGINE_MESSAGES } from './judge.js';
import type { Judgement } from './judge.js';
import type { Outcome, OutcomeEvidence, OutcomeSubject } from './run.js';

const OWN_MESSAGES: Readonly<Record<string, string>> = ENGINE_MESSAGES;

/** The outcome of a judgement: all that a report says of it. */
export function outcomeOf(rule: Rule, severity: Severity, resource: Resource, { verdict, gaps }: Judgement): Outcome {
  const { status, messageId, data, evidence } = verdict;
  return {
    ruleId: rule.id,
    subject: subjectOf(resource),
    status,
    severity,
    messageId,
    message: renderMessage(rule.messages[messageId] ?? OWN_MESSAGES[messageId] ?? messageId, data),
    data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, plain(value)])),
    evidence: evidence.map(withIsoTime),
    gaps,
    fingerprint: sha256([rule.id, '\n', resource.arn]),
  };
}

export function subjectOf({ arn, type, name, accountId, region }: Resource): OutcomeSubject {
  return { arn, type, name, accountId, region };
}

/** By account, Region and ARN. */
export function compareSubjects(a: OutcomeSubject, b: OutcomeSubject): number {
  return compare(a.accountId, b.accountId) || compare(a.region, b.region) || compare(a.arn, b.arn);
}

function plain(value: MessageValue): string | number {
  return value instanceof Date ? value.toISOString() : value;
}

function withIsoTime({ at, ...evidence }: Evidence): OutcomeEvidence {
  return at === undefined ? evidence : { ...evidence, at: at.toISOString() };
}
