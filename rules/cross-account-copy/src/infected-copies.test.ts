import { copyJob, daysAgo, outcomeOf } from '@backproof/testing';
import type { Given } from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import { copiedNightly, copy, db, source } from './estate.fixture.js';
import { crossAccountCopy } from './rule.js';

// These are no stories of the rule's table: there a verdict must stay where evidence cannot be read, and a scan that was
// not read counts as one that was not done.
describe('a copy in which no scan found anything', () => {
  it.each<[string, Partial<Given>]>([
    ['of an infected backup', { recoveryPoints: [copy, { ...source, createdAt: copy.createdAt, infected: true }] }],
    [
      'of a continuous backup in which something was found',
      {
        recoveryPoints: [copy, { ...source, continuous: true, createdAt: daysAgo(20), infected: true }],
        copyJobs: [copyJob(db, { sourceRecoveryPointArn: source.arn, destinationRecoveryPointArn: copy.arn })],
      },
    ],
  ])('is not clean: %s', (_, given) => {
    const { status, messageId, evidence } = outcomeOf(crossAccountCopy, { given: { ...copiedNightly, ...given } });
    expect([status, messageId]).toEqual(['fail', 'only-infected']);
    expect(evidence.map(({ id }) => id)).toContain(copy.arn);
  });
});
