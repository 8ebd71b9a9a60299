import { DAY, ageText, durationText, HOUR, MINUTE } from '@backproof/core';
import type { LegalHold, RecoveryPoint } from '@backproof/core';
import {
  backupJob,
  continuousPoint,
  daysAgo,
  ec2Instance,
  home,
  hoursAgo,
  inPlan,
  nativeBackup,
  NOW,
  rdsInstance,
  recoveryPoint,
} from '@backproof/testing';
import type { Stories } from '@backproof/testing';

const vm = ec2Instance();
const covered = { resource: vm, ...inPlan(vm) };
const allowed = durationText(36 * HOUR);

const overdue = recoveryPoint(vm, { age: '6h', deleteAt: hoursAgo(1) });
const db = rdsInstance();
const overdueWindow = continuousPoint(db, { age: '20d', deleteAt: hoursAgo(1) });
const newWindow = continuousPoint(db, { age: '20d', status: 'UNKNOWN' });
const infected = recoveryPoint(vm, { age: '6h', infected: true });

function holdOf({ arn }: RecoveryPoint): LegalHold {
  return {
    scope: home,
    arn: 'arn:aws:backup:eu-west-1:111111111111:legal-hold:1',
    title: 'trial',
    recoveryPointArns: [arn],
  };
}

/** What becomes of recovery points that are held, infected or temporary, and what jobs say of those that are missing. */
export const points: Stories = {
  pass: [
    {
      name: 'the newest point is past its deletion date, and a legal hold keeps it',
      given: { ...covered, recoveryPoints: [overdue], legalHolds: [holdOf(overdue)] },
      message: 'held',
      data: { restorable: new Date(hoursAgo(6)), age: ageText(6 * HOUR) },
      evidence: [overdue.arn, holdOf(overdue).arn],
    },
    {
      name: 'a malware scan found something in the newest point, and an older one is clean and young enough',
      given: { ...covered, recoveryPoints: [recoveryPoint(vm, { age: '30h' }), infected] },
      message: 'older-is-clean',
      data: { restorable: new Date(hoursAgo(30)), infected: new Date(hoursAgo(6)) },
      evidence: [infected.arn],
    },
    {
      name: 'an infected point older than the newest clean one changes nothing',
      given: { ...covered, recoveryPoints: [recoveryPoint(vm, { age: '30h', infected: true }), recoveryPoint(vm)] },
      message: 'backed-up',
    },
    {
      name: 'the only young point exists until it was copied to an air-gapped vault',
      given: {
        ...covered,
        recoveryPoints: [recoveryPoint(vm, { age: '5d' }), recoveryPoint(vm, { age: '6h', deleteAfterCopy: true })],
      },
      message: 'copy-pending',
      data: { name: 'web', restorable: new Date(hoursAgo(6)), age: ageText(6 * HOUR) },
      evidence: [recoveryPoint(vm, { age: '6h', deleteAfterCopy: true }).arn],
    },
  ],
  fail: [
    {
      name: 'a point past its deletion date that no legal hold keeps',
      given: { ...covered, recoveryPoints: [overdue], legalHolds: [holdOf(recoveryPoint(vm))] },
      message: 'no-usable-point',
      data: { reasons: '1 overdue for deletion' },
    },
    {
      name: 'an old point past its deletion date, whatever legal holds keep',
      given: {
        ...covered,
        recoveryPoints: [recoveryPoint(vm, { age: '5d', deleteAt: daysAgo(1) })],
        unread: ['legalHolds'],
      },
      message: 'no-usable-point',
      data: { reasons: '1 overdue for deletion' },
    },
    {
      name: 'a malware scan found something in each point',
      given: { ...covered, recoveryPoints: [recoveryPoint(vm, { age: '30h', infected: true }), infected] },
      message: 'only-infected',
      data: {
        name: 'web',
        plans: 'backup plan nightly',
        reasons: '2 with malware findings',
        infected: new Date(hoursAgo(6)),
      },
      evidence: [infected.arn],
    },
    {
      name: 'the newest clean point is too old, and newer ones are infected',
      given: { ...covered, recoveryPoints: [recoveryPoint(vm, { age: '5d' }), infected] },
      message: 'stale-since-infected',
      data: { restorable: new Date(daysAgo(5)), age: ageText(5 * DAY), allowed, infected: new Date(hoursAgo(6)) },
      evidence: [recoveryPoint(vm, { age: '5d' }).arn, infected.arn],
    },
    {
      name: 'in no plan, and a malware scan found something in each point that is left',
      given: { resource: vm, recoveryPoints: [recoveryPoint(vm, { age: '30h', infected: true }), infected] },
      message: 'plan-gone-unusable',
      data: { name: 'web', reasons: '2 with malware findings', nearest: 'none' },
      evidence: [infected.arn],
    },
    {
      name: 'in no plan, and the newest of the points that are left is being deleted',
      given: {
        resource: vm,
        recoveryPoints: [recoveryPoint(vm, { age: '30h' }), recoveryPoint(vm, { age: '6h', status: 'DELETING' })],
      },
      message: 'plan-gone',
      data: { newest: new Date(hoursAgo(30)) },
    },
    {
      name: 'no point, and no job that failed',
      given: { ...covered, backupJobs: [backupJob(vm, { age: '20d' })] },
      message: 'never-backed-up',
      data: { jobs: 'no failed job known' },
    },
    {
      name: 'no point, and the jobs could not be read',
      given: { ...covered, unread: ['backupJobs'] },
      message: 'never-backed-up',
      data: { jobs: 'could not be read' },
    },
    {
      name: 'continuous backups alone that are infected are not clean',
      given: { ...covered, recoveryPoints: [continuousPoint(vm, { infected: true })] },
      message: 'only-infected',
      data: { reasons: '1 with malware findings' },
    },
  ],
  unknown: [
    {
      name: 'a young point past its deletion date, and legal holds could not be read',
      given: { ...covered, recoveryPoints: [overdue], unread: ['legalHolds'] },
      message: 'holds-unread',
      data: { name: 'web', restorable: new Date(hoursAgo(6)), age: ageText(6 * HOUR) },
      evidence: [overdue.arn],
    },
    {
      name: 'a continuous point past its deletion date that restores a recent moment, and legal holds could not be read',
      given: {
        resource: db,
        ...inPlan(db),
        recoveryPoints: [overdueWindow],
        nativeBackups: [nativeBackup(db, { recoveryPointArn: overdueWindow.arn })],
        unread: ['legalHolds'],
      },
      message: 'holds-unread',
      data: { name: 'orders', restorable: new Date(NOW - 5 * MINUTE) },
      evidence: [overdueWindow.arn],
    },
    {
      name: 'the same, and its latest restorable time was not reported',
      given: { resource: db, ...inPlan(db), recoveryPoints: [overdueWindow], unread: ['legalHolds'] },
      message: 'holds-unread',
      data: { restorable: new Date(daysAgo(20)) },
    },
    {
      name: 'a continuous point in a status that AWS added later, which restores a recent moment',
      given: {
        resource: db,
        ...inPlan(db),
        recoveryPoints: [newWindow],
        nativeBackups: [nativeBackup(db, { recoveryPointArn: newWindow.arn })],
      },
      message: 'status-unknown',
      data: { restorable: new Date(NOW - 5 * MINUTE) },
      evidence: [newWindow.arn],
    },
  ],
};
