import { parseArn, wayOutOf } from '@backproof/core';
import type { Gap, Outcome, OutcomeSubject, WaiverInRun } from '@backproof/core';
import { attributes, element, legal } from './xml.js';

/** The time that a verdict takes is not measured, but Surefire requires one. */
export const NO_TIME = '0.000';

/** The waivers of a run, by id. */
export type Waivers = ReadonlyMap<string, WaiverInRun>;

/** A test case with its result; a test case that passed has none. */
export function testcase(classname: string, name: string, result = ''): string {
  const head = `    <testcase${attributes({ classname, name, time: NO_TIME })}`;
  return result === '' ? `${head}/>\n` : `${head}>${result}</testcase>\n`;
}

/** An outcome as a test case; undefined where the rule is not applicable. */
export function outcomeTestcase(outcome: Outcome, waivers: Waivers): string | undefined {
  if (outcome.status === 'notApplicable') return undefined;
  return testcase(`backproof.${outcome.ruleId}`, nameOf(outcome), resultOf(outcome, waivers));
}

function resultOf(outcome: Exclude<Outcome, { status: 'notApplicable' }>, waivers: Waivers): string {
  const { message, messageId, severity } = outcome;
  const text = textOf(outcome);
  if (outcome.status === 'pass') return '';
  if (outcome.status !== 'fail') return element('error', { message, type: messageId }, text);
  const { disposition } = outcome;
  switch (disposition.kind) {
    case 'open': {
      const expired = waivers.get(disposition.expiredWaiver ?? '');
      const note = expired === undefined ? '' : `${waiverText(expired)}\n`;
      return element('failure', { message, type: severity }, note + text);
    }
    case 'waived': {
      const waiver = waivers.get(disposition.waiver);
      const why = waiver === undefined ? `waived by ${disposition.waiver}` : waiverText(waiver);
      return element('skipped', { message: `${why}: ${message}` }, text);
    }
    case 'baseline':
      return element('skipped', { message: `in the baseline: ${message}` }, text);
  }
}

/** `waived by W-1 until 2027-03-31 (payments, approved by ciso): why` */
export function waiverText({ id, state, expires, owner, approvedBy, reason }: WaiverInRun): string {
  const day = expires.slice(0, 10);
  const who = `(${owner}, approved by ${approvedBy}): ${reason}`;
  switch (state) {
    case 'active':
      return `waived by ${id} until ${day} ${who}`;
    case 'expired':
      return `waiver ${id} expired on ${day}, what it accepted is open again ${who}`;
    case 'stale':
      return `waiver ${id} is stale: it matches no failure ${who}`;
  }
}

/** The whole explanation: CI systems show it, and hide attributes. */
function textOf({ message, subject, evidence, gaps }: Outcome): string {
  const lines = [
    message,
    `${subject.type} ${subject.name}`,
    subject.arn,
    ...evidence.map(({ at, text, id }) => `- ${at === undefined ? '' : `${at} `}${text} (${id})`),
    ...gaps.map((gap) => `! ${gapText(gap)}`),
  ];
  return lines.join('\n');
}

/** An operation that failed, with its error and the way out. */
export function gapText(gap: Gap): string {
  const { operation, code, message } = gap;
  const wayOut = wayOutOf(gap);
  return `${operation}: ${code}: ${message.replace(/\.$/, '')}.${wayOut === undefined ? '' : ` ${wayOut}`}`;
}

/** Unlike any other of its rule: GitLab drops test cases of one name but the first. */
function nameOf({ subject, fingerprint }: Outcome): string {
  const name = `${subject.accountId}/${subject.region}/${resourceOf(subject)}`;
  return name === legal(name) ? name : `${name} ${fingerprint.slice(0, 8)}`;
}

function resourceOf({ arn }: OutcomeSubject): string {
  const parts = parseArn(arn);
  return parts === undefined ? arn : `${parts.service}:${parts.resource}`;
}
