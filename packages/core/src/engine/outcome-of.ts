import { sha256 } from '../model/canonical.js';
import type { Resource } from '../model/resource.js';
import type { Severity } from '../model/severity.js';
import { renderMessage } from '../rule/message.js';
import type { Rule } from '../rule/rule.js';
import type { Evidence, Verdict } from '../rule/verdict.js';
import { ENGINE_MESSAGES } from './judge.js';
import type { Judgement } from './judge.js';
import type { Disposition, Outcome, OutcomeEvidence, OutcomeSubject } from './outcome.js';

const OWN_MESSAGES: Readonly<Record<string, string>> = ENGINE_MESSAGES;

const OPEN: Disposition = { kind: 'open' };

/**
 * The outcome of a judgement: all that a report says of it. A failure is open until a waiver or a baseline is looked at.
 * Its fields stand in the order of canonical JSON, in which an outcome can be written as it is; and each is made in one
 * literal, as V8 gives a copy that is added to a hidden class of its own.
 */
export function outcomeOf(rule: Rule, severity: Severity, resource: Resource, { verdict, gaps }: Judgement): Outcome {
  const { status, messageId, evidence } = verdict;
  const data = plainData(verdict.data);
  const told = evidence.map(withIsoTime);
  const fingerprint = sha256([rule.id, '\n', resource.arn]);
  const message = renderMessage(rule.messages[messageId]?.text ?? OWN_MESSAGES[messageId] ?? messageId, verdict.data);
  const [ruleId, subject] = [rule.id, subjectOf(resource)];
  return status === 'fail'
    ? {
        data,
        disposition: OPEN,
        evidence: told,
        fingerprint,
        gaps,
        message,
        messageId,
        ruleId,
        severity,
        status,
        subject,
      }
    : { data, evidence: told, fingerprint, gaps, message, messageId, ruleId, severity, status, subject };
}

export function subjectOf({ accountId, arn, name, region, type }: Resource): OutcomeSubject {
  return { accountId, arn, name, region, type };
}

function plainData(data: Verdict['data']): Outcome['data'] {
  const plain: Record<string, string | number> = {};
  for (const name of Object.keys(data).sort()) {
    const value = data[name];
    if (value !== undefined) plain[name] = value instanceof Date ? value.toISOString() : value;
  }
  return plain;
}

function withIsoTime({ at, id, kind, text }: Evidence): OutcomeEvidence {
  return at === undefined ? { id, kind, text } : { at: at.toISOString(), id, kind, text };
}
