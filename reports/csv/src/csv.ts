import { defineReporter, unknownKindText } from '@backproof/core';
import type { Outcome } from '@backproof/core';
import { row } from './row.js';

/** The columns, and the part of an outcome that each contains. */
const COLUMNS: Readonly<Record<string, (outcome: Outcome) => string>> = {
  rule: ({ ruleId }) => ruleId,
  severity: ({ severity }) => severity,
  status: ({ status }) => status,
  disposition: ({ disposition }) => disposition?.kind ?? '',
  waiver: ({ disposition }) => waiverOf(disposition),
  'message id': ({ messageId }) => messageId,
  message: ({ message }) => message,
  account: ({ subject }) => subject.accountId,
  region: ({ subject }) => subject.region,
  type: ({ subject }) => subject.type,
  name: ({ subject }) => subject.name,
  arn: ({ subject }) => subject.arn,
  evidence: ({ evidence }) => evidence.map(({ at = '', text, id }) => `${at} ${text} (${id})`.trimStart()).join('\n'),
  'not read': ({ gaps }) => gaps.map(({ operation, code }) => `${operation}: ${code}`).join('\n'),
  'unknown because': (outcome) => unknownKindText(outcome) ?? '',
  fingerprint: ({ fingerprint }) => fingerprint,
};

/**
 * Every outcome as a row, in UTF-8 by RFC 4180, and safe to open in a spreadsheet. Leftovers are no outcomes of a rule:
 * readers that count or filter rows would take them for verdicts, so they are in all other reports and not here.
 */
export const csv = defineReporter({
  id: 'csv',
  extension: '.csv',
  mediaType: 'text/csv',
  options: { schema: { type: 'object', additionalProperties: false }, defaults: {} },

  *render({ outcomes }) {
    yield row(Object.keys(COLUMNS));
    const columns = Object.values(COLUMNS);
    for (const outcome of outcomes) yield row(columns.map((cell) => cell(outcome)));
  },
});

/** The waiver that accepts a failure, or that accepted it until it expired. */
function waiverOf(disposition: Outcome['disposition']): string {
  switch (disposition?.kind) {
    case 'waived':
      return disposition.waiver;
    case 'open':
      return disposition.expiredWaiver === undefined ? '' : `${disposition.expiredWaiver} (expired)`;
    case 'baseline':
    case undefined:
      return '';
  }
}
