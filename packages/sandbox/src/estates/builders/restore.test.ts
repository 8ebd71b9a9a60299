import { describe, expect, it } from '@jest/globals';
import { backup, production } from '../company.js';
import { dynamoDbTable } from './dynamodb.js';
import type { History } from './history.js';
import { daysAgo } from './moment.js';
import { daily, plan } from './plan.js';
import { restorable, restoreJob, type Restore } from './restore.js';
import { restoreTestingPlan } from './restore-testing-plan.js';
import { vault } from './vault.js';

const home = vault(production.ireland, 'home');
const away = vault(backup.ireland, 'away');
const orders = dynamoDbTable(production.ireland, { name: 'orders' });
const copied = plan(production.ireland, { name: 'copied', rules: [daily(35, home, { copyTo: away })], selections: [] });
const testsHere = restoreTestingPlan(production.ireland, { name: 'here', day: 10, types: ['DynamoDB'] });
const testsAway = restoreTestingPlan(backup.ireland, { name: 'away', day: 10, types: ['DynamoDB'] });
const history: History = { plan: copied, since: 20 };

function restored(restore: Restore, of: History = history) {
  const made = restorable(orders, [of], restore);
  return made && restoreJob(made, restore);
}

describe('a restore', () => {
  it('restores the newest point of its day', () => {
    expect(restored({ day: 10 })).toMatchObject({
      accountId: '111111111111',
      restoreJobs: [{ SourceResourceArn: orders.arn, BackupVaultArn: home.arn, Status: 'COMPLETED' }],
    });
    expect(restorable(orders, [history], { day: 10 })?.run.day).toBe(10);
  });

  it.each<[string, History, Restore]>([
    ['was not made yet', history, { day: 21 }],
    ['had failed', { ...history, failing: { since: 20, state: 'FAILED', message: 'no' } }, { day: 10 }],
    ['was deleted', { ...history, deleted: { since: 20, until: 0 } }, { day: 10 }],
    ['is expired', { ...history, until: 20, statuses: { 20: 'EXPIRED' } }, { day: 10 }],
    [
      'has no copy where the test ran',
      { ...history, plan: plan(production.ireland, { name: 'plain', rules: [daily(35, home)], selections: [] }) },
      { day: 10, by: testsAway },
    ],
  ])('restores no point that %s', (_story, of, restore) => {
    expect(restored(restore, of)).toBeUndefined();
  });

  it('by a plan of the account that keeps copies restores a copy, there, even if the point is gone', () => {
    const world = restored({ day: 10, by: testsAway }, { ...history, deleted: { since: 20, until: 0 } });
    expect(world).toMatchObject({ accountId: '222222222222', restoreJobs: [{ BackupVaultArn: away.arn }] });
  });

  it('on demand names no plan, and nothing of it is deleted', () => {
    const [job] = restored({ day: 10 })?.restoreJobs ?? [];
    expect(job?.CreatedBy).toBeUndefined();
    expect(job?.DeletionStatus).toBeUndefined();
  });

  it.each<[string, Partial<Restore>, object]>([
    ['takes an hour', {}, { CreationDate: daysAgo(10), CompletionDate: daysAgo(10 - 1 / 24) }],
    ['takes longer', { hours: 24 }, { CompletionDate: daysAgo(9) }],
    ['is of a test', {}, { CreatedBy: { RestoreTestingPlanArn: testsHere.arn }, DeletionStatus: 'SUCCESSFUL' }],
    [
      'leaves something',
      { deletion: 'FAILED', into: 'arn:x' },
      { DeletionStatus: 'FAILED', CreatedResourceArn: 'arn:x' },
    ],
    [
      'was validated',
      { validation: 'FAILED', validationMessage: 'empty' },
      { ValidationStatus: 'FAILED', ValidationStatusMessage: 'empty' },
    ],
    ['failed', { failure: 'no role' }, { Status: 'FAILED', StatusMessage: 'no role', PercentDone: '0.00%' }],
    ['names its point alone', { unnamed: true }, { RecoveryPointArn: expect.any(String) }],
  ])('%s', (_story, more, expected) => {
    expect(restored({ day: 10, by: testsHere, ...more })?.restoreJobs).toMatchObject([expected]);
  });
});
