import { defined, STARTED } from '@backproof/core';
import type { Resource, RestoreJob } from '@backproof/core';
import {
  auroraCluster,
  backupPlan,
  backupRule,
  bunker,
  bunkerVaultArn,
  daysAgo,
  ebsVolume,
  ec2Instance,
  efsFileSystem,
  home,
  inPlan,
  jobHistory,
  NOW,
  ontapVolume,
  rdsInstance,
  recoveryPoint,
  regionSettings,
  restoreJob,
  storageGatewayVolume,
  testRule,
} from '@backproof/testing';
import { db, everyDatabase, known, monthly, point, started, test } from './restores.fixture.js';
import { restoreTest } from './rule.js';

const young = rdsInstance({ name: 'young', createdAt: daysAgo(10) });
const otherDb = rdsInstance({ name: 'billing' });
const archive = storageGatewayVolume();
const untaggedDb = defined({ ...db, tags: undefined });
const untaggedOther = defined({ ...otherDb, tags: undefined });
const shop = { tags: { app: 'shop' } };

const unvalidated = defined({ ...test(db), validationStatus: undefined });
const nameless = defined({ ...test(db), recoveryPointArn: point.arn, sourceResourceArn: undefined });
const endless = defined({ ...test(db), completedAt: undefined });
const restoredPoint = recoveryPoint(db, { lastRestoredAt: daysAgo(40) });
const begun = begunOf(db);
const reported = { ...test(db), origin: 'audit-manager' as const };
const neverRun = defined({ ...monthly, lastExecutedAt: undefined });
const copying = backupPlan({ rules: [backupRule({ copyActions: [{ destinationVaultArn: bunkerVaultArn }] })] });

/** A restore as CloudTrail tells of it: it began. */
function begunOf(resource: Resource): RestoreJob {
  return { ...defined({ ...test(resource), completedAt: undefined }), status: STARTED, origin: 'cloudtrail' };
}

testRule(restoreTest, {
  pass: [
    {
      name: 'R1: a test ten days ago, validated',
      given: { resource: db, restoreJobs: [test(db)] },
      message: 'tested',
      data: { name: 'orders', tested: started(10), duration: '1 h' },
      evidence: [test(db).id],
    },
    {
      name: 'a test that a report file tells of counts as if AWS had listed it',
      given: { resource: db, restoreJobs: [reported] },
      message: 'tested',
      evidence: [reported.id],
    },
    {
      name: 'a point tells that it was restored, and CloudTrail no more than that a restore began',
      given: { resource: db, recoveryPoints: [restoredPoint], restoreJobs: [begun] },
      message: 'restored-indirectly',
    },
    {
      name: 'R2: a test ten days ago, without validation',
      given: { resource: db, restoreJobs: [unvalidated] },
      message: 'tested-unvalidated',
      data: { tested: started(10), duration: '1 h' },
    },
    {
      name: 'R2: a test whose validation has not ended',
      given: { resource: db, restoreJobs: [test(db, { validationStatus: 'VALIDATING' })] },
      message: 'tested-unvalidated',
    },
    {
      name: 'R3: a validation failed, but another test in the window was better',
      given: { resource: db, restoreJobs: [test(db, { validationStatus: 'FAILED' }), test(db, { age: '20d' })] },
      message: 'tested',
      data: { tested: started(20) },
    },
    {
      name: 'a validated test says more than a newer one that was not, or than a restore on demand',
      given: { resource: db, restoreJobs: [restoreJob(db), unvalidated, test(db, { age: '12d' })] },
      message: 'tested',
      evidence: [test(db, { age: '12d' }).id],
    },
    {
      name: 'a test says more than a newer restore on demand',
      given: { resource: db, restoreJobs: [restoreJob(db), unvalidated] },
      message: 'tested-unvalidated',
    },
    {
      name: 'R5: a restore on demand',
      given: { resource: db, restoreJobs: [restoreJob(db)] },
      message: 'restored-manually',
      data: { name: 'orders', duration: '1 h' },
    },
    {
      name: 'a restore of which AWS does not tell the end',
      given: { resource: db, restoreJobs: [endless] },
      message: 'tested',
      data: { duration: 'an unknown time' },
    },
    {
      name: 'R6: a test 60 days ago, by an earlier inventory',
      given: known({ restoreJobs: [test(db, { age: '60d', origin: 'inventory' })] }),
      message: 'tested',
    },
    {
      name: 'R8: no test, but a point was restored 20 days ago',
      given: {
        resource: db,
        recoveryPoints: [
          recoveryPoint(db, { lastRestoredAt: daysAgo(20), age: '30d' }),
          recoveryPoint(db, { lastRestoredAt: daysAgo(40), age: '50d' }),
          point,
        ],
      },
      message: 'restored-indirectly',
      data: { name: 'orders', tested: new Date(daysAgo(20)) },
      evidence: [recoveryPoint(db, { age: '30d' }).arn],
    },
    {
      name: 'R10: a test of the copy, in the account that it was copied to',
      given: { resource: db, ...inPlan(db, copying), restoreJobs: [test(db, { scope: bunker })] },
      message: 'tested',
    },
    {
      name: 'R11: a type that restore testing does not support, restored on demand',
      given: { resource: archive, restoreJobs: [restoreJob(archive)] },
      message: 'restored-manually',
    },
    {
      name: 'R12: another one of its type was tested',
      given: { resource: db, others: [otherDb], restoreJobs: [test(otherDb)] },
      options: { scope: 'type' },
      message: 'tested-by-sample',
      data: { sample: otherDb.arn, group: 'all of type RDS in its account and Region', tested: started(10) },
      evidence: [test(otherDb).id],
    },
    {
      name: 'R12: another one of its plan was tested',
      given: { resource: db, others: [otherDb], ...inPlan([db, otherDb]), restoreJobs: [test(otherDb)] },
      options: { scope: 'plan' },
      message: 'tested-by-sample',
      data: { group: 'all that a backup plan of its backs up' },
    },
    {
      name: 'R12: another one with the same tag was tested, though a newer test of a third one failed',
      given: {
        resource: rdsInstance(shop),
        others: [efsFileSystem(shop), auroraCluster(shop)],
        restoreJobs: [test(auroraCluster(shop), { age: '2d', status: 'FAILED' }), test(efsFileSystem(shop))],
      },
      options: { scope: 'tag:app' },
      message: 'tested-by-sample',
      data: { sample: efsFileSystem().arn, group: 'all in its account and Region that have the same tag app' },
    },
    {
      name: 'R13: a job that does not name its source, but its point',
      given: { resource: db, recoveryPoints: [point], restoreJobs: [nameless] },
      message: 'tested',
    },
    {
      name: 'R14: what a validated test made was not deleted',
      given: {
        resource: db,
        restoreJobs: [test(db, { deletionStatus: 'FAILED', createdResourceArn: 'arn:aws:rds:x' })],
      },
      message: 'tested-leftover',
      data: { leftover: 'arn:aws:rds:x', validation: 'and the result was validated' },
    },
    {
      name: 'R14: what a test made was not deleted, and AWS does not tell what',
      given: { resource: db, restoreJobs: [{ ...unvalidated, deletionStatus: 'FAILED' }] },
      message: 'tested-leftover',
      data: { leftover: 'AWS does not tell its ARN', validation: 'and the result has not been validated' },
    },
    {
      name: 'R15: one of two restores was fast enough',
      given: {
        resource: db,
        restoreJobs: [test(db), test(db, { createdAt: daysAgo(20), completedAt: daysAgo(20) + 60_000 })],
      },
      options: { maxRestoreTime: '30m' },
      message: 'tested',
      data: { duration: '1 min' },
    },
    {
      name: 'a volume whose instance was restored with it',
      given: {
        resource: ebsVolume({ attachments: [{ instanceArn: ec2Instance().arn, since: 0 }] }),
        others: [ec2Instance()],
        restoreJobs: [test(ec2Instance())],
      },
      message: 'restored-with-host',
      data: { name: 'data', host: 'web', duration: '1 h' },
    },
    {
      name: 'a resource that is younger than the window, all of whose life is known',
      given: { resource: young },
      message: 'not-due-yet',
      data: { created: new Date(daysAgo(10)), due: new Date(daysAgo(-80)) },
    },
    {
      name: 'a young resource whose first test is running',
      given: { resource: young, restoreJobs: [test(young, { age: '1h', status: 'RUNNING' })] },
      message: 'not-due-yet',
    },
    {
      name: 'R10: a test that failed where nothing is copied to: others there may be unknown',
      given: { resource: young, restoreJobs: [test(young, { age: '24h', scope: bunker, status: 'FAILED' })] },
      message: 'not-due-yet',
    },
    {
      name: 'a short window, which AWS itself remembers',
      given: { resource: db, restoreJobs: [test(db, { age: '24h' })] },
      options: { within: '7d' },
      message: 'tested',
    },
  ],

  fail: [
    {
      name: 'R2: a test without validation, which the options ask for',
      given: known({ restoreJobs: [unvalidated] }),
      options: { requireValidation: true },
      message: 'not-validated',
      data: { name: 'orders', tested: started(10), within: '90 d' },
    },
    ...(['FAILED', 'TIMED_OUT'] as const).map((validationStatus) => ({
      name: `R3: validation ${validationStatus}`,
      given: known({ restoreJobs: [test(db, { validationStatus, validationMessage: 'a table is missing' })] }),
      message: 'validation-failed',
      data: { validation: validationStatus, reason: 'a table is missing', tested: started(10) },
    })),
    {
      name: 'R4: the test failed',
      given: known({ restoreJobs: [test(db, { status: 'FAILED', message: 'the key is gone' })] }),
      message: 'test-failed',
      data: { name: 'orders', status: 'FAILED', reason: 'the key is gone', tested: started(10) },
      evidence: [test(db).id],
    },
    {
      name: 'R4: a young resource whose first test was aborted, without a word',
      given: { resource: young, restoreJobs: [test(young, { age: '24h', status: 'ABORTED' })] },
      message: 'test-failed',
      data: { status: 'ABORTED', reason: 'AWS gave no reason' },
    },
    {
      name: 'R4: the newest that ended says what is wrong, not the one that runs',
      given: known({
        restoreJobs: [
          test(db, { age: '1h', status: 'RUNNING' }),
          test(db, { status: 'FAILED' }),
          test(db, { age: '20d', validationStatus: 'FAILED' }),
        ],
      }),
      message: 'test-failed',
      data: { tested: started(10) },
    },
    {
      name: 'R5: a restore on demand, which the options do not accept',
      given: known({ restoreJobs: [restoreJob(db)] }),
      options: { acceptManual: false },
      message: 'never-tested',
      data: { since: new Date(daysAgo(120)) },
    },
    {
      name: 'R6: the last test is 100 days ago',
      given: known({ restoreJobs: [test(db, { age: '100d' })] }),
      message: 'overdue',
      data: {
        tested: started(100),
        age: '100 d 1 h',
        within: '90 d',
        plan: 'No restore-testing plan is known that may pick it.',
      },
    },
    {
      name: 'R6: the last test was a day before the window of a week',
      given: known({ restoreJobs: [test(db, { age: '8d' })] }),
      options: { within: '7d' },
      message: 'overdue',
      data: { age: '8 d 1 h', within: '7 d' },
    },
    {
      name: 'R8: a point was restored 20 days ago, but the options ask for a job',
      given: known({ recoveryPoints: [recoveryPoint(db, { lastRestoredAt: daysAgo(20) })] }),
      options: { proof: 'direct' },
      message: 'never-tested',
      data: { name: 'orders' },
    },
    {
      name: 'R8: a point was restored, but the job that is known of it failed',
      given: known({
        recoveryPoints: [recoveryPoint(db, { lastRestoredAt: daysAgo(10) })],
        restoreJobs: [test(db, { status: 'FAILED' })],
      }),
      message: 'test-failed',
      data: { reason: 'AWS gave no reason' },
    },
    ...[{ acceptManual: false }, { requireValidation: true }, { maxRestoreTime: '8h' }].map((options) => ({
      name: `R8: a point was restored, of which nobody knows ${Object.keys(options).join()}`,
      given: known({ recoveryPoints: [recoveryPoint(db, { lastRestoredAt: daysAgo(20) })] }),
      options,
      message: 'never-tested',
      data: { name: 'orders' },
    })),
    {
      name: 'R8: a point was restored 100 days ago',
      given: known({ recoveryPoints: [recoveryPoint(db, { lastRestoredAt: daysAgo(100), age: '101d' })] }),
      message: 'never-tested',
      data: { name: 'orders' },
    },
    {
      name: 'R9: a restore-testing plan ran and did not pick it',
      given: known({ restoreTestingPlans: [monthly], restoreTestingSelections: [everyDatabase] }),
      message: 'never-tested',
      data: {
        since: new Date(daysAgo(120)),
        plan: 'Restore-testing plan monthly, which may pick it, ran last on 2026-11-01 12:00 UTC; no test of it by this plan is known.',
      },
      evidence: [monthly.arn, db.arn],
    },
    {
      name: 'R9: a restore-testing plan has picked it before, and another one that never ran may',
      given: known({
        restoreTestingPlans: [monthly, { ...neverRun, name: 'idle', arn: 'arn:idle' }],
        restoreTestingSelections: [everyDatabase, { ...everyDatabase, planName: 'idle', resourceArns: [db.arn] }],
        restoreJobs: [test(db, { age: '100d' })],
      }),
      message: 'overdue',
      data: { plan: 'Restore-testing plan monthly, which has picked it before, ran last on 2026-11-01 12:00 UTC.' },
    },
    {
      name: 'R9: of the plans that may pick it the one that ran in time is named, whichever stands first',
      given: known({
        restoreTestingPlans: [{ ...neverRun, name: 'idle', arn: 'arn:a' }, monthly],
        restoreTestingSelections: [everyDatabase, { ...everyDatabase, planName: 'idle' }],
      }),
      message: 'never-tested',
      data: {
        plan: 'Restore-testing plan monthly, which may pick it, ran last on 2026-11-01 12:00 UTC; no test of it by this plan is known.',
      },
    },
    {
      name: 'R9: plans that select other types or other databases are not named',
      given: known({
        restoreTestingPlans: [neverRun, { ...monthly, name: 'other', arn: 'arn:other' }],
        restoreTestingSelections: [
          everyDatabase,
          { ...everyDatabase, planName: 'other', resourceType: 'EBS' },
          { ...everyDatabase, planName: 'other', name: 'one', resourceArns: [otherDb.arn] },
        ],
      }),
      message: 'never-tested',
      data: {
        plan: 'Restore-testing plan monthly, which may pick it, never ran; no test of it by this plan is known.',
      },
    },
    {
      name: 'R11: a type that restore testing does not support, where the options ask for a restore all the same',
      given: known({ resource: archive, recoveryPoints: [recoveryPoint(archive)] }),
      options: { untestable: 'fail' },
      message: 'never-tested',
      data: { name: 'archive' },
    },
    {
      name: 'R12: none of its type was tested well, in its own Region',
      given: known({
        others: [otherDb, rdsInstance({ name: 'far', region: 'us-east-1' }), efsFileSystem()],
        restoreJobs: [
          test(otherDb, { status: 'FAILED' }),
          test(efsFileSystem()),
          test(rdsInstance({ name: 'far', region: 'us-east-1' }), { scope: { ...home, region: 'us-east-1' } }),
        ],
      }),
      options: { scope: 'type' },
      message: 'never-tested',
      data: { name: 'orders' },
    },
    {
      name: 'R12: only one that has another value of the tag was tested',
      given: known({
        resource: rdsInstance(shop),
        others: [rdsInstance({ name: 'billing', tags: { app: 'billing' } })],
        restoreJobs: [test(otherDb)],
      }),
      options: { scope: 'tag:app' },
      message: 'never-tested',
      data: { name: 'orders' },
    },
    {
      name: 'R12: a tag that neither has is no bond, whatever objects inherit',
      given: known({ others: [otherDb], restoreJobs: [test(otherDb)] }),
      options: { scope: 'tag:constructor' },
      message: 'never-tested',
      data: { name: 'orders' },
    },
    {
      name: 'R15: the restore took an hour',
      given: known({ restoreJobs: [test(db)] }),
      options: { maxRestoreTime: '30m' },
      message: 'too-slow',
      data: { duration: '1 h', allowed: '30 min', tested: started(10) },
    },
    {
      name: 'R15: nobody knows how long the restore took',
      given: known({ restoreJobs: [endless] }),
      options: { maxRestoreTime: '2h' },
      message: 'too-slow',
      data: { duration: 'an unknown time', allowed: '2 h' },
    },
    {
      name: 'no test, and nothing that could be restored',
      given: known({ recoveryPoints: [recoveryPoint(db, { status: 'EXPIRED' })] }),
      message: 'nothing-to-restore',
      data: { name: 'orders', within: '90 d' },
    },
    {
      name: 'a job that is newer than the moment of judgement does not count',
      given: known({ restoreJobs: [test(db, { age: '1h' })] }),
      now: daysAgo(1),
      message: 'never-tested',
      data: { name: 'orders' },
    },
  ],

  unknown: [
    {
      name: 'R7: no test, and AWS remembers 30 days only',
      given: { resource: db, recoveryPoints: [point] },
      message: 'history-too-short',
      data: {
        name: 'orders',
        within: '90 d',
        since: new Date(daysAgo(30)),
        attempt: '',
        plan: 'No restore-testing plan is known that may pick it.',
      },
    },
    {
      name: 'R7: a history with a gap reaches back to the gap only',
      given: known({ jobHistories: [jobHistory({ to: daysAgo(40) })] }),
      message: 'history-too-short',
      data: { since: new Date(daysAgo(30)) },
    },
    {
      name: 'R7: the history of other jobs, or of another account, is none',
      given: known({ jobHistories: [jobHistory({ kind: 'copyJobs' }), jobHistory({ scope: bunker })] }),
      message: 'history-too-short',
      data: { since: new Date(daysAgo(30)) },
    },
    {
      name: 'R7: the last test failed, but an older one may have gone well',
      given: { resource: db, restoreJobs: [test(db, { status: 'FAILED', message: 'the key is gone' })] },
      message: 'history-too-short',
      data: {
        attempt: `The newest restore, of 2026-11-12 11:00 UTC, does not count: FAILED, validation SUCCESSFUL, the key is gone. `,
      },
    },
    {
      name: 'a restore of which only its beginning is known is no pass, nor a fail, however long the history is',
      given: known({ restoreJobs: [begun] }),
      message: 'end-unknown',
      data: { name: 'orders', within: '90 d', sample: db.arn, started: new Date(begun.createdAt) },
      evidence: [begun.id],
    },
    {
      name: 'a restore of which only its beginning is known may make up for a test that failed',
      given: known({ restoreJobs: [begun, test(db, { age: '20d', status: 'FAILED' })] }),
      message: 'end-unknown',
    },
    {
      name: 'R12: of another one of its type no more is known than that its restore began',
      given: known({ others: [otherDb], restoreJobs: [begunOf(otherDb)] }),
      options: { scope: 'type' },
      message: 'end-unknown',
      data: { name: 'orders', sample: otherDb.arn },
    },
    {
      name: 'R12: its own restore is named before one of its type',
      given: known({ others: [otherDb], restoreJobs: [begunOf(otherDb), begun] }),
      options: { scope: 'type' },
      message: 'end-unknown',
      data: { sample: db.arn },
      evidence: [begun.id],
    },
    {
      name: 'R12: no more is known than the beginning of a restore, nor whether it has the tag of what was restored',
      given: known({
        unread: ['tags'],
        resource: untaggedDb,
        others: [efsFileSystem(shop)],
        restoreJobs: [begunOf(efsFileSystem(shop))],
      }),
      options: { scope: 'tag:app' },
      message: 'end-unknown',
    },
    {
      name: 'of its instance no more is known than that its restore began',
      given: known({
        resource: ebsVolume({ attachments: [{ instanceArn: ec2Instance().arn, since: 0 }] }),
        others: [ec2Instance()],
        restoreJobs: [begunOf(ec2Instance())],
      }),
      message: 'end-unknown',
      data: { name: 'data', sample: ec2Instance().arn },
    },
    {
      name: 'a restore of which only its beginning is known says more than that the history is short',
      given: { resource: db, recoveryPoints: [point], restoreJobs: [begun] },
      message: 'end-unknown',
    },
    {
      name: 'R7: nothing to restore, but what expired since may have been tested',
      given: { resource: db },
      options: { scope: 'type' },
      message: 'history-too-short',
    },
    {
      name: 'R10: tests may run where it is copied to, and there the history is too short',
      given: known({ ...inPlan(db, copying), vaults: [], scopes: [bunker] }),
      message: 'history-too-short',
      data: { since: new Date(daysAgo(30)) },
    },
    {
      name: 'R10: tests may run where it is copied to, and there the jobs cannot be read',
      given: {
        resource: young,
        ...inPlan(young, copying),
        scopes: [bunker],
        unread: [{ kind: 'restoreJobs', scope: bunker }],
      },
      message: 'restore-jobs-unread',
      data: { name: 'young', attempt: '' },
    },
    {
      name: 'R13: a job that names neither its source nor a point that is known may be of this resource',
      given: known({ restoreJobs: [nameless], recoveryPoints: [] }),
      message: 'restore-jobs-unread',
    },
    {
      name: 'R8: a point was restored, but restore jobs could not be read that may tell how it went',
      given: {
        resource: db,
        recoveryPoints: [recoveryPoint(db, { lastRestoredAt: daysAgo(20) })],
        unread: ['restoreJobs'],
      },
      message: 'restore-jobs-unread',
    },
    {
      name: 'the moment of judgement is later than what is known',
      given: known(),
      now: NOW + 60_000,
      message: 'restore-jobs-unread',
    },
    {
      name: 'R2: a test whose validation has not ended, which the options ask for',
      given: known({ restoreJobs: [test(db, { validationStatus: 'VALIDATING' })] }),
      options: { requireValidation: true },
      message: 'validation-pending',
      data: { tested: started(10) },
    },
    {
      name: 'R12: whether it has the tag of what was tested could not be learnt',
      given: known({
        unread: ['tags'],
        resource: untaggedDb,
        others: [efsFileSystem(shop)],
        restoreJobs: [test(efsFileSystem(shop))],
      }),
      options: { scope: 'tag:app' },
      message: 'group-unknown',
      data: { sample: efsFileSystem().arn, group: 'tag:app' },
    },
    {
      name: 'R12: whether what was tested has its tag could not be learnt',
      given: known({
        resource: rdsInstance(shop),
        unread: ['tags'],
        others: [untaggedOther],
        restoreJobs: [test(otherDb)],
      }),
      options: { scope: 'tag:app' },
      message: 'group-unknown',
    },
    {
      name: 'R12: whether a plan backs both up turns on an opt-in that AWS did not tell',
      given: known({
        resource: auroraCluster(),
        others: [otherDb],
        ...inPlan([auroraCluster(), otherDb]),
        regionSettings: [regionSettings({ optIn: {} })],
        restoreJobs: [test(otherDb)],
      }),
      options: { scope: 'plan' },
      message: 'group-unknown',
      data: { group: 'plan' },
    },
  ],

  notApplicable: [
    {
      name: 'R11: a type that restore testing does not support, without a restore on demand',
      given: { resource: archive },
      message: 'not-testable',
      evidence: [archive.arn],
    },
    {
      name: 'what AWS Backup cannot back up',
      given: { resource: ontapVolume({ volumeType: 'DP' }) },
      message: 'ontap-volume-type',
    },
  ],
});
