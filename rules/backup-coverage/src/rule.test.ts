import { DAY, ageText, durationText, HOUR, MINUTE } from '@backproof/core';
import type { BackupJob } from '@backproof/core';
import {
  backupJob,
  backupPlan,
  backupRule,
  backupSelection,
  bunker,
  bunkerVaultArn,
  continuousPoint,
  daysAgo,
  dynamoDbTable,
  ebsVolume,
  ec2Instance,
  fsxFileSystem,
  home,
  hoursAgo,
  lifecyclePolicy,
  nativeBackup,
  NOW,
  ontapVolume,
  outcomeOf,
  rdsInstance,
  recoveryPoint,
  regionSettings,
  storageGatewayVolume,
  testRule,
  vault,
  vaultArn,
} from '@backproof/testing';
import type { Given, Stories } from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import { buckets } from './buckets.fixture.js';
import { ofPacks } from './of-pack.fixture.js';
import { points } from './points.fixture.js';
import { promises } from './promises.fixture.js';
import { relations } from './relations.fixture.js';
import { backupCoverage } from './rule.js';
import { states } from './states.fixture.js';

/** The tags of what the plan selects. */
const tags = { backup: 'nightly' };
const nightly = {
  plans: [backupPlan()],
  selections: [backupSelection({ listOfTags: [{ key: 'backup', value: 'nightly' }] })],
};

const vm = ec2Instance({ tags });
const young = ec2Instance({ tags, createdAt: hoursAgo(3) });
const db = rdsInstance({ tags });
const volume = ebsVolume({ attachments: [{ instanceArn: vm.arn, since: 0 }] });

const looseVm = ec2Instance();
const looseDb = rdsInstance();
const looseTable = dynamoDbTable();

/** AWS does not tell when it was created. */
const undated = { ...vm };
Reflect.deleteProperty(undated, 'createdAt');

const covered = { resource: vm, ...nightly };
const coveredDb = { resource: db, ...nightly };
const fresh = [recoveryPoint(vm, { age: '6h' })];
const stale = [recoveryPoint(vm, { age: '5d' }), recoveryPoint(vm, { age: '6d' })];
const pitr = continuousPoint(db, { age: '20d', keepDays: 35 });
const stopped = continuousPoint(db, { age: '20d', status: 'STOPPED' });

const denied = backupJob(vm, { age: '7h', state: 'FAILED', message: 'Insufficient privileges.' });
const withIssues = backupJob(vm, { messageCategory: 'VSS_ERROR', message: 'VSS writers failed' });

/** Nothing says yet how it ends. */
const running: BackupJob = {
  scope: home,
  id: 'running',
  resourceArn: vm.arn,
  state: 'RUNNING',
  createdAt: NOW,
  messageCategory: 'RUNNING',
};

const UNUSABLE = [
  ['EXPIRED', 'expired'],
  ['DELETING', 'being deleted'],
  ['CREATING', 'being created'],
  ['PARTIAL', 'partial'],
] as const;

const optedOut = [regionSettings({ optIn: { EC2: false } })];
const untold = [regionSettings({ optIn: { EBS: true } })];

/** What stands in a message about a resource of the nightly plan without any job. */
const silent = silentSince(
  'vault main exists, vault main has no lock, EC2 is opted in to AWS Backup in its account and Region',
);
const silentDb = silent.replace('EC2', 'RDS');

function silentSince(checked: string): string {
  const role =
    'whether AWS Backup can assume the role arn:aws:iam::111111111111:role/service-role/AWSBackupDefaultServiceRole of selection selected';
  return `none in the last 30 days, although a run was due on 2026-11-21 05:00 UTC; checked: ${checked}; not checked: when plan nightly was created, ${role}`;
}

/** Its backups run in the afternoon, before those of the nightly plan. */
const early = backupPlan({ name: 'early', rules: [backupRule({ scheduleExpression: 'cron(0 14 ? * * *)' })] });
const inTwoPlans = {
  plans: [...nightly.plans, early],
  selections: [...nightly.selections, backupSelection({ planId: early.id, resources: [vm.arn] })],
};

function storiesOf(stories: Stories, status: 'pass' | 'fail' | 'unknown') {
  return stories[status] ?? [];
}

/** The nightly plan with another schedule. */
function scheduled(scheduleExpression: string) {
  return { ...nightly, plans: [backupPlan({ rules: [backupRule({ scheduleExpression })] })] };
}

testRule(backupCoverage, {
  pass: [
    ...storiesOf(points, 'pass'),
    ...storiesOf(promises, 'pass'),
    ...storiesOf(buckets, 'pass'),
    ...storiesOf(ofPacks, 'pass'),
    ...storiesOf(relations, 'pass'),
    ...storiesOf(states, 'pass'),
    {
      name: 'a point of 6 h ago meets an objective of 24 h',
      given: { ...covered, recoveryPoints: [recoveryPoint(vm, { age: '30h' }), ...fresh] },
      message: 'backed-up',
      data: { name: 'web', restorable: new Date(hoursAgo(6)), age: ageText(6 * HOUR) },
      evidence: [backupPlan().arn, recoveryPoint(vm, { age: '6h' }).arn],
    },
    {
      name: 'at the end of the objective and its tolerance',
      given: { ...covered, recoveryPoints: [recoveryPoint(vm, { age: '36h' })] },
      message: 'backed-up',
    },
    {
      name: 'an available point is as good as a completed one',
      given: { ...covered, recoveryPoints: [recoveryPoint(vm, { status: 'AVAILABLE' })] },
      message: 'backed-up',
    },
    {
      name: 'a point that will be deleted some day',
      given: { ...covered, recoveryPoints: [recoveryPoint(vm, { keepDays: 1 })] },
      message: 'backed-up',
    },
    {
      name: 'a wider objective',
      given: { ...covered, recoveryPoints: stale },
      options: { maxAge: '7d' },
      message: 'backed-up',
    },
    {
      name: 'created 3 h ago, the first run is due tonight',
      given: { resource: young, ...nightly },
      message: 'awaiting-first-backup',
      data: { age: ageText(3 * HOUR), due: new Date(hoursAgo(-25)) },
    },
    {
      name: 'the first run was due, but its start window is open',
      given: { resource: ec2Instance({ tags, createdAt: hoursAgo(9) }), ...nightly },
      message: 'awaiting-first-backup',
      data: { due: new Date(hoursAgo(-1)) },
    },
    {
      name: 'the start window of the first run closes at this very moment',
      given: {
        resource: young,
        ...nightly,
        plans: [
          backupPlan({ rules: [backupRule({ scheduleExpression: 'cron(0 10 ? * * *)', startWindowMinutes: 120 })] }),
        ],
      },
      message: 'awaiting-first-backup',
      data: { due: new Date(NOW) },
    },
    {
      name: 'in two plans, the first run of either is awaited',
      given: { resource: young, ...inTwoPlans },
      message: 'awaiting-first-backup',
      data: { due: new Date(hoursAgo(-10)) },
    },
    {
      name: 'in two plans, of which AWS lists the later one first',
      given: {
        resource: young,
        ...inTwoPlans,
        plans: inTwoPlans.plans.toReversed(),
        selections: inTwoPlans.selections.toReversed(),
      },
      message: 'awaiting-first-backup',
      data: { due: new Date(hoursAgo(-10)) },
    },
    {
      name: 'the first point is being created',
      given: { resource: young, ...nightly, recoveryPoints: [recoveryPoint(young, { status: 'CREATING' })] },
      message: 'awaiting-first-backup',
    },
    {
      name: 'an unusable point beside a usable one',
      given: { ...covered, recoveryPoints: [...fresh, recoveryPoint(vm, { age: '5h', status: 'EXPIRED' })] },
      message: 'backed-up',
      data: { age: ageText(6 * HOUR) },
    },
    {
      name: 'a volume attached to a protected instance',
      given: { resource: volume, others: [vm], ...nightly, recoveryPoints: fresh },
      message: 'covered-by',
      data: { name: 'data', via: 'web', relation: 'host' },
      evidence: [vm.arn],
    },
    {
      name: 'an attached volume with points of its own',
      given: {
        resource: ebsVolume({ tags, attachments: [{ instanceArn: looseVm.arn, since: 0 }] }),
        others: [looseVm],
        ...nightly,
        recoveryPoints: [recoveryPoint(volume)],
      },
      message: 'backed-up',
      data: { name: 'data' },
    },
    {
      name: 'RDS with automated backups alone',
      given: { resource: looseDb, ...nightly, nativeBackups: [nativeBackup(looseDb)] },
      message: 'native-only',
      data: { kind: 'automated backups', restorable: '2026-11-22T11:55:00.000Z' },
      evidence: [db.arn],
    },
    {
      name: 'automated backups at the end of the objective and its tolerance',
      given: { resource: looseDb, nativeBackups: [nativeBackup(looseDb, { latestRestorableAt: hoursAgo(36) })] },
      message: 'native-only',
      data: { restorable: new Date(hoursAgo(36)) },
    },
    {
      name: 'automated backups that are fresher where they are sent to',
      given: {
        resource: looseDb,
        nativeBackups: [
          nativeBackup(looseDb, { latestRestorableAt: daysAgo(5) }),
          nativeBackup(looseDb, { mechanism: 'rds-replicated-backups', latestRestorableAt: hoursAgo(1) }),
        ],
      },
      message: 'native-only',
      data: { kind: 'automated backups replicated to another Region', restorable: new Date(hoursAgo(1)) },
    },
    {
      name: 'DynamoDB with point-in-time recovery alone',
      given: { resource: looseTable, nativeBackups: [nativeBackup(looseTable)] },
      message: 'native-only',
      data: { kind: 'point-in-time recovery' },
    },
    {
      name: 'a continuous point of 20 days ago that restores up to 5 minutes ago',
      given: {
        ...coveredDb,
        recoveryPoints: [pitr],
        nativeBackups: [nativeBackup(db, { recoveryPointArn: pitr.arn })],
      },
      message: 'backed-up',
      data: { age: ageText(5 * MINUTE) },
    },
    {
      name: 'a stopped continuous point beside a fresh snapshot',
      given: { ...coveredDb, recoveryPoints: [stopped, recoveryPoint(db)] },
      message: 'backed-up',
    },
    {
      name: 'a vault proves it though another is denied',
      given: {
        ...covered,
        recoveryPoints: [recoveryPoint(vm, { vaultArn: vault({ name: 'second' }).arn })],
        unread: [{ kind: 'recoveryPoints', of: vaultArn }],
      },
      message: 'backed-up',
    },
    {
      name: 'the last job completed with issues',
      given: { ...covered, recoveryPoints: fresh, backupJobs: [withIssues] },
      message: 'degraded',
      data: { name: 'web', age: ageText(6 * HOUR), issue: 'VSS writers failed' },
      evidence: [withIssues.id],
    },
    {
      name: 'issues without an explanation',
      given: { ...covered, recoveryPoints: fresh, backupJobs: [backupJob(vm, { messageCategory: 'VSS_ERROR' })] },
      message: 'degraded',
      data: { issue: 'VSS_ERROR' },
    },
    {
      name: 'success in any casing',
      given: { ...covered, recoveryPoints: fresh, backupJobs: [backupJob(vm, { messageCategory: 'Success' })] },
      message: 'backed-up',
    },
    {
      name: 'issues that a later job did not have',
      given: {
        ...covered,
        recoveryPoints: fresh,
        backupJobs: [backupJob(vm, { age: '30h', messageCategory: 'VSS_ERROR' }), backupJob(vm)],
      },
      message: 'backed-up',
    },
    {
      name: 'issues that a job which is still running may not have',
      given: { ...covered, recoveryPoints: fresh, backupJobs: [withIssues, running] },
      message: 'degraded',
      data: { issue: 'VSS writers failed' },
    },
    {
      name: 'a job that is still running says nothing yet',
      given: {
        ...covered,
        recoveryPoints: fresh,
        backupJobs: [backupJob(vm, { messageCategory: 'SUCCESS' }), running],
      },
      message: 'backed-up',
    },
    {
      name: 'a copy in another account belongs to its source',
      given: { ...covered, recoveryPoints: [recoveryPoint(vm, { vaultArn: bunkerVaultArn })] },
      message: 'backed-up',
    },
    {
      name: 'an opt-in that AWS does not tell, proved by a fresh point',
      given: { ...covered, regionSettings: untold, recoveryPoints: fresh },
      message: 'backed-up',
    },
    {
      name: 'an opt-in that AWS does not tell, and automated backups',
      given: { ...coveredDb, regionSettings: untold, nativeBackups: [nativeBackup(db)] },
      message: 'native-only',
    },
  ],

  fail: [
    ...storiesOf(points, 'fail'),
    ...storiesOf(promises, 'fail'),
    ...storiesOf(buckets, 'fail'),
    ...storiesOf(ofPacks, 'fail'),
    ...storiesOf(relations, 'fail'),
    ...storiesOf(states, 'fail'),
    {
      name: 'the newest point is 5 days old',
      given: { ...covered, recoveryPoints: stale },
      message: 'stale',
      data: {
        name: 'web',
        plans: 'backup plan nightly',
        restorable: new Date(daysAgo(5)),
        age: ageText(5 * DAY),
        allowed: durationText(36 * HOUR),
        jobs: silent,
      },
      evidence: stale.slice(0, 1).map(({ arn }) => arn),
    },
    {
      name: 'an hour past the tolerance',
      given: { ...covered, recoveryPoints: [recoveryPoint(vm, { age: '37h' })] },
      message: 'stale',
      data: { age: ageText(37 * HOUR) },
    },
    {
      name: 'no tolerance',
      given: { ...covered, recoveryPoints: [recoveryPoint(vm, { age: '25h' })] },
      options: { tolerance: '0h' },
      message: 'stale',
      data: { allowed: durationText(DAY) },
    },
    {
      name: 'never backed up in all its life',
      given: covered,
      message: 'never-backed-up',
      data: { name: 'web', plans: 'backup plan nightly', jobs: silent },
    },
    {
      name: 'the end of the first start window has passed',
      given: { resource: ec2Instance({ tags, createdAt: hoursAgo(31.1) }), ...nightly },
      message: 'never-backed-up',
      data: { jobs: silent },
    },
    {
      name: 'a plan whose schedule has no run left awaits nothing',
      given: { resource: young, ...scheduled('cron(0 5 ? * * 2020)') },
      message: 'promise-broken',
      data: { plans: 'backup plan nightly' },
    },
    {
      name: 'a plan whose schedule means nothing awaits nothing',
      given: { resource: young, ...scheduled('rate(1 day)') },
      message: 'promise-broken',
      data: { plans: 'backup plan nightly' },
    },
    {
      name: 'the creation is not known',
      given: { resource: undated, ...nightly },
      message: 'never-backed-up',
      data: { name: 'web' },
    },
    {
      name: 'never backed up by either of two plans',
      given: { resource: vm, ...inTwoPlans },
      message: 'never-backed-up',
      data: { plans: 'backup plans early, nightly' },
    },
    {
      name: 'a job failed, and AWS does not say why',
      given: { ...covered, backupJobs: [backupJob(vm, { state: 'FAILED' })] },
      message: 'never-backed-up',
      data: { jobs: 'the last failed job ended FAILED on 2026-11-22 06:00 UTC (AWS gave no reason)' },
    },
    {
      name: 'all jobs failed',
      given: { ...covered, backupJobs: [backupJob(vm, { age: '40h', state: 'EXPIRED' }), denied] },
      message: 'never-backed-up',
      data: { jobs: 'the last failed job ended FAILED on 2026-11-22 05:00 UTC (Insufficient privileges)' },
      evidence: [denied.id],
    },
    {
      name: 'in no plan, no other backup',
      given: { resource: looseVm, ...nightly },
      message: 'unprotected',
      data: { name: 'web', nearest: 'none' },
    },
    {
      name: 'in a plan whose type is opted out',
      given: { ...covered, regionSettings: optedOut },
      message: 'unprotected',
      data: {
        nearest:
          'selection selected of plan nightly (the selection matches it, but EC2 is not opted in to AWS Backup in its account and Region)',
      },
      evidence: [backupPlan().arn],
    },
    {
      name: 'of two selections that leave it out, the one that is easier to mend is named',
      given: {
        ...covered,
        selections: [
          backupSelection({
            name: 'a-condition',
            conditions: { ...backupSelection().conditions, stringEquals: [{ key: 'stage', value: 'prod' }] },
          }),
          backupSelection({ name: 'b-exclusion', resources: ['*'], notResources: [vm.arn] }),
        ],
      },
      message: 'unprotected',
      data: { nearest: `selection b-exclusion of plan nightly (NotResources[0] (${vm.arn}) excludes it)` },
    },
    {
      name: 'in a plan without rules',
      given: { ...covered, plans: [backupPlan({ rules: [] })] },
      message: 'unprotected',
      data: { name: 'web' },
    },
    {
      name: 'in a plan of another account',
      given: {
        resource: vm,
        plans: [backupPlan({ scope: bunker })],
        selections: nightly.selections.map((selection) => ({ ...selection, scope: bunker })),
      },
      message: 'unprotected',
      data: { nearest: 'none' },
    },
    {
      name: 'old points of a plan that is gone',
      given: { resource: looseVm, recoveryPoints: [recoveryPoint(looseVm, { age: '10d' })] },
      message: 'plan-gone',
      data: { name: 'web', newest: new Date(daysAgo(10)), deletion: 'never' },
      evidence: [recoveryPoint(looseVm, { age: '10d' }).arn],
    },
    {
      name: 'a fresh point of a plan whose type is opted out by now',
      given: { ...covered, regionSettings: optedOut, recoveryPoints: fresh },
      message: 'plan-gone',
      data: { newest: new Date(hoursAgo(6)) },
    },
    {
      name: 'even if the last one is fresh',
      given: { resource: looseVm, recoveryPoints: [recoveryPoint(looseVm, { keepDays: 1 })] },
      message: 'plan-gone',
      data: { newest: new Date(hoursAgo(7)), deletion: new Date('2026-11-23T05:00:00Z') },
    },
    ...UNUSABLE.map(([status, reason]) => ({
      name: `its only point is ${status}`,
      given: { ...covered, recoveryPoints: [recoveryPoint(vm, { status })] },
      message: 'no-usable-point',
      data: { reasons: `1 ${reason}` },
      evidence: [recoveryPoint(vm, { status }).arn],
    })),
    {
      name: 'points that are unusable for different reasons',
      given: {
        ...covered,
        recoveryPoints: [recoveryPoint(vm, { status: 'EXPIRED' }), recoveryPoint(vm, { age: '5h', status: 'PARTIAL' })],
      },
      message: 'no-usable-point',
      data: { name: 'web', plans: 'backup plan nightly', reasons: '1 expired, 1 partial', jobs: silent },
    },
    {
      name: 'an old temporary point on its way to an air-gapped vault',
      given: { ...covered, recoveryPoints: [recoveryPoint(vm, { age: '5d', deleteAfterCopy: true })] },
      message: 'no-usable-point',
      data: { reasons: '1 kept only until a copy is made' },
    },
    {
      name: 'a volume attached to an unprotected instance',
      given: {
        resource: ebsVolume({ attachments: [{ instanceArn: looseVm.arn, since: 0 }] }),
        others: [looseVm],
        ...nightly,
      },
      message: 'unprotected',
      data: { name: 'data' },
    },
    {
      name: 'a volume attached to an instance that backs up nothing any more',
      given: { resource: volume, others: [vm], ...nightly, recoveryPoints: stale },
      message: 'related-fails',
      data: { name: 'data', via: 'web' },
    },
    {
      name: 'a detached volume is judged alone',
      given: { resource: ebsVolume(), others: [vm], ...nightly, recoveryPoints: fresh },
      message: 'unprotected',
      data: { name: 'data' },
    },
    {
      name: 'automated backups alone, which the options do not accept',
      given: { resource: looseDb, nativeBackups: [nativeBackup(looseDb)] },
      options: { acceptNative: false },
      message: 'native-not-accepted',
      data: { name: 'orders', kind: 'automated backups' },
    },
    {
      name: 'automated backups that restore nothing recent',
      given: { resource: looseDb, nativeBackups: [nativeBackup(looseDb, { latestRestorableAt: daysAgo(5) })] },
      message: 'native-stale',
      data: { name: 'orders', kind: 'automated backups', allowed: durationText(36 * HOUR) },
    },
    {
      name: 'automated backups that AWS Backup keeps are no second backup',
      given: { resource: looseDb, nativeBackups: [nativeBackup(looseDb, { recoveryPointArn: 'arn:gone' })] },
      message: 'unprotected',
      data: { name: 'orders' },
    },
    {
      name: 'snapshots that somebody took are no backups that run by themselves',
      given: { resource: looseDb, nativeBackups: [nativeBackup(looseDb, { mechanism: 'rds-snapshots' })] },
      message: 'manual-only',
      data: { name: 'orders', kind: 'manual snapshots', restorable: new Date(hoursAgo(1 / 12)) },
    },
    {
      name: 'continuous backups without point-in-time recovery',
      given: { resource: looseTable, nativeBackups: [nativeBackup(looseTable, { enabled: false })] },
      message: 'unprotected',
      data: { name: 'sessions' },
    },
    {
      name: 'a continuous point that restores nothing recent',
      given: {
        ...coveredDb,
        recoveryPoints: [pitr],
        nativeBackups: [nativeBackup(db, { recoveryPointArn: pitr.arn, latestRestorableAt: daysAgo(4) })],
      },
      message: 'stale',
      data: { restorable: new Date(daysAgo(4)), age: ageText(4 * DAY) },
    },
    {
      name: 'a continuous point that has stopped',
      given: { ...coveredDb, recoveryPoints: [stopped] },
      message: 'continuous-stopped',
      data: { name: 'orders', plans: 'backup plan nightly', jobs: silentDb },
    },
    {
      name: 'a completed point that should be deleted already',
      given: { ...covered, recoveryPoints: [recoveryPoint(vm, { deleteAt: hoursAgo(1) })] },
      message: 'no-usable-point',
      data: { reasons: '1 overdue for deletion' },
    },
    {
      name: 'a volume of an ONTAP file system',
      given: { resource: ontapVolume({ tags }), ...nightly },
      message: 'never-backed-up',
      data: { name: 'vol1' },
    },
    {
      name: 'a volume of a volume gateway',
      given: { resource: storageGatewayVolume() },
      message: 'unprotected',
      data: { name: 'archive' },
    },
  ],

  unknown: [
    ...storiesOf(points, 'unknown'),
    ...storiesOf(promises, 'unknown'),
    ...storiesOf(buckets, 'unknown'),
    ...storiesOf(ofPacks, 'unknown'),
    ...storiesOf(relations, 'unknown'),
    ...storiesOf(states, 'unknown'),
    {
      name: 'a continuous point of which nobody tells how far it restores',
      given: { ...coveredDb, recoveryPoints: [pitr] },
      message: 'restorable-time-unknown',
      data: { name: 'orders' },
    },
    {
      name: 'a denied vault may hold what another does not',
      given: {
        ...covered,
        recoveryPoints: [...stale, recoveryPoint(vm, { vaultArn: vault({ name: 'second' }).arn })],
        unread: [{ kind: 'recoveryPoints', of: vault({ name: 'second' }).arn }],
      },
      message: 'evidence-incomplete',
    },
    {
      name: 'so may the vault that copies go to',
      given: {
        ...covered,
        plans: [backupPlan({ rules: [backupRule({ copyActions: [{ destinationVaultArn: bunkerVaultArn }] })] })],
        scopes: [bunker],
        unread: [{ kind: 'recoveryPoints', of: bunkerVaultArn }],
      },
      message: 'evidence-incomplete',
    },
    {
      name: 'the instance that a volume is attached to could not be read',
      given: { resource: volume, ...nightly, recoveryPoints: fresh, unread: [{ kind: 'resources', of: 'EC2' }] },
      message: 'evidence-incomplete',
    },
    {
      name: 'its tags could not be read',
      given: { resource: looseTable, ...nightly, unread: ['tags'] },
      message: 'evidence-incomplete',
    },
    {
      name: 'an opt-in that AWS does not tell',
      given: { ...covered, regionSettings: untold },
      message: 'opt-in-unknown',
      data: { name: 'web', plan: 'nightly', setting: 'EC2' },
    },
  ],

  notApplicable: [
    {
      name: 'an ONTAP file system',
      given: { resource: fsxFileSystem({ tags, engine: 'ONTAP' }), ...nightly },
      message: 'ontap-file-system',
    },
    {
      name: 'a data protection volume',
      given: { resource: ontapVolume({ volumeType: 'DP' }) },
      message: 'ontap-volume-type',
    },
    {
      name: 'a scratch file system',
      given: { resource: fsxFileSystem({ engine: 'LUSTRE', deployment: 'SCRATCH_2' }) },
      message: 'scratch-file-system',
    },
    {
      name: 'RDS Custom',
      given: { resource: rdsInstance({ engine: 'custom-oracle-ee' }) },
      message: 'rds-custom',
    },
    {
      name: 'RDS on an Outpost',
      given: { resource: rdsInstance({ onOutpost: true }) },
      message: 'rds-on-outpost',
    },
  ],
});

describe('the evidence of', () => {
  const evidenceOf = (given: Given) =>
    outcomeOf(backupCoverage, { given }).evidence.map(({ kind, at, text }) => `${kind} ${at ?? '-'} ${text}`);
  const ofPlan =
    'plan - plan nightly (daily cron(0 5 ? * * *) UTC), selection selected: ListOfTags[0] (backup=nightly) matches it.';

  it('a pass names the plan, its rules, the selection and the point', () => {
    const expiring = recoveryPoint(vm, { age: '6h', keepDays: 2 });
    expect(evidenceOf({ ...covered, recoveryPoints: [recoveryPoint(vm, { age: '30h' }), expiring] })).toEqual([
      ofPlan,
      `recoveryPoint 2026-11-22T06:00:00.000Z recovery point COMPLETED, expires 2026-11-24 06:00 UTC, in ${vaultArn}`,
    ]);
  });

  it('a fail names the last failed job too', () => {
    const jobs = [backupJob(vm, { age: '40h', state: 'EXPIRED' }), denied];
    expect(evidenceOf({ ...covered, backupJobs: jobs })).toEqual([
      ofPlan,
      'backupJob 2026-11-22T04:00:00.000Z backup job FAILED, Insufficient privileges.',
    ]);
  });

  it('native backups tells how far back and up to when they restore', () => {
    expect(evidenceOf({ resource: looseDb, nativeBackups: [nativeBackup(looseDb)] })).toEqual([
      'nativeBackup 2026-11-22T11:55:00.000Z automated backups, kept 7 days, latest restorable time',
    ]);
  });

  it('what is in no plan names the policies of Data Lifecycle Manager that target it, whatever they made', () => {
    const resource = ebsVolume({ tags: { dlm: 'daily' } });
    const policies = [lifecyclePolicy({ state: 'DISABLED' }), lifecyclePolicy({ id: 'policy-2', targetTags: [] })];
    expect(evidenceOf({ resource, lifecyclePolicies: policies })).toEqual([
      'lifecyclePolicy - Data Lifecycle Manager policy policy-1 makes snapshots of volumes with the tag dlm=daily; it is DISABLED',
    ]);
  });

  it('a volume that is backed up with its instance is the verdict of the instance', () => {
    const given = { ...nightly, recoveryPoints: fresh };
    expect(evidenceOf({ ...given, resource: volume, others: [vm] })).toEqual([
      'outcome - backup-coverage: pass, a usable recovery point is recent enough',
    ]);
  });
});

describe('the options', () => {
  it.each<[object, string]>([
    [{ maxAge: '1 day' }, 'maxAge must match pattern'],
    [{ maxAge: 24 }, 'maxAge must be string'],
    [{ tolerance: '-1h' }, 'tolerance must match pattern'],
    [{ acceptNative: 'yes' }, 'acceptNative must be boolean'],
    [{ maxage: '24h' }, '"maxage" is not an option'],
  ])('%j are refused', (options, fault) => {
    expect(() => outcomeOf(backupCoverage, { given: covered, options })).toThrow(fault);
  });
});
