import { DAY } from '@backproof/core';
import type { BackupKey } from '@backproof/core';
import {
  backupPlan,
  backupRule,
  bunker,
  bunkerVaultArn,
  copyJob,
  daysAgo,
  dynamoDbTable,
  ebsVolume,
  ec2Instance,
  efsFileSystem,
  home,
  hoursAgo,
  inPlan,
  nativeBackup,
  NOW,
  ontapVolume,
  rdsInstance,
  recoveryPoint,
  replica,
  restoreJob,
  testRule,
  vault,
} from '@backproof/testing';
import type { Story } from '@backproof/testing';
import { recoveryObjectives } from './rule.js';

const db = rdsInstance({ createdAt: daysAgo(400) });
const disk = ebsVolume({ createdAt: daysAgo(400) });
const server = ec2Instance({ createdAt: daysAgo(400) });
const files = efsFileSystem({ createdAt: daysAgo(400) });
const table = dynamoDbTable({ createdAt: daysAgo(400) });
const young = rdsInstance({ createdAt: hoursAgo(20) });

const keyArn = 'arn:aws:kms:eu-west-1:111111111111:key/1';
const key: BackupKey = { scope: home, arn: keyArn, managedByAws: false, state: 'Enabled' };
const locked = vault({ lock: { immutableFrom: NOW - DAY } });
const keyOfBunker = 'arn:aws:kms:eu-central-1:222222222222:key/2';

const point = recoveryPoint(db);
const image = recoveryPoint(server, { arn: 'arn:aws:ec2:eu-west-1::image/ami-1' });
const copy = recoveryPoint(db, { vaultArn: bunkerVaultArn, encryptionKeyArn: keyOfBunker, age: '31h' });
const under = (objectives: object, options: object = {}) => ({ objectives, ...options });
const day = { rpo: '24h' };

const pass: readonly Story[] = [
  {
    name: 'a deletion that the newest recovery point survives',
    given: { resource: db, recoveryPoints: [point] },
    options: under({ deletion: day }),
    message: 'met',
    data: { answers: 'after its deletion 7 hours of data would be lost (objective: 1 day)' },
    evidence: [point.arn],
  },
  {
    name: 'an objective that asks for no more than that it comes back',
    given: { resource: db, recoveryPoints: [point] },
    options: under({ deletion: {} }),
    message: 'met',
    data: { answers: 'after its deletion 7 hours of data would be lost' },
  },
  {
    name: 'the copy in another Region is young enough, and a restore was quick enough',
    given: {
      resource: db,
      recoveryPoints: [point, copy],
      restoreJobs: [restoreJob(db, { createdAt: hoursAgo(24), completedAt: hoursAgo(22) })],
    },
    options: under({ region: { rpo: '48h', rto: '4h' } }),
    message: 'met',
    data: {
      answers:
        'after the loss of its Region 31 hours of data would be lost (objective: 2 days), and the longest of the last tested restores of it took 2 hours (objective: 4 hours)',
    },
    evidence: [copy.arn],
  },
  {
    name: 'it was never restored itself, but another database was, quickly enough',
    given: {
      resource: db,
      others: [rdsInstance({ name: 'other' })],
      recoveryPoints: [point],
      restoreJobs: [restoreJob(rdsInstance({ name: 'other' }), { createdAt: hoursAgo(24), completedAt: hoursAgo(23) })],
    },
    options: under({ deletion: { rto: '1h' } }),
    message: 'met',
    data: {
      answers:
        'after its deletion 7 hours of data would be lost, and the longest of the last tested restores of its type took 60 minutes (objective: 60 minutes)',
    },
  },
  {
    name: 'a corruption found late, before which a monthly recovery point was made',
    given: { resource: db, recoveryPoints: [point, recoveryPoint(db, { age: '50d', keepDays: 365 })] },
    options: under({ late: { foundAfter: '45d', rpo: '7d' } }),
    message: 'met',
    data: {
      answers: 'after a corruption that is found 45 days later 5 days of data would be lost (objective: 7 days)',
    },
  },
  {
    name: 'its account is closed, and the copy of another account has a key of that account',
    given: { resource: db, recoveryPoints: [point, copy] },
    options: under({ account: { rpo: '2d' } }),
    message: 'met',
    evidence: [copy.arn],
  },
  {
    name: 'an administrator cannot delete a snapshot that is locked by itself',
    given: {
      resource: disk,
      lockedSnapshots: [
        {
          ...{ scope: home, arn: 'arn:aws:ec2:eu-west-1::snapshot/snap-1', resourceArn: disk.arn, encrypted: false },
          ...{ startedAt: hoursAgo(5), lockedUntil: hoursAgo(-500) },
        },
      ],
    },
    options: under({ 'hostile-admin': day }),
    message: 'met',
    evidence: ['arn:aws:ec2:eu-west-1::snapshot/snap-1'],
  },
  {
    name: 'an administrator cannot delete what lies in a locked vault under a key of AWS',
    given: {
      resource: files,
      recoveryPoints: [recoveryPoint(files, { encryptionKeyArn: keyArn })],
      vaults: [locked],
      backupKeys: [{ ...key, managedByAws: true }],
    },
    options: under({ 'hostile-admin': day }),
    message: 'met',
  },
  {
    name: 'the key can be saved for seven days, and somebody surely does within two',
    given: {
      resource: files,
      recoveryPoints: [recoveryPoint(files, { encryptionKeyArn: keyArn })],
      vaults: [locked],
      backupKeys: [key],
    },
    options: under({ 'hostile-admin': day }, { reactionTime: '2d' }),
    message: 'met-in-time',
    data: {
      answers:
        'after an attack by an administrator of its account 7 hours of data would be lost (objective: 1 day), if the deletion of a key is cancelled before 2026-11-29 12:00 UTC',
    },
  },
  {
    name: 'the copies lie outside of the organization',
    given: {
      resource: db,
      recoveryPoints: [point, copy],
      accounts: [{ partition: 'aws', accountId: home.accountId, name: 'shop' }],
    },
    options: under({ organization: { rpo: '2d' } }),
    message: 'met',
  },
  {
    name: 'a database that was stopped ten days ago has lost nothing since its last backup',
    given: {
      resource: rdsInstance({ createdAt: daysAgo(400), state: { is: 'stopped', word: 'stopped', since: daysAgo(10) } }),
      recoveryPoints: [recoveryPoint(db, { age: '10d' })],
    },
    options: under({ deletion: day }),
    message: 'met',
    data: { answers: 'after its deletion 0 minutes of data would be lost (objective: 1 day)' },
  },
  {
    name: 'a deleted table, of which DynamoDB itself keeps a last backup',
    given: { resource: table, nativeBackups: [nativeBackup(table, { latestRestorableAt: hoursAgo(0.1) })] },
    options: under({ deletion: { rpo: '1h' } }),
    message: 'met',
  },
  {
    name: 'a volume whose instance has images that survive',
    given: {
      resource: ebsVolume({ attachments: [{ instanceArn: ec2Instance().arn, since: 0 }] }),
      others: [ec2Instance()],
      recoveryPoints: [recoveryPoint(ec2Instance())],
    },
    options: under({ deletion: day }),
    message: 'covered-by',
    data: { via: 'web' },
  },
];

const fail: readonly Story[] = [
  {
    name: 'the image that is its newest backup is disabled',
    given: {
      resource: server,
      recoveryPoints: [image],
      disabledImages: [{ scope: home, arn: image.arn }],
    },
    options: under({ deletion: day }),
    message: 'lost',
    data: {
      misses:
        'after its deletion nothing could be restored: its newest backup is an image that is disabled, of which EC2 launches nothing',
      step: ' Enable the images that are its backups again.',
    },
  },
  {
    name: 'a read replica that must have backups of its own by the options',
    given: {
      resource: rdsInstance({ name: 'orders-ro' }),
      others: [db],
      replicas: [replica(db, { replicaArn: rdsInstance({ name: 'orders-ro' }).arn })],
      recoveryPoints: [point],
    },
    options: under({ deletion: day }, { followers: 'judge' }),
    message: 'lost',
    data: { name: 'orders-ro' },
  },
  {
    name: 'an instance whose volumes are backed up, which must have images of its own by the options',
    given: {
      resource: ec2Instance(),
      others: [ebsVolume({ attachments: [{ instanceArn: ec2Instance().arn, since: 0 }] })],
      recoveryPoints: [recoveryPoint(ebsVolume())],
    },
    options: under({ deletion: day }, { parts: 'judge' }),
    message: 'lost',
    data: { name: 'web' },
  },
  {
    name: 'all recovery points lie in the lost Region',
    given: { resource: db, recoveryPoints: [point] },
    options: under({ deletion: day, region: day }),
    message: 'lost',
    data: {
      misses: 'after the loss of its Region nothing could be restored: its newest backup lies in the lost Region',
      step: ' Copy its recovery points to another Region.',
    },
  },
  {
    name: 'two losses that nothing survives',
    given: { resource: db, recoveryPoints: [point] },
    options: under({ region: day, account: day }),
    message: 'lost',
    data: {
      step: ' Copy its recovery points to another Region. Copy its recovery points to another account, and encrypt them with a key of that account.',
    },
  },
  {
    name: 'no backup at all',
    given: { resource: db },
    options: under({ deletion: {} }),
    message: 'lost',
    data: {
      misses: 'after its deletion nothing could be restored: there is no usable backup at all',
      step: ' Assign it to a backup plan.',
    },
  },
  {
    name: 'the backups are kept for less time than a corruption takes to be found',
    given: { resource: db, recoveryPoints: [point] },
    options: under({ late: { foundAfter: '45d', rpo: '7d' } }),
    message: 'lost',
    data: { step: ' Keep recovery points for longer than 45 days.' },
  },
  {
    name: 'the copy of another account has a key of the closed one',
    given: {
      resource: db,
      recoveryPoints: [recoveryPoint(db, { vaultArn: bunkerVaultArn, encryptionKeyArn: keyArn })],
    },
    options: under({ account: day }),
    message: 'lost',
    data: {
      misses:
        'after the closure of its account nothing could be restored: its newest backup is encrypted with a key of the account',
    },
  },
  {
    name: 'native snapshots that no lock keeps from an administrator',
    given: { resource: disk, nativeBackups: [nativeBackup(disk, { latestRestorableAt: hoursAgo(5) })] },
    options: under({ 'hostile-admin': day }),
    message: 'lost',
    data: { name: disk.name },
  },
  {
    name: 'no lock keeps an administrator from deleting it all',
    given: { resource: db, recoveryPoints: [point], vaultPolicies: [{ scope: home, vaultArn: vault().arn }] },
    options: under({ 'hostile-admin': day }),
    message: 'lost',
    data: { step: ' Copy its recovery points to another account, and encrypt them with a key of that account.' },
  },
  {
    name: 'the account of the copies belongs to the organization that is closed',
    given: {
      resource: db,
      recoveryPoints: [point, copy],
      accounts: [home, bunker].map(({ partition, accountId }) => ({ partition, accountId, name: accountId })),
    },
    options: under({ organization: day }),
    message: 'lost',
    data: {
      step: ' Restore it in an account of another organization, and make backups there: AWS Backup copies within one organization only.',
    },
  },
  {
    name: 'only a replica is left in the other Region',
    given: {
      resource: db,
      recoveryPoints: [point],
      replicas: [replica(db, { replicaArn: 'arn:aws:rds:eu-central-1:111111111111:db:orders-ro' })],
    },
    options: under({ region: day }),
    message: 'follows-only',
    data: {
      misses:
        'after the loss of its Region only its replica arn:aws:rds:eu-central-1:111111111111:db:orders-ro is left, which cannot go back in time',
      step: ' Copy its recovery points to another Region.',
    },
  },
  {
    name: 'a locked vault whose key the administrator can delete, which nobody is counted on to stop',
    given: {
      resource: files,
      recoveryPoints: [recoveryPoint(files, { encryptionKeyArn: keyArn })],
      vaults: [locked],
      backupKeys: [key],
    },
    options: under({ 'hostile-admin': day }),
    message: 'at-risk',
    data: {
      step: ' Encrypt the backups with a key of another account. Or copy its recovery points to another account, and encrypt them with a key of that account.',
    },
  },
  {
    name: 'the key can be saved for seven days, which is no longer than it may take to notice',
    given: {
      resource: files,
      recoveryPoints: [recoveryPoint(files, { encryptionKeyArn: keyArn })],
      vaults: [locked],
      backupKeys: [key],
    },
    options: under({ 'hostile-admin': day }, { reactionTime: '7d' }),
    message: 'at-risk',
    data: {
      step: ' Encrypt the backups with a key of another account. Or copy its recovery points to another account, and encrypt them with a key of that account.',
    },
  },
  {
    name: 'the copy is older than the objective allows',
    given: { resource: db, recoveryPoints: [point, copy] },
    options: under({ deletion: day, region: day }),
    message: 'rpo-missed',
    data: {
      misses: 'after the loss of its Region 31 hours of data would be lost, more than the objective of 1 day',
      step: ' Make such backups at least every 1 day, or find out why the last ones are missing.',
    },
  },
  {
    name: 'a stopped database whose last backup was too old when it stopped',
    given: {
      resource: rdsInstance({ createdAt: daysAgo(400), state: { is: 'stopped', word: 'stopped', since: daysAgo(10) } }),
      recoveryPoints: [recoveryPoint(db, { age: '12d' })],
    },
    options: under({ deletion: day }),
    message: 'rpo-missed',
    data: { misses: 'after its deletion 2 days of data would be lost, more than the objective of 1 day' },
  },
  {
    name: 'its restores took longer than allowed',
    given: {
      resource: db,
      recoveryPoints: [point],
      restoreJobs: [restoreJob(db, { createdAt: hoursAgo(24), completedAt: hoursAgo(18) })],
    },
    options: under({ deletion: { rpo: '24h', rto: '4h' } }),
    message: 'rto-missed',
    data: {
      misses:
        'the longest of the last tested restores of it took 6 hours, more than the objective of 4 hours after its deletion',
      step: ' Find a quicker way to restore it, and test that.',
    },
  },
  {
    name: 'AWS Backup cannot copy an ONTAP volume to another Region',
    given: {
      resource: ontapVolume({ createdAt: daysAgo(400) }),
      recoveryPoints: [recoveryPoint(ontapVolume())],
    },
    options: under({ region: day }),
    message: 'aws-cannot',
    data: {
      misses: 'after the loss of its Region nothing could be restored: its newest backup lies in the lost Region',
    },
  },
];

const unknown: readonly Story[] = [
  {
    name: 'a key that nobody may save in time, beside a recovery point of which it is not known if it can be restored',
    given: {
      resource: files,
      recoveryPoints: [
        recoveryPoint(files, { encryptionKeyArn: keyArn }),
        recoveryPoint(files, { age: '31h', status: 'UNKNOWN', encryptionKeyArn: keyOfBunker }),
      ],
      vaults: [locked],
      backupKeys: [key],
    },
    options: under({ 'hostile-admin': day }),
    message: 'undocumented',
  },
  {
    name: 'too old, but a newer recovery point is in a status that AWS added later',
    given: { resource: db, recoveryPoints: [recoveryPoint(db, { age: '31h' }), { ...point, status: 'UNKNOWN' }] },
    options: under({ deletion: day }),
    message: 'undocumented',
    data: {
      doubts:
        'after its deletion 31 hours of data would be lost, more than the objective of 1 day; whether a newer backup survives is not known',
    },
  },
  {
    name: 'a stopped database, and since when it is stopped is not known',
    given: {
      resource: rdsInstance({ createdAt: daysAgo(400), state: { is: 'stopped', word: 'stopped' } }),
      recoveryPoints: [recoveryPoint(db, { age: '12d' })],
    },
    options: under({ deletion: day }),
    message: 'undocumented',
  },
  {
    name: 'its last restore was quick, but those in the account of its copies could not be read',
    given: {
      resource: db,
      ...inPlan(db, backupPlan({ rules: [backupRule({ copyActions: [{ destinationVaultArn: bunkerVaultArn }] })] })),
      recoveryPoints: [point, copy],
      restoreJobs: [restoreJob(db, { createdAt: hoursAgo(24), completedAt: hoursAgo(23) })],
      unread: [{ kind: 'restoreJobs', scope: bunker }],
    },
    options: under({ deletion: { rto: '4h' } }),
    message: 'not-read',
  },
  {
    name: 'no restore is known, and the objective limits its time',
    given: { resource: db, recoveryPoints: [point] },
    options: under({ deletion: { rto: '4h' } }),
    message: 'restore-untested',
    data: {
      doubts:
        'after its deletion it may come back, but no successful restore of it or of its type is known, and the objective is 4 hours',
    },
  },
  {
    name: 'locks of snapshots, which may keep native ones from an administrator, were not read',
    given: {
      resource: disk,
      nativeBackups: [nativeBackup(disk, { latestRestorableAt: hoursAgo(5) })],
      unread: ['lockedSnapshots'],
    },
    options: under({ 'hostile-admin': day }),
    message: 'not-read',
  },
  {
    name: 'whether images are disabled was not read',
    given: { resource: server, recoveryPoints: [image], unread: ['disabledImages'] },
    options: under({ deletion: day }),
    message: 'not-read',
    data: {
      doubts: 'after its deletion, whether the image that is its newest backup is disabled was not read',
    },
  },
  {
    name: 'which accounts the organization has was not read',
    given: { resource: db, recoveryPoints: [point, copy] },
    options: under({ organization: day }),
    message: 'not-read',
  },
  {
    name: 'a copy went to an account that was not scanned',
    given: {
      resource: db,
      recoveryPoints: [point],
      copyJobs: [
        copyJob(db, {
          state: 'COMPLETED',
          destinationVaultArn: 'arn:aws:backup:us-east-1:333333333333:backup-vault:far',
        }),
      ],
      scopes: [home],
    },
    options: under({ region: day }),
    message: 'not-read',
  },
];

testRule(recoveryObjectives, {
  pass,
  fail,
  unknown,
  notApplicable: [
    {
      name: 'what AWS Backup cannot back up',
      given: { resource: ontapVolume({ volumeType: 'DP' }) },
      message: 'ontap-volume-type',
    },
    { name: 'no objective is set', given: { resource: db, recoveryPoints: [point] }, message: 'no-objective' },
    {
      name: 'a new database without any backup, of which no more than allowed can be lost',
      given: { resource: young },
      options: under({ deletion: day, late: { foundAfter: '30d', rpo: '7d' } }),
      message: 'too-young',
      data: { age: '20 hours' },
    },
  ],
});
