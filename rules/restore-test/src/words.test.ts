import { describe, expect, it } from '@jest/globals';
import { defined, recoveryPointTable, STARTED } from '@backproof/core';
import type { RestoreJob, RestoreTestingPlan } from '@backproof/core';
import { daysAgo, NOW, recoveryPoint, restoreJob } from '@backproof/testing';
import { db, monthly, point, started, test } from './restores.fixture.js';
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
      'whose result AWS deletes in a way that it did not know before',
      test(db, { deletionStatus: 'RETAINED' }),
      'restore test COMPLETED, validation SUCCESSFUL, deletion of the restored resource RETAINED, a status that this version does not know',
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
      'restore on demand COMPLETED, from a report of AWS Backup Audit Manager',
    ],
    [
      'of an archived event',
      restoreJob(db, { origin: 'eventbridge' }),
      'restore on demand COMPLETED, from an archived event of EventBridge',
    ],
    ['of an event', restoreJob(db, { status: STARTED, origin: 'cloudtrail' }), `restore ${STARTED}, from CloudTrail`],
    [
      'of an event with its id',
      restoreJob(db, { origin: 'cloudtrail', eventId: 'e-1' }),
      'restore COMPLETED, from CloudTrail, event e-1',
    ],
  ])('%s', (_, job, text) => {
    expect(evidenceOfRestore(job)).toEqual({ kind: 'restoreJob', id: job.id, text, at: new Date(job.createdAt) });
  });

  it('has the moment at which it began', () => {
    expect(evidenceOfRestore(test(db)).at).toEqual(started(10));
  });
});

describe('a restore-testing plan in evidence', () => {
  const text = (plan: Partial<RestoreTestingPlan>, points = [point], restores: readonly RestoreJob[] = []) => {
    const dossier = {
      restoreTestingPlans: [{ ...monthly, ...plan }],
      recoveryPoints: recoveryPointTable(points).of(db.arn),
      legalHolds: [],
    };
    return evidenceOfTestingPlans({ dossier, restores, now: NOW })[0]?.text;
  };
  const named = 'restore-testing plan monthly (cron(0 5 1 * ? *) Etc/UTC)';
  const unpicked = 'is not known to have picked this resource, last run';

  it.each([
    ['may pick it', text({}), `may pick this resource and ${unpicked}`],
    [
      'has picked it before',
      text({}, [point], [test(db)]),
      'may pick this resource and has picked this resource before, last run',
    ],
    [
      'cannot pick it for want of a point',
      text({}, []),
      `cannot pick it: the resource has no usable recovery point; it ${unpicked}`,
    ],
    [
      'cannot pick it because of its vaults',
      text({ includeVaults: ['arn:aws:backup:*:*:backup-vault:other'] }),
      `cannot pick it: no usable recovery point lies in a vault that the plan includes; it ${unpicked}`,
    ],
    [
      'cannot pick it because of the types of points that it takes',
      text({ recoveryPointTypes: ['CONTINUOUS'] }),
      `cannot pick it: no usable recovery point in its vaults is of a type that it takes (CONTINUOUS); it ${unpicked}`,
    ],
    [
      'cannot pick it because of its selection window',
      text({ selectionWindowDays: 2 }, [recoveryPoint(db, { age: '3d' })]),
      `cannot pick it: no usable recovery point in its vaults is from the last 2 days; it ${unpicked}`,
    ],
  ])('%s', (_, said, expected) => {
    expect(said).toBe(`${named} ${expected}`);
  });

  it('names its last run', () => {
    const never = defined({ ...monthly, lastExecutedAt: undefined });
    const recoveryPoints = recoveryPointTable([point]).of(db.arn);
    const dossier = { restoreTestingPlans: [monthly, never], recoveryPoints, legalHolds: [] };
    const [ran, waiting] = evidenceOfTestingPlans({ dossier, restores: [], now: NOW });
    expect(ran).toMatchObject({ kind: 'restoreTestingPlan', id: monthly.arn, at: new Date(daysAgo(21)) });
    expect(waiting).not.toHaveProperty('at');
    expect(waiting?.text).toMatch(/, has never run$/);
  });
});
