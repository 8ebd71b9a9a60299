import { DAY, defined, ageText, durationText, HOUR, MINUTE, parseDuration, STARTED } from '@backproof/core';
import type { Resource, RestoreJob, Rule } from '@backproof/core';
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
  replica,
  restoreJob,
  s3Bucket,
  storageGatewayVolume,
  testRule,
} from '@backproof/testing';
import type { Given } from '@backproof/testing';
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
const pitr = 'RestoreDBInstanceToPointInTime';
const neverRun = defined({ ...monthly, lastExecutedAt: undefined });
const copying = backupPlan({ rules: [backupRule({ copyActions: [{ destinationVaultArn: bunkerVaultArn }] })] });

const oddlyValidated = test(db, { validationStatus: 'PARTIALLY_VERIFIED' });
const overdue = recoveryPoint(db, { age: '40d', keepDays: 35 });
const replicated: Given = {
  resource: db,
  others: [otherDb],
  recoveryPoints: [point],
  replicas: [replica(otherDb, { replicaArn: db.arn })],
};
const attached = ebsVolume({ attachments: [{ instanceArn: ec2Instance().arn, since: 0 }] });
const oldImage = recoveryPoint(ec2Instance(), { age: '110d' });
const newImage = recoveryPoint(ec2Instance(), { age: '20d' });

/** A test of an image of the instance that is gone by now. */
function imageRestore(fields: Parameters<typeof test>[1] = {}): RestoreJob {
  return test(ec2Instance(), { recoveryPointArn: 'arn:image-of-before', ...fields });
}

/** A volume that was attached 95 days ago to an instance with images of before and of after, all whose restores are known. */
function knownVolume(restoreJobs: readonly RestoreJob[], attachedDaysAgo = 95): Given {
  const attachments = [{ instanceArn: ec2Instance().arn, since: daysAgo(attachedDaysAgo) }];
  const recoveryPoints = [oldImage, newImage];
  return known({ resource: ebsVolume({ attachments }), others: [ec2Instance()], recoveryPoints, restoreJobs });
}

/** A restore as CloudTrail tells of it: it began. */
function begunOf(resource: Resource): RestoreJob {
  return { ...defined({ ...test(resource), completedAt: undefined }), status: STARTED, origin: 'cloudtrail' };
}

/** A restore that began 40 days ago without AWS Backup. */
function nativeRestore(of: Resource, { age = '40d', ...fields }: Partial<RestoreJob> & { age?: string } = {}) {
  const begun = defined({ ...restoreJob(of), completedAt: undefined });
  const shown = { status: STARTED, origin: 'cloudtrail' } as const;
  return {
    ...begun,
    ...shown,
    id: `event-${of.name}-${age}`,
    createdAt: NOW - parseDuration(age),
    nativeCall: pitr,
    ...fields,
  };
}

function isoDay(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** The rule where CloudTrail counts for nothing unless a story asks for it. */
const byLists: Rule = {
  ...restoreTest,
  options: { ...restoreTest.options, defaults: { ...restoreTest.options.defaults, absence: 'unknown' } },
};

/** A restore of 40 days ago, as the events of CloudTrail show it. */
const ofEvents: RestoreJob = restoreJob(db, { age: '40d', origin: 'cloudtrail', eventId: 'event-1' });

const native = nativeRestore(db);
const gone = 'arn:aws:rds:eu-west-1:111111111111:snapshot:before-migration';
/** The same of a snapshot that is gone: nothing shows what it was of. */
const ofGoneSnapshot = defined({ ...native, sourceResourceArn: undefined, recoveryPointArn: gone });
const bucket = s3Bucket();

testRule(byLists, {
  pass: [
    {
      name: 'restored without AWS Backup, as CloudTrail shows: that it began, and not how it ended',
      given: { resource: db, recoveryPoints: [point], restoreJobs: [native] },
      message: 'restored-natively',
      data: { call: pitr, tested: new Date(daysAgo(40)) },
      evidence: [native.id],
    },
    {
      name: 'restored without AWS Backup, from a recovery point that is known',
      given: {
        resource: db,
        recoveryPoints: [point],
        restoreJobs: [{ ...ofGoneSnapshot, recoveryPointArn: point.arn }],
      },
      message: 'restored-natively',
    },
    {
      name: 'a type that restore testing does not support, restored without AWS Backup',
      given: { resource: archive, restoreJobs: [nativeRestore(archive, { nativeCall: 'CreateVolume' })] },
      message: 'restored-natively',
      data: { call: 'CreateVolume' },
    },
    {
      name: 'one good restore is enough, though the newest one by AWS Backup failed',
      given: { resource: db, recoveryPoints: [point], restoreJobs: [native, test(db, { status: 'FAILED' })] },
      message: 'restored-natively',
    },
    {
      name: 'a restore on demand by AWS Backup proves more than a newer one without it',
      given: { resource: db, restoreJobs: [nativeRestore(db, { age: '2d' }), restoreJob(db, { age: '20d' })] },
      message: 'restored-manually',
    },
    {
      name: 'another of its type was restored without AWS Backup, and one may stand for all',
      given: { resource: db, others: [otherDb], recoveryPoints: [point], restoreJobs: [nativeRestore(otherDb)] },
      options: { scope: 'type' },
      message: 'restored-natively-by-sample',
      data: { sample: otherDb.arn, call: pitr },
    },
    {
      name: 'restored by AWS Backup, so other restores need not be known',
      given: { resource: db, restoreJobs: [test(db)], unread: ['nativeRestores'] },
      message: 'tested',
    },
    {
      name: 'a restore that AWS Backup has forgotten and CloudTrail shows',
      given: { resource: db, recoveryPoints: [point], restoreJobs: [ofEvents] },
      options: { absence: 'fail' },
      message: 'restored-in-events',
      data: { tested: started(40), duration: durationText(HOUR) },
      evidence: [ofEvents.id],
    },
    {
      name: 'a restore in CloudTrail whose plan the event names is a test',
      given: { resource: db, restoreJobs: [{ ...ofEvents, restoreTestingPlanArn: monthly.arn }] },
      options: { absence: 'fail', acceptManual: false },
      message: 'tested-unvalidated',
    },
    {
      name: 'a test ten days ago, validated',
      given: { resource: db, restoreJobs: [test(db)] },
      message: 'tested',
      data: { name: 'orders', tested: started(10), duration: durationText(HOUR) },
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
      name: 'a test ten days ago, without validation',
      given: { resource: db, restoreJobs: [unvalidated] },
      message: 'tested-unvalidated',
      data: { tested: started(10), duration: durationText(HOUR) },
    },
    {
      name: 'a test whose validation has not ended',
      given: { resource: db, restoreJobs: [test(db, { validationStatus: 'VALIDATING' })] },
      message: 'tested-unvalidated',
    },
    {
      name: 'a validation failed, but another test in the window was better',
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
      name: 'a restore on demand',
      given: { resource: db, restoreJobs: [restoreJob(db)] },
      message: 'restored-manually',
      data: { name: 'orders', duration: durationText(HOUR) },
    },
    {
      name: 'a restore of which AWS does not tell the end',
      given: { resource: db, restoreJobs: [endless] },
      message: 'tested',
      data: { duration: 'an unknown time' },
    },
    {
      name: 'a test 60 days ago, by an earlier inventory',
      given: known({ restoreJobs: [test(db, { age: '60d', origin: 'inventory' })] }),
      message: 'tested',
    },
    {
      name: 'no test, but a point was restored 20 days ago',
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
      name: 'a test of the copy, in the account that it was copied to',
      given: { resource: db, ...inPlan(db, copying), restoreJobs: [test(db, { scope: bunker })] },
      message: 'tested',
    },
    {
      name: 'a type that restore testing does not support, restored on demand',
      given: { resource: archive, restoreJobs: [restoreJob(archive)] },
      message: 'restored-manually',
    },
    {
      name: 'another one of its type was tested',
      given: { resource: db, others: [otherDb], restoreJobs: [test(otherDb)] },
      options: { scope: 'type' },
      message: 'tested-by-sample',
      data: { sample: otherDb.arn, group: 'type', tested: started(10) },
      evidence: [test(otherDb).id],
    },
    {
      name: 'another one of its plan was tested',
      given: { resource: db, others: [otherDb], ...inPlan([db, otherDb]), restoreJobs: [test(otherDb)] },
      options: { scope: 'plan' },
      message: 'tested-by-sample',
      data: { group: 'plan' },
    },
    {
      name: 'another one with the same tag was tested, though a newer test of a third one failed',
      given: {
        resource: rdsInstance(shop),
        others: [efsFileSystem(shop), auroraCluster(shop)],
        restoreJobs: [test(auroraCluster(shop), { age: '2d', status: 'FAILED' }), test(efsFileSystem(shop))],
      },
      options: { scope: 'tag:app' },
      message: 'tested-by-sample',
      data: { sample: efsFileSystem().arn, group: 'tag:app' },
    },
    {
      name: 'a job that does not name its source, but its point',
      given: { resource: db, recoveryPoints: [point], restoreJobs: [nameless] },
      message: 'tested',
    },
    {
      name: 'what a validated test made was not deleted',
      given: {
        resource: db,
        restoreJobs: [test(db, { deletionStatus: 'FAILED', createdResourceArn: 'arn:aws:rds:x' })],
      },
      message: 'tested-leftover',
      data: { leftover: 'arn:aws:rds:x', validation: 'SUCCESSFUL' },
    },
    {
      name: 'what a test made was not deleted, and AWS does not tell what',
      given: { resource: db, restoreJobs: [{ ...unvalidated, deletionStatus: 'FAILED' }] },
      message: 'tested-leftover',
      data: { leftover: 'AWS does not report its ARN', validation: 'none' },
    },
    {
      name: 'one of two restores was fast enough',
      given: {
        resource: db,
        restoreJobs: [test(db), test(db, { createdAt: daysAgo(20), completedAt: daysAgo(20) + 60_000 })],
      },
      options: { maxRestoreTime: '30m' },
      message: 'tested',
      data: { duration: durationText(MINUTE) },
    },
    {
      name: 'a volume whose instance was restored with it',
      given: {
        resource: ebsVolume({ attachments: [{ instanceArn: ec2Instance().arn, since: 0 }] }),
        others: [ec2Instance()],
        restoreJobs: [test(ec2Instance())],
      },
      message: 'covered-by',
      data: { name: 'data', via: 'web' },
      evidence: [ec2Instance().arn],
    },
    {
      name: 'a volume whose instance was restored from an image of after the attachment',
      given: knownVolume([imageRestore({ recoveryPointArn: newImage.arn })]),
      message: 'covered-by',
      data: { name: 'data', via: 'web' },
    },
    {
      name: 'a volume whose instance was restored from an image that is gone, and was made after the attachment',
      given: knownVolume([imageRestore({ recoveryPointCreatedAt: daysAgo(50) })]),
      message: 'covered-by',
      data: { name: 'data', via: 'web' },
    },
    {
      name: 'a volume that was attached ten days ago, whose instance was restored from an image of before',
      given: knownVolume([imageRestore({ recoveryPointCreatedAt: daysAgo(100) })], 10),
      message: 'awaiting-with',
      data: { name: 'data', via: 'web' },
    },
    {
      name: 'a read replica whose source was restored',
      given: { ...replicated, restoreJobs: [test(otherDb)] },
      message: 'covered-by',
      data: { name: 'orders', via: 'billing' },
    },
    {
      name: 'an instance of which each volume was restored, where the options let its parts stand for it',
      given: {
        resource: ec2Instance(),
        others: [attached],
        recoveryPoints: [recoveryPoint(attached)],
        restoreJobs: [test(attached)],
      },
      options: { parts: 'inherit' },
      message: 'parts-covered',
      data: { name: 'web', count: 1 },
    },
    {
      name: 'a newer restore has a validation status that is not known, but an older one was validated',
      given: { resource: db, restoreJobs: [oddlyValidated, test(db, { age: '20d' })] },
      message: 'tested',
      data: { tested: started(20) },
    },
    {
      name: 'AWS reports the deletion of what a test restored with a word that is not known',
      given: { resource: db, restoreJobs: [test(db, { deletionStatus: 'RETAINED' })] },
      message: 'tested',
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
      name: 'a test that failed where nothing is copied to: others there may be unknown',
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
      name: 'restored without AWS Backup longer ago than the window',
      given: known({ restoreJobs: [nativeRestore(db, { age: '100d' })] }),
      message: 'overdue',
      data: { tested: new Date(daysAgo(100)) },
    },
    {
      name: 'another of its type was restored without AWS Backup, and none stands for it',
      given: known({ others: [otherDb], restoreJobs: [nativeRestore(otherDb)] }),
      message: 'never-tested',
      data: { name: 'orders' },
      evidence: [db.arn],
    },
    ...[{ acceptManual: false }, { requireValidation: true }, { maxRestoreTime: '8h' }, { proof: 'direct' }].map(
      (options) => ({
        name: `restored without AWS Backup, which does not count by ${Object.keys(options).join()}`,
        given: known({ restoreJobs: [native], unread: ['nativeRestores'] }),
        options,
        message: 'not-restored-by-backup',
        data: { since: new Date(daysAgo(120)), others: `${pitr} on ${isoDay(daysAgo(40))}`, plans: 'none' },
      }),
    ),
    {
      name: 'a bucket, whose restores without AWS Backup leave no event',
      given: known({ resource: bucket, recoveryPoints: [recoveryPoint(bucket)], unread: ['nativeRestores'] }),
      message: 'not-restored-by-backup',
      data: { others: 'none' },
    },
    {
      name: 'a table was restored from a backup that is gone, and it is a database',
      given: known({ restoreJobs: [{ ...ofGoneSnapshot, nativeCall: 'RestoreTableFromBackup' }] }),
      message: 'never-tested',
      data: { name: 'orders' },
    },
    {
      name: 'a database was restored from a snapshot that is gone, in another Region',
      given: known({ restoreJobs: [{ ...ofGoneSnapshot, scope: bunker }] }),
      message: 'never-tested',
      data: { name: 'orders' },
    },
    {
      name: 'a database was restored from a snapshot that is gone, before the window or after now',
      given: known({
        restoreJobs: [
          { ...ofGoneSnapshot, createdAt: daysAgo(91) },
          { ...ofGoneSnapshot, id: 'later', createdAt: daysAgo(0.5) },
        ],
      }),
      now: daysAgo(1),
      options: { within: '89d' },
      message: 'never-tested',
      data: { name: 'orders' },
    },
    {
      name: 'a database was restored from a snapshot that is gone, before this one existed',
      given: known({
        resource: rdsInstance({ createdAt: daysAgo(20) }),
        restoreJobs: [ofGoneSnapshot],
      }),
      options: { within: '14d' },
      message: 'never-tested',
      data: { name: 'orders' },
    },
    {
      name: 'no restore in 90 days, as the event history of CloudTrail shows',
      given: { resource: db, recoveryPoints: [point] },
      options: { absence: 'fail' },
      message: 'never-restored',
      data: { since: new Date(daysAgo(90)), plans: 'none' },
    },
    {
      name: 'the lists of earlier scans say as much as CloudTrail, and prove more',
      given: known(),
      options: { absence: 'fail' },
      message: 'never-tested',
      data: { since: new Date(daysAgo(120)) },
    },
    {
      name: 'a restore that failed, as CloudTrail shows, and none after it',
      given: { resource: db, recoveryPoints: [point], restoreJobs: [{ ...ofEvents, status: 'FAILED' }] },
      options: { absence: 'fail' },
      message: 'test-failed',
      data: { tested: started(40), status: 'FAILED' },
    },
    {
      name: 'a restore in CloudTrail that was not validated, as the options ask',
      given: { resource: db, recoveryPoints: [point], restoreJobs: [ofEvents] },
      options: { absence: 'fail', requireValidation: true },
      message: 'not-validated',
      data: { tested: started(40) },
    },
    {
      name: 'a test without validation, which the options ask for',
      given: known({ restoreJobs: [unvalidated] }),
      options: { requireValidation: true },
      message: 'not-validated',
      data: { name: 'orders', tested: started(10), within: durationText(90 * DAY) },
    },
    ...(['FAILED', 'TIMED_OUT'] as const).map((validationStatus) => ({
      name: `validation ${validationStatus}`,
      given: known({ restoreJobs: [test(db, { validationStatus, validationMessage: 'a table is missing' })] }),
      message: 'validation-failed',
      data: { validation: validationStatus, reason: 'a table is missing', tested: started(10) },
    })),
    {
      name: 'the test failed',
      given: known({ restoreJobs: [test(db, { status: 'FAILED', message: 'the key is gone' })] }),
      message: 'test-failed',
      data: { name: 'orders', status: 'FAILED', reason: 'the key is gone', tested: started(10) },
      evidence: [test(db).id],
    },
    {
      name: 'a young resource whose first test was aborted, without a word',
      given: { resource: young, restoreJobs: [test(young, { age: '24h', status: 'ABORTED' })] },
      message: 'test-failed',
      data: { status: 'ABORTED', reason: 'AWS gave no reason' },
    },
    {
      name: 'the newest that ended says what is wrong, not the one that runs',
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
      name: 'a restore on demand, which the options do not accept',
      given: known({ restoreJobs: [restoreJob(db)] }),
      options: { acceptManual: false },
      message: 'not-restored-by-backup',
      data: { since: new Date(daysAgo(120)) },
    },
    {
      name: 'the last test is 100 days ago',
      given: known({ restoreJobs: [test(db, { age: '100d' })] }),
      message: 'overdue',
      data: {
        tested: started(100),
        age: ageText(100 * DAY + HOUR),
        within: durationText(90 * DAY),
        plans: 'none',
      },
    },
    {
      name: 'the last test was a day before the window of a week',
      given: known({ restoreJobs: [test(db, { age: '8d' })] }),
      options: { within: '7d' },
      message: 'overdue',
      data: { age: ageText(8 * DAY + HOUR), within: durationText(7 * DAY) },
    },
    {
      name: 'a point was restored 20 days ago, but the options ask for a job',
      given: known({ recoveryPoints: [recoveryPoint(db, { lastRestoredAt: daysAgo(20) })] }),
      options: { proof: 'direct' },
      message: 'not-restored-by-backup',
      data: { name: 'orders' },
    },
    {
      name: 'a point was restored, but the job that is known of it failed',
      given: known({
        recoveryPoints: [recoveryPoint(db, { lastRestoredAt: daysAgo(10) })],
        restoreJobs: [test(db, { status: 'FAILED' })],
      }),
      message: 'test-failed',
      data: { reason: 'AWS gave no reason' },
    },
    ...[{ acceptManual: false }, { requireValidation: true }, { maxRestoreTime: '8h' }].map((options) => ({
      name: `a point was restored, of which nobody knows ${Object.keys(options).join()}`,
      given: known({ recoveryPoints: [recoveryPoint(db, { lastRestoredAt: daysAgo(20) })] }),
      options,
      message: 'not-restored-by-backup',
      data: { name: 'orders' },
    })),
    {
      name: 'a point was restored 100 days ago',
      given: known({ recoveryPoints: [recoveryPoint(db, { lastRestoredAt: daysAgo(100), age: '101d' })] }),
      message: 'never-tested',
      data: { name: 'orders' },
    },
    {
      name: 'a restore-testing plan ran and did not pick it',
      given: known({ restoreTestingPlans: [monthly], restoreTestingSelections: [everyDatabase] }),
      message: 'never-tested',
      data: {
        since: new Date(daysAgo(120)),
        plans: 'monthly',
      },
      evidence: [monthly.arn, db.arn],
    },
    {
      name: 'a restore-testing plan has picked it before, and another one that never ran may',
      given: known({
        restoreTestingPlans: [monthly, { ...neverRun, name: 'idle', arn: 'arn:idle' }],
        restoreTestingSelections: [everyDatabase, { ...everyDatabase, planName: 'idle', resourceArns: [db.arn] }],
        restoreJobs: [test(db, { age: '100d' })],
      }),
      message: 'overdue',
      data: { plans: 'monthly, idle' },
    },
    {
      name: 'every plan that may pick it is named',
      given: known({
        restoreTestingPlans: [{ ...neverRun, name: 'idle', arn: 'arn:a' }, monthly],
        restoreTestingSelections: [everyDatabase, { ...everyDatabase, planName: 'idle' }],
      }),
      message: 'never-tested',
      data: {
        plans: 'idle, monthly',
      },
    },
    {
      name: 'plans that select other types or other databases are not named',
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
        plans: 'monthly',
      },
    },
    {
      name: 'a plan that cannot pick it is not named among those that may, and is evidence with the reason',
      given: known({
        restoreTestingPlans: [{ ...monthly, excludeVaults: [point.vaultArn] }],
        restoreTestingSelections: [everyDatabase],
      }),
      message: 'never-tested',
      data: { plans: 'none' },
      evidence: [monthly.arn],
    },
    {
      name: 'a type that restore testing does not support, where the options ask for a restore all the same',
      given: known({ resource: archive, recoveryPoints: [recoveryPoint(archive)] }),
      options: { untestable: 'fail' },
      message: 'never-tested',
      data: { name: 'archive' },
    },
    {
      name: 'none of its type was tested well, in its own Region',
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
      name: 'only one that has another value of the tag was tested',
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
      name: 'a tag that neither has is no bond, whatever objects inherit',
      given: known({ others: [otherDb], restoreJobs: [test(otherDb)] }),
      options: { scope: 'tag:constructor' },
      message: 'never-tested',
      data: { name: 'orders' },
    },
    {
      name: 'the restore took an hour',
      given: known({ restoreJobs: [test(db)] }),
      options: { maxRestoreTime: '30m' },
      message: 'too-slow',
      data: { duration: durationText(HOUR), allowed: durationText(30 * MINUTE), tested: started(10) },
    },
    {
      name: 'the restore took an hour, whatever its validation status means',
      given: known({ restoreJobs: [oddlyValidated] }),
      options: { maxRestoreTime: '30m' },
      message: 'too-slow',
      data: { tested: started(10) },
    },
    {
      name: 'the restore failed, whatever its validation status means',
      given: known({ restoreJobs: [{ ...oddlyValidated, status: 'FAILED' }] }),
      message: 'test-failed',
      data: { status: 'FAILED' },
    },
    {
      name: 'the options accept tests only, whatever a restore on demand came to',
      given: known({ restoreJobs: [restoreJob(db, { status: 'COMPLETED_WITH_DIFFERENCES' })] }),
      options: { acceptManual: false },
      message: 'not-restored-by-backup',
      data: { name: 'orders' },
    },
    {
      name: 'a restore with a word that is not known is of another resource of its type',
      given: known({ others: [otherDb], restoreJobs: [{ ...test(otherDb), status: 'COMPLETED_WITH_DIFFERENCES' }] }),
      message: 'never-tested',
      data: { name: 'orders' },
    },
    {
      name: 'a read replica whose source was restored, where the options ask for a test of its own',
      given: known({ ...replicated, restoreJobs: [test(otherDb)] }),
      options: { followers: 'judge' },
      message: 'never-tested',
      data: { name: 'orders' },
    },
    {
      name: 'a volume whose instance was restored from an image of before the attachment',
      given: knownVolume([imageRestore({ recoveryPointCreatedAt: daysAgo(100) })]),
      message: 'attached-later',
      data: { name: 'data', via: 'web' },
    },
    {
      name: 'its only point is past the end of its lifecycle, but a legal hold keeps it to be restored',
      given: known({
        recoveryPoints: [overdue],
        legalHolds: [{ scope: home, arn: 'arn:hold', title: 'audit', recoveryPointArns: [overdue.arn] }],
      }),
      message: 'never-tested',
      data: { name: 'orders' },
    },
    {
      name: 'no test, and nothing that could be restored',
      given: known({ recoveryPoints: [recoveryPoint(db, { status: 'EXPIRED' })] }),
      message: 'nothing-to-restore',
      data: { name: 'orders', within: durationText(90 * DAY) },
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
      name: 'no restore by AWS Backup, and others could not be read',
      given: known({ unread: ['nativeRestores'] }),
      message: 'native-restores-unread',
      data: { within: durationText(90 * DAY) },
    },
    {
      name: 'the newest restore by AWS Backup failed, and others could not be read',
      given: known({ restoreJobs: [test(db, { status: 'FAILED' })], unread: ['nativeRestores'] }),
      message: 'native-restores-unread',
    },
    {
      name: 'something of its type was restored without AWS Backup from a snapshot that is gone',
      given: known({ restoreJobs: [ofGoneSnapshot] }),
      message: 'native-source-unknown',
      data: { call: pitr, point: gone, tested: new Date(daysAgo(40)) },
      evidence: [ofGoneSnapshot.id],
    },
    {
      name: 'something of its type was restored without AWS Backup, and the call does not name it',
      given: known({ restoreJobs: [defined({ ...ofGoneSnapshot, recoveryPointArn: undefined })] }),
      message: 'native-source-unknown',
      data: { point: 'a source that the call does not name' },
    },
    {
      name: 'a volume whose instance was restored without AWS Backup, from an image that may be older than the attachment',
      given: knownVolume([
        nativeRestore(ec2Instance(), { nativeCall: 'RunInstances', recoveryPointArn: 'arn:image-of-before' }),
      ]),
      message: 'related-unknown',
    },
    {
      name: 'no restore in 90 days, but the event history of CloudTrail could not be read',
      given: { resource: db, recoveryPoints: [point], unread: ['restoreEvents'] },
      options: { absence: 'fail' },
      message: 'history-too-short',
    },
    {
      name: 'tests may run where it is copied to, and there CloudTrail could not be read',
      given: {
        resource: db,
        ...inPlan(db, copying),
        recoveryPoints: [point],
        scopes: [bunker],
        unread: [{ kind: 'restoreEvents', scope: bunker }],
      },
      options: { absence: 'fail' },
      message: 'history-too-short',
    },
    {
      name: 'a restore that CloudTrail shows may have been a test, and tests alone count',
      given: { resource: db, recoveryPoints: [point], restoreJobs: [ofEvents] },
      options: { absence: 'fail', acceptManual: false },
      message: 'creator-unknown',
      data: { started: started(40) },
    },
    {
      name: 'CloudTrail has the start of a restore and not its end',
      given: { resource: db, recoveryPoints: [point], restoreJobs: [{ ...ofEvents, status: STARTED }] },
      options: { absence: 'fail' },
      message: 'end-unknown',
    },
    {
      name: 'CloudTrail shows a restore of a point that nothing relates to a resource',
      given: {
        resource: db,
        recoveryPoints: [point],
        restoreJobs: [defined({ ...ofEvents, sourceResourceArn: undefined })],
      },
      options: { absence: 'fail' },
      message: 'history-too-short',
    },
    {
      name: 'no test, and AWS remembers 30 days only',
      given: { resource: db, recoveryPoints: [point] },
      message: 'history-too-short',
      data: {
        name: 'orders',
        within: durationText(90 * DAY),
        since: new Date(daysAgo(30)),
        plans: 'none',
      },
    },
    {
      name: 'a history with a gap reaches back to the gap only',
      given: known({ jobHistories: [jobHistory({ to: daysAgo(40) })] }),
      message: 'history-too-short',
      data: { since: new Date(daysAgo(30)) },
    },
    {
      name: 'the history of other jobs, or of another account, is none',
      given: known({ jobHistories: [jobHistory({ kind: 'copyJobs' }), jobHistory({ scope: bunker })] }),
      message: 'history-too-short',
      data: { since: new Date(daysAgo(30)) },
    },
    {
      name: 'the last test failed, but an older one may have succeeded',
      given: { resource: db, restoreJobs: [test(db, { status: 'FAILED', message: 'The key is gone.' })] },
      message: 'last-restore-failed',
      data: { tested: started(10), result: 'FAILED', reason: 'The key is gone', since: new Date(daysAgo(30)) },
      evidence: [test(db).id],
    },
    {
      name: 'the validation of the last test failed, but an older one may have succeeded',
      given: { resource: db, restoreJobs: [test(db, { validationStatus: 'TIMED_OUT' })] },
      message: 'last-restore-failed',
      data: { result: 'validation TIMED_OUT', reason: 'AWS gave no reason' },
    },
    {
      name: 'the last test was not validated, as the options ask, but an older one may have been',
      given: { resource: db, restoreJobs: [unvalidated] },
      options: { requireValidation: true },
      message: 'history-too-short',
      evidence: [unvalidated.id],
    },
    {
      name: 'the validation of the only test has a status that is not known',
      given: known({ restoreJobs: [oddlyValidated] }),
      message: 'word-unknown',
      data: { job: oddlyValidated.id, field: 'ValidationStatus', word: 'PARTIALLY_VERIFIED' },
      evidence: [oddlyValidated.id],
    },
    {
      name: 'the only test has a status that is not known',
      given: { resource: db, restoreJobs: [test(db, { status: 'COMPLETED_WITH_DIFFERENCES' })] },
      message: 'word-unknown',
      data: { field: 'Status', word: 'COMPLETED_WITH_DIFFERENCES' },
    },
    {
      name: 'a restore with a status that is not known may make up for one that failed since',
      given: known({
        restoreJobs: [test(db, { status: 'FAILED' }), test(db, { age: '20d', status: 'COMPLETED_WITH_DIFFERENCES' })],
      }),
      message: 'word-unknown',
    },
    {
      name: 'the restore of a young resource has a status that is not known',
      given: { resource: young, restoreJobs: [test(young, { age: '24h', status: 'constructor' })] },
      message: 'word-unknown',
      data: { word: 'constructor' },
    },
    {
      name: 'another one of its type was restored, with a status that is not known',
      given: known({ others: [otherDb], restoreJobs: [test(otherDb, { status: 'COMPLETED_WITH_DIFFERENCES' })] }),
      options: { scope: 'type' },
      message: 'word-unknown',
      data: { name: 'orders', sample: otherDb.arn },
    },
    {
      name: 'what restore testing does not support was restored on demand, with a status that is not known',
      given: { resource: archive, restoreJobs: [restoreJob(archive, { status: 'COMPLETED_WITH_DIFFERENCES' })] },
      message: 'word-unknown',
    },
    {
      name: 'AWS does not report when the restore completed that must not take too long',
      given: known({ restoreJobs: [endless] }),
      options: { maxRestoreTime: '2h' },
      message: 'duration-unknown',
      data: { allowed: durationText(2 * HOUR) },
    },
    {
      name: 'a volume whose instance was restored from an image that may be of before the attachment',
      given: knownVolume([imageRestore()]),
      message: 'related-unknown',
      data: { name: 'data', via: 'web' },
    },
    {
      name: 'a read replica whose source was not scanned',
      given: known({ ...replicated, others: [] }),
      message: 'source-not-scanned',
      data: { name: 'orders' },
    },
    {
      name: 'a restore of which only its beginning is known is no pass, nor a fail, however long the history is',
      given: known({ restoreJobs: [begun] }),
      message: 'end-unknown',
      data: { name: 'orders', within: durationText(90 * DAY), sample: db.arn, started: new Date(begun.createdAt) },
      evidence: [begun.id],
    },
    {
      name: 'a restore of which only its beginning is known may make up for a test that failed',
      given: known({ restoreJobs: [begun, test(db, { age: '20d', status: 'FAILED' })] }),
      message: 'end-unknown',
    },
    {
      name: 'of another one of its type no more is known than that its restore began',
      given: known({ others: [otherDb], restoreJobs: [begunOf(otherDb)] }),
      options: { scope: 'type' },
      message: 'end-unknown',
      data: { name: 'orders', sample: otherDb.arn },
    },
    {
      name: 'its own restore is named before one of its type',
      given: known({ others: [otherDb], restoreJobs: [begunOf(otherDb), begun] }),
      options: { scope: 'type' },
      message: 'end-unknown',
      data: { sample: db.arn },
      evidence: [begun.id],
    },
    {
      name: 'no more is known than the beginning of a restore, nor whether it has the tag of what was restored',
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
      message: 'related-unknown',
      data: { name: 'data', via: 'web' },
    },
    {
      name: 'a restore of which only its beginning is known says more than that the history is short',
      given: { resource: db, recoveryPoints: [point], restoreJobs: [begun] },
      message: 'end-unknown',
    },
    {
      name: 'nothing to restore, but what expired since may have been tested',
      given: { resource: db },
      options: { scope: 'type' },
      message: 'history-too-short',
    },
    {
      name: 'tests may run where it is copied to, and there the history is too short',
      given: known({ ...inPlan(db, copying), vaults: [], scopes: [bunker] }),
      message: 'history-too-short',
      data: { since: new Date(daysAgo(30)) },
    },
    {
      name: 'tests may run where it is copied to, and there the jobs cannot be read',
      given: {
        resource: young,
        ...inPlan(young, copying),
        scopes: [bunker],
        unread: [{ kind: 'restoreJobs', scope: bunker }],
      },
      message: 'restore-jobs-unread',
      data: { name: 'young' },
    },
    {
      name: 'a job that names neither its source nor a point that is known may be of this resource',
      given: known({ restoreJobs: [nameless], recoveryPoints: [] }),
      message: 'restore-jobs-unread',
    },
    {
      name: 'a point was restored, but restore jobs could not be read that may tell how it went',
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
      name: 'a test whose validation has not ended, which the options ask for',
      given: known({ restoreJobs: [test(db, { validationStatus: 'VALIDATING' })] }),
      options: { requireValidation: true },
      message: 'validation-pending',
      data: { tested: started(10) },
    },
    {
      name: 'whether it has the tag of what was tested could not be learnt',
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
      name: 'whether what was tested has its tag could not be learnt',
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
      name: 'whether a plan backs both up turns on an opt-in that AWS did not tell',
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
    {
      name: 'a type that restore testing does not support, and points by which a restore may be found could not be read',
      given: { resource: archive, recoveryPoints: [recoveryPoint(archive)], unread: ['recoveryPoints'] },
      message: 'restore-jobs-unread',
    },
  ],

  notApplicable: [
    {
      name: 'a type that restore testing does not support, without a restore on demand',
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
