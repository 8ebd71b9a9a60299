import { sha256 } from '../model/canonical.js';
import type { Resource } from '../model/resource.js';
import type { Severity } from '../model/severity.js';
import { renderMessage } from '../rule/message.js';
import type { Rule } from '../rule/rule.js';
import type { Evidence, MessageValue } from '../rule/verdict.js';
import { ENGINE_MESSAGES } from './judge.js';
import type { Judgement } from './judge.js';
import type { Disposition, Outcome, OutcomeEvidence, OutcomeSubject } from './outcome.js';

const OWN_MESSAGES: Readonly<Record<string, string>> = ENGINE_MESSAGES;

const OPEN: Disposition = { kind: 'open' };

/** The outcome of a judgement: all that a report says of it. A failure is open until a waiver or a baseline is looked at. */
export function outcomeOf(rule: Rule, severity: Severity, resource: Resource, { verdict, gaps }: Judgement): Outcome {
  const { status, messageId, data, evidence } = verdict;
  const about = {
    ruleId: rule.id,
    subject: subjectOf(resource),
    severity,
    messageId,
    message: renderMessage(rule.messages[messageId]?.text ?? OWN_MESSAGES[messageId] ?? messageId, data),
    data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, plain(value)])),
    evidence: evidence.map(withIsoTime),
    gaps,
    fingerprint: sha256([rule.id, '\n', resource.arn]),
  };
  return status === 'fail' ? { ...about, status, disposition: OPEN } : { ...about, status };
}

export function subjectOf({ arn, type, name, accountId, region }: Resource): OutcomeSubject {
  return { arn, type, name, accountId, region };
}

function plain(value: MessageValue): string | number {
  return value instanceof Date ? value.toISOString() : value;
}

function withIsoTime({ at, ...evidence }: Evidence): OutcomeEvidence {
  return at === undefined ? evidence : { ...evidence, at: at.toISOString() };
}
