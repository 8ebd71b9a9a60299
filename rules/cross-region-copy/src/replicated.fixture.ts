import {
  daysAgo,
  hoursAgo,
  inPlan,
  nativeBackup,
  rdsInstance,
  recoveryPoint,
  redshiftCluster,
} from '@backproof/testing';
import type { Stories } from '@backproof/testing';
import { awayVaultArn, copiedNightly, copy, db, nearVaultArn, replica, replicated, source } from './estate.fixture.js';

const { latestRestorableAt: _, ...unseen } = replicated;
const { retentionDays: __, ...unkept } = replicated;
const warehouse = redshiftCluster();
const copiedSnapshots = nativeBackup(warehouse, {
  mechanism: 'redshift-copied-snapshots',
  backupsArn: 'arn:aws:redshift:eu-central-1:111111111111:snapshot:warehouse/*',
  retentionDays: 35,
  latestRestorableAt: hoursAgo(8),
});

/** Backups that a service itself keeps in another Region. */
export const replications: Stories = {
  pass: [
    {
      name: 'its automated backups are replicated to another Region',
      given: { resource: db, ...inPlan(db), recoveryPoints: [source], nativeBackups: [replicated] },
      message: 'backups-replicated',
      data: { name: 'orders', ...replica, age: '5 minutes', kept: '35 days' },
      evidence: [replicated.backupsArn ?? ''],
    },
    {
      name: 'its copies are too old, and its replicated automated backups are not',
      given: {
        ...copiedNightly,
        recoveryPoints: [recoveryPoint(db, { vaultArn: awayVaultArn, age: '40d' })],
        nativeBackups: [replicated],
      },
      message: 'backups-replicated',
      data: replica,
    },
    {
      name: 'a good copy counts before replicated automated backups',
      given: { ...copiedNightly, recoveryPoints: [copy], nativeBackups: [replicated] },
      message: 'copied',
    },
    {
      name: 'the backups in one of two Regions are as required',
      given: {
        resource: db,
        nativeBackups: [
          { ...replicated, backupsArn: 'arn:aws:rds:us-east-1:111111111111:auto-backup:ab-1' },
          replicated,
        ],
      },
      options: { regions: ['eu-central-1'] },
      message: 'backups-replicated',
      data: replica,
    },
    {
      name: 'a replication that ended lately leaves backups that are recent',
      given: { resource: db, nativeBackups: [{ ...replicated, enabled: false, latestRestorableAt: daysAgo(2) }] },
      message: 'backups-replicated',
      data: { age: '2 days' },
    },
    {
      name: 'a database that was stopped after its newest replicated backup',
      given: {
        resource: rdsInstance({ state: { is: 'stopped', word: 'stopped', since: daysAgo(20) } }),
        nativeBackups: [{ ...replicated, latestRestorableAt: daysAgo(25) }],
      },
      message: 'backups-replicated',
      data: { age: '25 days' },
    },
    {
      name: 'snapshots of Redshift, which AWS Backup cannot copy, are copied by Redshift itself',
      given: { resource: warehouse, nativeBackups: [copiedSnapshots] },
      message: 'backups-replicated',
      data: { backups: 'snapshots copied to another Region', region: 'eu-central-1', kept: '35 days' },
    },
    {
      name: 'snapshots of Redshift that never expire',
      given: { resource: warehouse, nativeBackups: [{ ...unkeptSnapshots(), neverExpires: true }] },
      message: 'backups-replicated',
      data: { kept: 'forever' },
    },
  ],

  fail: [
    {
      name: 'its replicated automated backups are kept for a week',
      given: { resource: db, nativeBackups: [{ ...replicated, retentionDays: 7 }] },
      message: 'replication-too-short',
      data: { name: 'orders', ...replica, kept: '7 days', required: '30 days' },
      evidence: [replicated.backupsArn ?? ''],
    },
    {
      name: 'nothing was replicated for nine days',
      given: { resource: db, nativeBackups: [{ ...replicated, latestRestorableAt: daysAgo(9) }] },
      message: 'replication-stale',
      data: { ...replica, asOf: new Date(daysAgo(9)), age: '9 days', allowed: '7 days' },
    },
    {
      name: 'its automated backups go to a Region that is not asked for',
      given: { resource: db, nativeBackups: [replicated] },
      options: { regions: ['eu-north-1'] },
      message: 'replication-elsewhere',
      data: replica,
    },
    {
      name: 'its copies lie in its own Region, and its replicated backups are too old',
      given: {
        resource: db,
        recoveryPoints: [recoveryPoint(db, { vaultArn: nearVaultArn })],
        nativeBackups: [{ ...replicated, latestRestorableAt: daysAgo(9) }],
      },
      message: 'replication-stale',
      data: replica,
    },
    {
      name: 'of copies that were never made more is said than of replicated backups that are too old',
      given: { ...copiedNightly, nativeBackups: [{ ...replicated, latestRestorableAt: daysAgo(9) }] },
      message: 'never-copied',
      data: { plan: 'nightly' },
    },
    {
      name: 'automated backups in its own Region are no copy',
      given: { resource: db, nativeBackups: [nativeBackup(db, { retentionDays: 35 })] },
      message: 'no-copy-action',
      data: { name: 'orders' },
    },
    {
      name: 'automated backups that are listed under its own Region are no copy',
      given: {
        resource: db,
        nativeBackups: [{ ...replicated, backupsArn: 'arn:aws:rds:eu-west-1:111111111111:auto-backup:ab-1' }],
      },
      message: 'no-copy-action',
      data: { name: 'orders' },
    },
    {
      name: 'an ARN that names no Region proves nothing',
      given: { resource: db, nativeBackups: [{ ...replicated, backupsArn: 'no ARN' }] },
      message: 'no-copy-action',
      data: { name: 'orders' },
    },
  ],

  unknown: [
    {
      name: 'its automated backups are replicated to a Region that was not scanned',
      given: { resource: db, nativeBackups: [unseen] },
      message: 'replication-unread',
      data: { name: 'orders', ...replica },
    },
    {
      name: 'its copies were never made, and its automated backups go to a Region that was not scanned',
      given: { ...copiedNightly, nativeBackups: [unseen] },
      message: 'replication-unread',
      data: replica,
    },
    {
      name: 'snapshots of Redshift are copied to a Region that was not scanned',
      given: { resource: warehouse, nativeBackups: [unseenSnapshots()] },
      message: 'replication-unread',
      data: { name: 'warehouse', region: 'eu-central-1' },
    },
    {
      name: 'how long its replicated automated backups are kept was not read',
      given: { resource: db, nativeBackups: [unkept] },
      message: 'replication-unread',
    },
    {
      name: 'whether its automated backups are replicated could not be read',
      given: { resource: db, ...inPlan(db), recoveryPoints: [source], unread: ['nativeBackups'] },
      message: 'native-backups-unread',
      data: { name: 'orders', backups: replica.backups },
    },
    {
      name: 'the source of a reported copy is gone, and its replicated backups are too old to decide',
      given: {
        ...copiedNightly,
        recoveryPoints: [{ ...copy, status: 'UNKNOWN' }],
        nativeBackups: [{ ...replicated, latestRestorableAt: daysAgo(9) }],
      },
      message: 'copy-state-unknown',
    },
  ],

  notApplicable: [
    {
      name: 'a Redshift cluster whose snapshots stay in its Region',
      given: { resource: warehouse, nativeBackups: [nativeBackup(warehouse)] },
      message: 'aws-cannot-copy',
      data: { kind: 'Redshift' },
    },
    {
      name: 'a Redshift cluster whose copied snapshots are too old',
      given: { resource: warehouse, nativeBackups: [{ ...copiedSnapshots, latestRestorableAt: daysAgo(9) }] },
      message: 'aws-cannot-copy',
    },
  ],
};

function unseenSnapshots() {
  const { latestRestorableAt: ___, ...snapshots } = copiedSnapshots;
  return snapshots;
}

function unkeptSnapshots() {
  const { retentionDays: ___, ...snapshots } = copiedSnapshots;
  return snapshots;
}
