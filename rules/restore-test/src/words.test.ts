import { describe, expect, it } from '@jest/globals';
import { defined, STARTED } from '@backproof/core';
import type { RestoreJob } from '@backproof/core';
import { daysAgo, restoreJob } from '@backproof/testing';
import { db, monthly, started, test } from './restores.fixture.js';
import { evidenceOfRestore, evidenceOfTestingPlans } from './words.js';

describe('a restore in evidence', () => {
  it.each<[story: string, job: RestoreJob, text: string]>([
    ['of a test', test(db), 'restore test COMPLETED, validation SUCCESSFUL'],
    ['on demand', restoreJob(db), 'restore on demand COMPLETED'],
    ['that failed', restoreJob(db, { status: 'FAILED', message: 'no key' }), 'restore on demand FAILED, no key'],
    [
      'whose result was left behind',
      test(db, { deletionStatus: 'FAILED' }),
      'restore test COMPLETED, validation SUCCESSFUL, deletion of the restored resource FAILED',
    ],
    [
      'of an inventory',
      restoreJob(db, { origin: 'inventory' }),
      'restore on demand COMPLETED, from an earlier inventory',
    ],
    ['of the ledger', restoreJob(db, { origin: 'ledger' }), 'restore on demand COMPLETED, from the ledger'],
    [
      'of a report file',
      restoreJob(db, { origin: 'audit-manager' }),
      'restore on demand COMPLETED, as a report of AWS Backup Audit Manager tells',
    ],
    [
      'of an event',
      restoreJob(db, { status: STARTED, origin: 'cloudtrail' }),
      `restore on demand ${STARTED}, as an event of CloudTrail tells`,
    ],
  ])('%s', (_, job, text) => {
    expect(evidenceOfRestore(job)).toEqual({ kind: 'restoreJob', id: job.id, text, at: new Date(job.createdAt) });
  });

  it('has the moment at which it began', () => {
    expect(evidenceOfRestore(test(db)).at).toEqual(started(10));
  });
});

it('a restore-testing plan in evidence tells when it ran last', () => {
  const never = { ...defined({ ...monthly, lastExecutedAt: undefined }), name: 'yearly' };
  const [ran, waiting] = evidenceOfTestingPlans({ restoreTestingPlans: [monthly, never] });
  const text = 'restore-testing plan monthly (cron(0 5 1 * ? *) Etc/UTC), last run';
  expect(ran).toEqual({ kind: 'restoreTestingPlan', id: monthly.arn, text, at: new Date(daysAgo(21)) });
  expect(waiting).toEqual({
    kind: 'restoreTestingPlan',
    id: monthly.arn,
    text: 'restore-testing plan yearly (cron(0 5 1 * ? *) Etc/UTC), never ran',
  });
});
