import { buildVaultArn } from '@backproof/core';
import {
  backupJob,
  backupPlan,
  backupSelection,
  continuousPoint,
  hoursAgo,
  inPlan,
  nativeBackup,
  recoveryPoint,
  regionSettings,
  replica,
  s3Bucket,
  scope,
} from '@backproof/testing';
import type { Stories } from '@backproof/testing';

const bucket = s3Bucket();
const young = s3Bucket({ createdAt: hoursAgo(3) });
const unversioned = s3Bucket({ versioning: 'off', createdAt: hoursAgo(3) });
const suspended = s3Bucket({ versioning: 'suspended' });
const { versioning: _, ...unread } = young;

const covered = { resource: bucket, ...inPlan(bucket, backupPlan()) };
const pitr = continuousPoint(bucket, { age: '20d', keepDays: 35 });
const update = backupJob(bucket, { age: '6h', recoveryPointArn: pitr.arn });
const versions = nativeBackup(bucket);
const lockedVersions = nativeBackup(bucket, { retentionDays: 30, lock: { mode: 'compliance', days: 30 } });

/** A bucket of another Region, whose ARN is like that of any other. */
const abroad = s3Bucket({ region: 'eu-central-1' });
const frankfurt = scope({ region: 'eu-central-1' });
const planAbroad = backupPlan({ scope: frankfurt });

/** Buckets: their ARNs name neither account nor Region, and AWS Backup needs their versioning. */
export const buckets: Stories = {
  pass: [
    {
      name: 'a bucket with a recent point',
      given: { ...covered, recoveryPoints: [recoveryPoint(bucket, { age: '6h' })] },
      message: 'backed-up',
    },
    {
      name: 'a bucket in another Region, by the plan and the vault there',
      given: {
        resource: abroad,
        ...inPlan(abroad, planAbroad),
        recoveryPoints: [recoveryPoint(abroad, { age: '6h', vaultArn: buildVaultArn(frankfurt, 'main') })],
      },
      message: 'backed-up',
    },
    {
      name: 'a continuous point that a job updated, although S3 reports no restorable time',
      given: { ...covered, recoveryPoints: [pitr], backupJobs: [update] },
      message: 'backed-up',
      data: { restorable: new Date(hoursAgo(7)) },
    },
    {
      name: 'a new bucket with versioning',
      given: { resource: young, ...inPlan(young, backupPlan()) },
      message: 'awaiting-first-backup',
    },
    {
      name: 'earlier versions, where the options accept them',
      options: { acceptVersioning: true },
      given: { resource: bucket, nativeBackups: [lockedVersions] },
      message: 'native-versioning',
      data: { kept: 'kept 30 days, locked for 30 days in compliance mode' },
    },
  ],
  fail: [
    {
      name: 'a bucket in no plan, without versioning',
      given: { resource: suspended, nativeBackups: [{ ...versions, enabled: false }] },
      message: 'unprotected',
      data: { kinds: 'AWS Backup recovery points, earlier versions of its objects' },
    },
    {
      name: 'a bucket in no plan that keeps earlier versions',
      given: { resource: bucket, nativeBackups: [versions] },
      message: 'versioning-only',
      data: { kept: 'kept until somebody deletes them' },
    },
    {
      name: 'a replicated bucket in no plan, whose versions expire',
      given: { resource: bucket, nativeBackups: [lockedVersions], replicas: [replica(bucket)] },
      message: 'versioning-only',
      data: { kept: 'kept 30 days, locked for 30 days in compliance mode' },
    },
    {
      name: 'a bucket whose newest point is old',
      given: { ...covered, recoveryPoints: [recoveryPoint(bucket, { age: '5d' })] },
      message: 'stale',
      data: { plans: 'backup plan nightly' },
    },
    {
      name: 'a bucket whose newest point is old, as its versioning was suspended',
      given: {
        resource: suspended,
        ...inPlan(suspended, backupPlan()),
        recoveryPoints: [recoveryPoint(suspended, { age: '5d' })],
      },
      message: 'stale-promise-broken',
      data: { plans: 'backup plan nightly', problem: 'its versioning is not enabled, which AWS Backup requires' },
    },
    {
      name: 'a bucket that its plan never backed up',
      given: covered,
      message: 'never-backed-up',
      data: { plans: 'backup plan nightly' },
    },
    {
      name: 'a new bucket in a plan, without versioning',
      given: { resource: unversioned, ...inPlan(unversioned, backupPlan()) },
      message: 'promise-broken',
      data: { problem: 'its versioning is not enabled, which AWS Backup requires' },
    },
    {
      name: 'a bucket in a plan whose versioning was suspended before its first backup',
      given: { resource: suspended, ...inPlan(suspended, backupPlan()) },
      message: 'promise-broken',
      data: { problem: 'its versioning is not enabled, which AWS Backup requires' },
    },
    {
      name: 'a bucket whose continuous backup has stopped',
      given: { ...covered, recoveryPoints: [continuousPoint(bucket, { age: '20d', status: 'STOPPED' })] },
      message: 'continuous-stopped',
      data: { plans: 'backup plan nightly' },
    },
    {
      name: 'a bucket whose type is opted out',
      given: {
        resource: bucket,
        plans: [backupPlan()],
        selections: [backupSelection({ resources: ['*'] })],
        regionSettings: [regionSettings({ optIn: { S3: false } })],
      },
      message: 'unprotected',
      data: { kinds: 'AWS Backup recovery points, earlier versions of its objects' },
    },
  ],
  unknown: [
    {
      name: 'a continuous point that no job of the last month updated',
      given: { ...covered, recoveryPoints: [pitr] },
      message: 'restorable-time-unknown',
    },
    {
      name: 'a new bucket in a plan, whose versioning was not read',
      given: { resource: unread, ...inPlan(unread, backupPlan()) },
      message: 'setting-unknown',
      data: { setting: 'versioning', plans: 'backup plan nightly' },
    },
    {
      name: 'a bucket whose versions were not read',
      given: { resource: bucket, unread: [{ kind: 'nativeBackups', of: 'S3' }] },
      message: 'evidence-incomplete',
    },
    {
      name: 'a bucket whose points could not be read',
      given: { ...covered, unread: ['recoveryPoints'] },
      message: 'evidence-incomplete',
    },
  ],
};
