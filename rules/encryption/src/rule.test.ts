import { DAY } from '@backproof/core';
import type { BackupKey } from '@backproof/core';
import {
  bunker,
  bunkerVaultArn,
  ebsVolume,
  home,
  NOW,
  ontapVolume,
  recoveryPoint,
  testRule,
  vault,
} from '@backproof/testing';
import type { Stories } from '@backproof/testing';
import { encryption } from './rule.js';

const disk = ebsVolume();
const keyArn = 'arn:aws:kms:eu-west-1:111111111111:key/1';
const point = recoveryPoint(disk, { encryptionKeyArn: keyArn });
const copy = recoveryPoint(disk, { encryptionKeyArn: keyArn, vaultArn: bunkerVaultArn });
const open = recoveryPoint(disk, { encrypted: false, age: '31h' });
const locked = vault({ lock: { immutableFrom: NOW - DAY } });
const airGapped = vault({ vaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' });

const key = (fields: Partial<BackupKey> = {}): BackupKey => ({
  scope: home,
  arn: keyArn,
  managedByAws: false,
  state: 'Enabled',
  ...fields,
});

const pass: Stories['pass'] = [
  {
    name: 'every recovery point is encrypted with a key that works',
    given: { resource: disk, recoveryPoints: [point], backupKeys: [key()] },
    message: 'encrypted',
    data: { count: 1 },
    evidence: [point.arn],
  },
  {
    name: 'AWS names no key, and says that it is encrypted',
    given: { resource: disk, recoveryPoints: [recoveryPoint(disk, { encrypted: true })] },
    message: 'encrypted',
  },
  {
    name: 'what lies in an air-gapped vault is encrypted, whatever AWS says of it',
    given: { resource: disk, recoveryPoints: [recoveryPoint(disk)], vaults: [airGapped] },
    message: 'encrypted',
  },
  {
    name: 'an unencrypted recovery point that is not usable any more does not count',
    given: { resource: disk, recoveryPoints: [point, { ...open, status: 'EXPIRED' }], backupKeys: [key()] },
    message: 'encrypted',
  },
  {
    name: 'a customer managed key, where the options require one',
    given: { resource: disk, recoveryPoints: [point, copy], backupKeys: [key()] },
    options: { key: 'customer' },
    message: 'encrypted',
  },
  {
    name: 'its vault is locked, and the key of the same account is not',
    given: { resource: disk, recoveryPoints: [point], vaults: [locked], backupKeys: [key()] },
    message: 'key-beside-lock',
    data: { vault: 'main', account: home.accountId, key: keyArn },
  },
  {
    name: 'the key of an air-gapped vault is of the same account',
    given: { resource: disk, recoveryPoints: [point], vaults: [airGapped], backupKeys: [key()] },
    message: 'key-beside-lock',
  },
  {
    name: 'AWS manages the key beside the lock, which cannot be deleted',
    given: { resource: disk, recoveryPoints: [point], vaults: [locked], backupKeys: [key({ managedByAws: true })] },
    message: 'encrypted',
  },
  {
    name: 'the key beside the lock is of another account',
    given: {
      resource: disk,
      recoveryPoints: [copy],
      vaults: [vault({ scope: bunker, name: 'bunker', lock: { immutableFrom: NOW - DAY } })],
      backupKeys: [key()],
    },
    message: 'encrypted',
  },
  {
    name: 'the lock is in its grace time',
    given: {
      resource: disk,
      recoveryPoints: [point],
      vaults: [vault({ lock: { immutableFrom: NOW + DAY } })],
      backupKeys: [key()],
    },
    message: 'encrypted',
  },
];

const fail: Stories['fail'] = [
  {
    name: 'one recovery point is not encrypted',
    given: { resource: disk, recoveryPoints: [point, open], backupKeys: [key()] },
    message: 'unencrypted',
    data: { unencrypted: 1, count: 2, vault: 'main', asOf: new Date(open.createdAt) },
    evidence: [open.arn],
  },
  {
    name: 'one is not encrypted, and the key of another is not known',
    given: { resource: disk, recoveryPoints: [point, open], unread: ['backupKeys'] },
    message: 'unencrypted',
    data: { unencrypted: 1 },
  },
  {
    name: 'its key is pending deletion',
    given: {
      resource: disk,
      recoveryPoints: [point, open],
      backupKeys: [key({ state: 'PendingDeletion', deletionAt: NOW + 9 * DAY })],
    },
    message: 'key-pending-deletion',
    data: { affected: 1, count: 2, state: 'pending deletion', date: new Date(NOW + 9 * DAY) },
  },
  {
    name: 'of two keys one is disabled and one is pending deletion',
    given: {
      resource: disk,
      recoveryPoints: [point, recoveryPoint(disk, { age: '31h', encryptionKeyArn: `${keyArn}2` })],
      backupKeys: [
        key({ state: 'Disabled' }),
        key({ arn: `${keyArn}2`, state: 'PendingDeletion', deletionAt: NOW + DAY }),
      ],
    },
    message: 'key-pending-deletion',
    data: { key: `${keyArn}2` },
  },
  ...(
    [
      ['disabled', 'Disabled', 'disabled'],
      ['without its material', 'PendingImport', 'without its key material'],
      ['not there any more', 'NotFound', 'not found by KMS'],
      ['in a store that is off', 'Unavailable', 'unavailable, as its key store is'],
      ['a replica that is going', 'PendingReplicaDeletion', 'pending deletion of its replicas'],
    ] as const
  ).map(([name, state, text]) => ({
    name: `its key is ${name}`,
    given: { resource: disk, recoveryPoints: [point], backupKeys: [key({ state })] },
    message: 'key-unusable',
    data: { state: text, affected: 1, key: keyArn, asOf: new Date(point.createdAt) },
  })),
  {
    name: 'a key of AWS, where the options require one of the customer',
    given: { resource: disk, recoveryPoints: [point, copy], backupKeys: [key({ managedByAws: true })] },
    options: { key: 'customer' },
    message: 'not-customer-managed',
    data: { affected: 2, count: 2 },
  },
  {
    name: 'a key that AWS owns, where the options require one of the customer',
    given: { resource: disk, recoveryPoints: [recoveryPoint(disk)], vaults: [airGapped] },
    options: { key: 'customer' },
    message: 'not-customer-managed',
    data: { affected: 1, vault: 'main' },
  },
];

const unknown: Stories['unknown'] = [
  {
    name: 'AWS did not say whether a recovery point is encrypted',
    given: { resource: disk, recoveryPoints: [point, recoveryPoint(disk, { age: '31h' })], backupKeys: [key()] },
    message: 'encryption-unread',
    data: { unread: 1, count: 2 },
  },
  {
    name: 'an encrypted recovery point beside one in a status that AWS added later',
    given: { resource: disk, recoveryPoints: [point, { ...open, status: 'UNKNOWN' }], backupKeys: [key()] },
    message: 'status-unknown',
  },
  {
    name: 'the only recovery point is in a status that AWS added later',
    given: { resource: disk, recoveryPoints: [{ ...point, status: 'UNKNOWN' }], backupKeys: [key()] },
    message: 'status-unknown',
  },
  {
    name: 'its key could not be read',
    given: { resource: disk, recoveryPoints: [point], unread: ['backupKeys'] },
    message: 'key-unread',
    data: { key: keyArn },
  },
  {
    name: 'KMS finds none of the keys, which may be because it cannot find what is there',
    given: {
      resource: disk,
      recoveryPoints: [copy],
      backupKeys: [key({ scope: bunker, state: 'NotFound' })],
      unread: [{ kind: 'backupKeys', scope: home }],
    },
    message: 'key-unread',
  },
  {
    name: 'its key is of another account, which does not say whether it works',
    given: { resource: disk, recoveryPoints: [copy] },
    message: 'foreign-key',
    data: { account: home.accountId },
  },
  {
    name: 'its key is in a state that AWS added later',
    given: { resource: disk, recoveryPoints: [point], backupKeys: [key({ state: 'Resting' })] },
    message: 'key-state-unknown',
    data: { state: 'Resting' },
  },
];

testRule(encryption, {
  pass,
  fail,
  unknown,
  notApplicable: [
    {
      name: 'what AWS Backup cannot back up',
      given: { resource: ontapVolume({ volumeType: 'DP' }) },
      message: 'ontap-volume-type',
    },
    { name: 'no recovery point', given: { resource: disk }, message: 'no-recovery-point' },
    {
      name: 'a restore access vault shows the recovery points of another one',
      given: { resource: disk, recoveryPoints: [open], vaults: [vault({ vaultType: 'RESTORE_ACCESS_BACKUP_VAULT' })] },
      message: 'no-recovery-point',
    },
  ],
});
