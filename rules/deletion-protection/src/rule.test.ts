import { DAY } from '@backproof/core';
import {
  auroraCluster,
  backupJob,
  bunker,
  bunkerVaultArn,
  continuousPoint,
  copyJob,
  dynamoDbTable,
  ebsVolume,
  ec2Instance,
  fsxFileSystem,
  home,
  nativeBackup,
  NOW,
  ontapVolume,
  rdsInstance,
  recoveryPoint,
  replica,
  s3Bucket,
  testRule,
  vault,
  vaultArn,
} from '@backproof/testing';
import type { Stories } from '@backproof/testing';
import {
  airGapped,
  cooling,
  copy,
  denial,
  disk,
  governed,
  locked,
  noPolicy,
  old,
  point,
  policy,
} from './estate.fixture.js';
import { snapshots } from './snapshots.fixture.js';
import { policies } from './policies.fixture.js';
import { deletionProtection } from './rule.js';

const database = rdsInstance();
const fileSystem = fsxFileSystem();
const bucket = s3Bucket();
const foreign = 'arn:aws:backup:eu-west-1:999999999999:backup-vault:escrow';
const lockedBunker = vault({ scope: bunker, name: 'bunker', lock: { immutableFrom: NOW - DAY } });
const attached = ebsVolume({ attachments: [{ instanceArn: ec2Instance().arn, since: NOW - 90 * DAY }] });

const passes: Stories['pass'] = [
  {
    name: 'its vault is locked in compliance mode, past its grace time',
    given: { resource: disk, recoveryPoints: [point], vaults: [locked] },
    message: 'locked',
    data: { vault: 'main', age: '7 hours', kept: 'until 2026-12-27 05:00 UTC' },
    evidence: [point.arn, locked.arn],
  },
  {
    name: 'a recovery point that is kept forever',
    given: { resource: disk, recoveryPoints: [recoveryPoint(disk)], vaults: [locked] },
    message: 'locked',
    data: { kept: 'forever' },
  },
  {
    name: 'its vault is logically air-gapped, whatever its service is',
    given: { resource: fileSystem, recoveryPoints: [recoveryPoint(fileSystem)], vaults: [airGapped] },
    message: 'air-gapped',
  },
  {
    name: 'only the copy in the other account is locked',
    given: { resource: disk, recoveryPoints: [point, copy], vaultPolicies: [noPolicy], vaults: [lockedBunker] },
    message: 'locked',
    data: { vault: 'bunker', account: bunker.accountId },
  },
  {
    name: 'a lock that can be lifted, where the options accept it',
    given: { resource: disk, recoveryPoints: [point], vaults: [governed], vaultPolicies: [noPolicy] },
    options: { mode: 'governance' },
    message: 'governed',
  },
  {
    name: 'a lock in its grace time is no weaker than one in governance mode',
    given: { resource: disk, recoveryPoints: [point], vaults: [cooling] },
    options: { mode: 'governance' },
    message: 'governed',
  },
  {
    name: 'an older recovery point, where the options allow it',
    given: { resource: disk, recoveryPoints: [old], vaults: [locked] },
    options: { maxAge: '30d' },
    message: 'locked',
    data: { age: '10 days' },
  },
  {
    name: 'a lock that asks for the required retention',
    given: { resource: disk, recoveryPoints: [point], vaults: [locked] },
    options: { minRetention: '7d' },
    message: 'locked',
  },
  {
    name: 'everything that can be restored, the newest by its copy',
    given: {
      resource: disk,
      recoveryPoints: [point, copy, recoveryPoint(disk, { age: '31h', vaultArn: bunkerVaultArn })],
      vaults: [lockedBunker],
      vaultPolicies: [noPolicy],
    },
    options: { points: 'all' },
    message: 'all-protected',
    data: { count: 2, vault: 'bunker' },
  },
  {
    name: 'an API that AWS does not document, where the options accept it',
    given: { resource: fileSystem, recoveryPoints: [recoveryPoint(fileSystem)], vaults: [locked] },
    options: { undocumented: 'pass' },
    message: 'locked',
  },
  {
    name: 'a continuous recovery point of a bucket, which a job brought up to date',
    given: {
      resource: bucket,
      recoveryPoints: [continuousPoint(bucket)],
      backupJobs: [backupJob(bucket, { recoveryPointArn: continuousPoint(bucket).arn })],
      vaults: [locked],
    },
    message: 'locked',
  },
  {
    name: 'a volume by its instance',
    given: {
      resource: attached,
      others: [ec2Instance()],
      recoveryPoints: [recoveryPoint(ec2Instance())],
      vaults: [locked],
    },
    message: 'covered-by',
  },
  {
    name: 'an instance by its volumes, where the options say so',
    given: { resource: ec2Instance(), others: [attached], recoveryPoints: [recoveryPoint(attached)], vaults: [locked] },
    options: { parts: 'inherit' },
    message: 'parts-covered',
  },
  {
    name: 'a read replica by its source',
    given: {
      resource: rdsInstance({ name: 'replica' }),
      others: [database],
      replicas: [replica(database, { replicaArn: rdsInstance({ name: 'replica' }).arn })],
      recoveryPoints: [recoveryPoint(database)],
      vaults: [locked],
    },
    message: 'covered-by',
  },
];

const fails: Stories['fail'] = [
  {
    name: 'a vault without a lock and without a policy',
    given: { resource: disk, recoveryPoints: [point], vaultPolicies: [noPolicy] },
    message: 'unlocked',
    data: { vault: 'main', account: home.accountId },
  },
  {
    name: 'a lock in governance mode',
    given: { resource: disk, recoveryPoints: [point], vaults: [governed], vaultPolicies: [noPolicy] },
    message: 'can-be-lifted',
    data: { vault: 'main' },
  },
  {
    name: 'a compliance lock in its grace time',
    given: { resource: disk, recoveryPoints: [point], vaults: [cooling], vaultPolicies: [noPolicy] },
    message: 'grace-time',
    data: { lockDate: new Date(NOW + 2 * DAY) },
  },
  {
    name: 'a policy that denies everything, where the options require a lock',
    given: { resource: disk, recoveryPoints: [point], vaultPolicies: [policy(denial())] },
    options: { proof: 'lock' },
    message: 'policy-only',
    data: { vault: 'main' },
  },
  {
    name: 'a lock that asks for less than the required retention',
    given: { resource: disk, recoveryPoints: [point], vaults: [locked] },
    options: { minRetention: '35d' },
    message: 'lock-too-short',
    data: { minimum: '7 days', required: '35 days' },
  },
  {
    name: 'automated backups alone',
    given: { resource: database, nativeBackups: [nativeBackup(database)] },
    message: 'native-only',
    data: { kinds: 'automated backups', account: home.accountId },
  },
  {
    name: 'no backup at all',
    given: { resource: disk, recoveryPoints: [recoveryPoint(disk, { status: 'EXPIRED' })], vaults: [locked] },
    message: 'nothing-protected',
    data: { name: disk.name },
  },
  {
    name: 'a locked recovery point that should be deleted by now',
    given: { resource: disk, recoveryPoints: [recoveryPoint(disk, { age: '36d', keepDays: 35 })], vaults: [locked] },
    message: 'nothing-protected',
    data: { name: disk.name },
  },
  {
    name: 'native backups that are off',
    given: { resource: database, nativeBackups: [nativeBackup(database, { enabled: false })] },
    message: 'nothing-protected',
    data: { name: database.name },
  },
  {
    name: 'the newest recovery point is too old, locked or not',
    given: { resource: disk, recoveryPoints: [old], vaults: [locked] },
    message: 'too-old',
    data: { age: '10 days', allowed: '7 days' },
  },
  {
    name: 'recent recovery points without a lock beside an old locked one',
    given: {
      resource: disk,
      recoveryPoints: [old, copy],
      vaults: [locked],
      vaultPolicies: [{ scope: bunker, vaultArn: bunkerVaultArn }],
    },
    message: 'protected-too-old',
    data: { vault: 'main', age: '10 days' },
  },
  {
    name: 'an old recovery point in a vault whose policy was not read: the age decides',
    given: { resource: disk, recoveryPoints: [old], unread: ['vaultPolicies'] },
    message: 'too-old',
    data: { asOf: new Date(NOW - 10 * DAY) },
  },
  {
    name: 'only the copy is locked, and the options ask for the original',
    given: { resource: disk, recoveryPoints: [point, copy], vaultPolicies: [noPolicy], vaults: [lockedBunker] },
    options: { where: 'primary' },
    message: 'unlocked',
    data: { vault: 'main' },
  },
  {
    name: 'only the original is locked, and the options ask for a copy',
    given: { resource: disk, recoveryPoints: [point], vaults: [locked] },
    options: { where: 'copy' },
    message: 'nothing-protected',
    data: { name: disk.name },
  },
  {
    name: 'an older moment has no protected recovery point, and the options ask for all',
    given: { resource: disk, recoveryPoints: [old, copy], vaults: [lockedBunker], vaultPolicies: [noPolicy] },
    options: { points: 'all' },
    message: 'some-unprotected',
    data: { count: 2, protected: 1, vault: 'main', asOf: new Date(NOW - 10 * DAY) },
  },
  {
    name: 'the recovery points that a restore access vault shows lie in another vault',
    given: {
      resource: disk,
      recoveryPoints: [point],
      vaults: [vault({ vaultType: 'RESTORE_ACCESS_BACKUP_VAULT', lock: { immutableFrom: NOW - DAY } })],
    },
    message: 'nothing-protected',
    data: { name: disk.name },
  },
  {
    name: 'a replica by its own recovery points, where the options say so',
    given: {
      resource: rdsInstance({ name: 'replica' }),
      others: [database],
      replicas: [replica(database, { replicaArn: rdsInstance({ name: 'replica' }).arn })],
      recoveryPoints: [recoveryPoint(database)],
      vaults: [locked],
    },
    options: { followers: 'judge' },
    message: 'nothing-protected',
    data: { name: 'replica' },
  },
];

const unknowns: Stories['unknown'] = [
  {
    name: 'a file system of FSx in a locked vault: its API may delete it',
    given: { resource: fileSystem, recoveryPoints: [recoveryPoint(fileSystem)], vaults: [locked] },
    message: 'service-undocumented',
  },
  {
    name: 'a continuous recovery point of a database in a locked vault: the database keeps its window',
    given: {
      resource: auroraCluster(),
      recoveryPoints: [continuousPoint(auroraCluster())],
      backupJobs: [backupJob(auroraCluster(), { recoveryPointArn: continuousPoint(auroraCluster()).arn })],
      vaults: [locked],
    },
    message: 'service-undocumented',
  },
  {
    name: 'a table of which it is not known whether it is advanced',
    given: {
      resource: dynamoDbTable(),
      recoveryPoints: [recoveryPoint(dynamoDbTable())],
      vaults: [locked],
      unread: ['regionSettings'],
    },
    message: 'service-undocumented',
  },
  {
    name: 'a policy that was not read',
    given: { resource: disk, recoveryPoints: [point], unread: ['vaultPolicies'] },
    message: 'policy-unread',
  },
  {
    name: 'a policy that was not read, beside an older locked recovery point',
    given: { resource: disk, recoveryPoints: [copy, old], vaults: [locked], unread: ['vaultPolicies'] },
    message: 'policy-unread',
  },
  {
    name: 'all are asked for, and the policy about an older one was not read',
    given: { resource: disk, recoveryPoints: [copy, old], vaults: [lockedBunker], unread: ['vaultPolicies'] },
    options: { points: 'all' },
    message: 'policy-unread',
  },
  {
    name: 'all are asked for, and those in one vault could not be read',
    given: {
      resource: disk,
      recoveryPoints: [copy, old],
      vaults: [lockedBunker],
      vaultPolicies: [noPolicy],
      unread: [{ kind: 'recoveryPoints', of: vaultArn }],
    },
    options: { points: 'all' },
    message: 'points-unread',
  },
  {
    name: 'a copy in an account that was not scanned',
    given: {
      resource: disk,
      recoveryPoints: [point],
      vaultPolicies: [noPolicy],
      copyJobs: [copyJob(disk, { destinationVaultArn: foreign, createdAt: NOW - DAY })],
    },
    message: 'copy-not-scanned',
    data: { account: '999999999999', vault: 'escrow' },
  },
  {
    name: 'a copy job to an account that was not scanned, in a state that AWS added later',
    given: {
      resource: disk,
      recoveryPoints: [point],
      vaultPolicies: [noPolicy],
      copyJobs: [copyJob(disk, { destinationVaultArn: foreign, createdAt: NOW - DAY, state: 'ARCHIVED' })],
    },
    message: 'copy-not-scanned',
    data: { account: '999999999999', vault: 'escrow' },
  },
];

const notApplicables: Stories['notApplicable'] = [
  {
    name: 'what AWS Backup cannot back up',
    given: { resource: ontapVolume({ volumeType: 'DP' }) },
    message: 'ontap-volume-type',
  },
  {
    name: 'a new resource that has no recovery point yet',
    given: { resource: ebsVolume({ createdAt: NOW - DAY }) },
    message: 'too-new',
  },
];

testRule(deletionProtection, {
  pass: [...passes, ...(policies.pass ?? []), ...(snapshots.pass ?? [])],
  fail: [...fails, ...(policies.fail ?? []), ...(snapshots.fail ?? [])],
  unknown: [...unknowns, ...(policies.unknown ?? []), ...(snapshots.unknown ?? [])],
  notApplicable: notApplicables,
});
