import { ageText, durationText, HOUR } from '@backproof/core';
import {
  auroraCluster,
  backupJob,
  daysAgo,
  ec2Instance,
  hoursAgo,
  inPlan,
  nativeBackup,
  rdsInstance,
  recoveryPoint,
} from '@backproof/testing';
import type { Stories } from '@backproof/testing';

const halted = rdsInstance({ state: { is: 'stopped', word: 'stopped', since: daysAgo(4) } });
const asleep = ec2Instance({ state: { is: 'stopped', word: 'stopped', since: daysAgo(4) } });
const undated = rdsInstance({ state: { is: 'stopped', word: 'stopped' } });
const cluster = auroraCluster({ state: { is: 'stopped', word: 'stopped' } });
const failed = rdsInstance({ state: { is: 'failed', word: 'failed' } });

const running = rdsInstance();
const { scope, resourceArn, mechanism, enabled } = nativeBackup(cluster);
const undatedBackup = { scope, resourceArn, mechanism, enabled };

const jobs = [backupJob(halted, { state: 'FAILED', message: 'Instance orders is not in available state.' })];

/** Databases that are stopped or have failed. */
export const states: Stories = {
  pass: [
    {
      name: 'a database in a plan, stopped four days ago, with a point of that day',
      given: {
        resource: halted,
        ...inPlan(halted),
        recoveryPoints: [recoveryPoint(halted, { age: '95h' })],
        backupJobs: jobs,
      },
      message: 'stopped',
      data: { since: new Date(daysAgo(4)), restorable: new Date(hoursAgo(95)), by: 'AWS Backup recovery points' },
    },
    {
      name: 'the same, with a point that was as old as it may be when it stopped',
      given: { resource: halted, ...inPlan(halted), recoveryPoints: [recoveryPoint(halted, { age: '132h' })] },
      message: 'stopped',
      data: { restorable: new Date(hoursAgo(132)) },
    },
    {
      name: 'a database in no plan, stopped, whose automated backups reach to the stop',
      given: { resource: cluster, nativeBackups: [nativeBackup(cluster, { latestRestorableAt: daysAgo(4) })] },
      message: 'stopped',
      data: { name: 'ledger', since: new Date(daysAgo(4)), restorable: new Date(daysAgo(4)), by: 'automated backups' },
    },
    {
      name: 'a database in no plan that is being started after days, whose automated backups reach to the stop',
      given: {
        resource: { ...cluster, state: { is: 'transient', word: 'starting' } },
        nativeBackups: [nativeBackup(cluster, { latestRestorableAt: daysAgo(4) })],
      },
      message: 'stopped',
      data: { name: 'ledger', since: new Date(daysAgo(4)), restorable: new Date(daysAgo(4)), by: 'automated backups' },
    },
    {
      name: 'a stopped database with a young point needs no more',
      given: { resource: undated, ...inPlan(undated), recoveryPoints: [recoveryPoint(undated)] },
      message: 'backed-up',
    },
    {
      name: 'a failed database whose automated backups restore a recent moment',
      given: { resource: failed, nativeBackups: [nativeBackup(failed, { latestRestorableAt: hoursAgo(1) })] },
      message: 'native-only',
      data: { kind: 'automated backups' },
    },
  ],
  fail: [
    {
      name: 'a database in a plan, whose newest point was too old when it stopped',
      given: {
        resource: halted,
        ...inPlan(halted),
        recoveryPoints: [recoveryPoint(halted, { age: '200h' })],
        backupJobs: jobs,
      },
      message: 'stale-when-stopped',
      data: {
        name: 'orders',
        plans: 'backup plan nightly',
        since: new Date(daysAgo(4)),
        restorable: new Date(hoursAgo(200)),
        age: ageText(104 * HOUR),
        allowed: durationText(36 * HOUR),
      },
    },
    {
      name: 'an instance that is stopped: AWS Backup backs it up all the same',
      given: { resource: asleep, ...inPlan(asleep), recoveryPoints: [recoveryPoint(asleep, { age: '95h' })] },
      message: 'stale',
      data: { name: 'web', restorable: new Date(hoursAgo(95)) },
    },
    {
      name: 'a database in no plan, whose automated backups had ended before it stopped',
      given: { resource: halted, nativeBackups: [nativeBackup(halted, { latestRestorableAt: daysAgo(9) })] },
      message: 'native-stale',
      data: { kind: 'automated backups', restorable: new Date(daysAgo(9)) },
    },
    {
      name: 'a database that its plan never backed up, but its automated backups can restore',
      given: { resource: running, ...inPlan(running), nativeBackups: [nativeBackup(running)] },
      message: 'native-despite-plan',
      data: { name: 'orders', plans: 'backup plan nightly', kind: 'automated backups' },
      evidence: [running.arn],
    },
    {
      name: 'a failed database that was never backed up',
      given: { resource: failed },
      message: 'unprotected',
      data: {
        kinds:
          'AWS Backup recovery points, automated backups, automated backups replicated to another Region, manual snapshots',
      },
    },
  ],
  unknown: [
    {
      name: 'a stopped cluster of which neither the stop nor a restorable time is known',
      given: { resource: cluster, nativeBackups: [undatedBackup] },
      message: 'stopped-without-time',
      data: { name: 'ledger', kind: 'automated backups' },
    },
    {
      name: 'a young recovery point in a status that AWS added',
      given: { resource: running, ...inPlan(running), recoveryPoints: [recoveryPoint(running, { status: 'UNKNOWN' })] },
      message: 'status-unknown',
      data: { name: 'orders' },
    },
    {
      name: 'a database in a plan, stopped nobody knows when after its newest point',
      given: { resource: undated, ...inPlan(undated), recoveryPoints: [recoveryPoint(undated, { age: '95h' })] },
      message: 'stop-time-unknown',
      data: { name: 'orders', restorable: new Date(hoursAgo(95)), age: ageText(95 * HOUR) },
    },
  ],
};
