import { sha256Of } from '../model/canonical.js';
import type { ResourceState } from '../model/resource.js';
import type { Severity } from '../model/severity.js';
import { renderMessage } from '../rule/message.js';
import type { Rule } from '../rule/rule.js';
import type { Evidence, Verdict } from '../rule/verdict.js';
import { engineMessage } from './engine-messages.js';
import { unknownKindOf } from './judge.js';
import type { Judgement } from './judge.js';
import type { Disposition, Outcome, OutcomeEvidence, OutcomeSubject } from './outcome.js';
import { identityOf } from './subjects.js';

const OPEN: Disposition = { kind: 'open' };

/**
 * The outcome of a judgement: all that a report says of it. A failure is open until a waiver or a baseline is looked at.
 * Its fields stand in the order of canonical JSON, in which an outcome can be written as it is; and each is made in one
 * literal, as V8 gives a copy that is added to a hidden class of its own.
 */
export function outcomeOf(
  rule: Rule,
  severity: Severity,
  subject: OutcomeSubject,
  judgement: Judgement,
  state?: ResourceState,
): Outcome {
  const { verdict, gaps } = judgement;
  const { status, messageId, evidence } = verdict;
  const data = plainData(verdict.data);
  const told = evidence.map(withIsoTime);
  const fingerprint = sha256Of(`${rule.id}\n${identityOf(subject)}`);
  const message = messageText(rule, verdict) + stateText(status, state);
  const ruleId = rule.id;
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
    : status === 'unknown'
      ? {
          data,
          evidence: told,
          fingerprint,
          gaps,
          message,
          messageId,
          ruleId,
          severity,
          status,
          subject,
          unknownKind: unknownKindOf(rule, judgement),
        }
      : { data, evidence: told, fingerprint, gaps, message, messageId, ruleId, severity, status, subject };
}

function messageText({ messages }: Rule, { messageId, data }: Verdict): string {
  const own = Object.hasOwn(messages, messageId) ? messages[messageId] : undefined;
  const message = own ?? engineMessage(messageId, data.relation);
  return renderMessage(message?.text ?? messageId, data);
}

/** A resource that has failed, or whose state is not known, says so in every message: its backup matters the most. */
function stateText(status: Verdict['status'], state: ResourceState | undefined): string {
  if (state === undefined || status === 'notApplicable') return '';
  if (state.is === 'failed') return ` Its state is ${state.word}${/fail/i.test(state.word) ? '' : ' (failed)'}.`;
  return state.is === 'unknown' ? ` Its state is "${state.word}", which this version does not know.` : '';
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
