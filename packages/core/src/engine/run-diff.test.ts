import { expect, it } from '@jest/globals';
import type { Outcome } from './outcome.js';
import { diffRuns } from './run-diff.js';

const subject = { arn: 'arn:x', type: 'EBS', name: 'x', accountId: '1', region: 'r' } as const;
const about = { ruleId: 'r', subject, messageId: 'm', message: '', data: {}, evidence: [], gaps: [] };
const outcome = (fingerprint: string, status: 'pass' | 'unknown'): Outcome => {
  return { ...about, severity: 'high', fingerprint, status };
};
const failure = (fingerprint: string, severity: Outcome['severity'] = 'high'): Outcome => {
  return { ...about, severity, fingerprint, status: 'fail', disposition: { kind: 'open' } };
};

it('failures are new, worse, unchanged or absent for a reason', () => {
  const before = [
    ...[failure('same'), failure('worse', 'low'), failure('better', 'critical'), failure('fixed')],
    ...[failure('untold'), failure('gone'), outcome('broken', 'pass')],
  ];
  const after = [
    ...[failure('same'), failure('worse'), failure('better'), outcome('fixed', 'pass')],
    ...[outcome('untold', 'unknown'), failure('broken'), failure('new'), outcome('fine', 'pass')],
  ];
  const diff = diffRuns({ now: 'then', outcomes: before }, { now: 'now', outcomes: after });
  expect(diff).toMatchObject({ before: 'then', after: 'now', unchanged: 2, worse: [{ severity: 'high', was: 'low' }] });
  expect(diff.added.map(({ fingerprint }) => fingerprint)).toEqual(['broken', 'new']);
  expect(diff.absent.map(({ fingerprint, reason }) => `${fingerprint} ${reason}`)).toEqual([
    'fixed resolved',
    'untold unknown',
    'gone gone',
  ]);
});
