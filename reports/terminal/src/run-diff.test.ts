import { subject } from '@backproof/testing';
import { expect, it } from '@jest/globals';
import { renderDiff } from './run-diff.js';

const finding = (name: string, severity: 'high' | 'critical') => {
  return {
    ruleId: 'backup-coverage',
    messageId: 'never-backed-up',
    subject: subject({ name }),
    severity,
    fingerprint: name,
  };
};

it('tells what became of the failures, the most severe first', () => {
  const diff = {
    ...{ before: '2026-11-15T12:00:00.000Z', after: '2026-11-22T12:00:00.000Z', unchanged: 1 },
    added: [finding('carts', 'high'), finding('orders\u001b', 'critical')],
    worse: [{ ...finding('web', 'critical'), was: 'high' as const }],
    absent: [
      { ...finding('blue', 'high'), reason: 'resolved' as const },
      { ...finding('grey', 'high'), reason: 'unknown' as const },
      { ...finding('old', 'high'), reason: 'gone' as const },
    ],
  };
  expect([...renderDiff(diff, { color: false })].join('')).toBe(`\
2026-11-15 12:00 UTC to 2026-11-22 12:00 UTC: 2 new failures, 1 unchanged failure

New: 2
  critical  RDS  orders\\u{1b}  backup-coverage: never backed up  111111111111 eu-west-1
  high      RDS  carts         backup-coverage: never backed up  111111111111 eu-west-1

Worse: 1
  critical (was high)  RDS  web  backup-coverage: never backed up  111111111111 eu-west-1

Resolved: 1
  high  RDS  blue  backup-coverage: never backed up  111111111111 eu-west-1

Unknown now: 1
  high  RDS  grey  backup-coverage: never backed up  111111111111 eu-west-1

No longer judged: 1
  high  RDS  old  backup-coverage: never backed up  111111111111 eu-west-1
`);
});
