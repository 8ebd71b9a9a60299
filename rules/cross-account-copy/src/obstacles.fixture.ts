import { buildVaultArn } from '@backproof/core';
import {
  backupPlan,
  backupRule,
  bunker,
  bunkerVaultArn,
  daysAgo,
  ec2Instance,
  efsFileSystem,
  home,
  inPlan,
  recoveryPoint,
  vault,
} from '@backproof/testing';
import type { Story } from '@backproof/testing';
import {
  copiedNightly,
  copying,
  copyingTo,
  db,
  encryptedWith,
  failed,
  key,
  overlapping,
  place,
  source,
  toBunker,
  volume,
} from './estate.fixture.js';

/** There is no copy as asked for, and there is a reason; or what looks like one is none. */
export const obstacles: readonly Story[] = [
  {
    name: 'its key cannot be used by another account',
    given: {
      ...copiedNightly,
      copyJobs: [failed("Snapshots encrypted with the AWS managed key can't be shared. Specify another snapshot.")],
    },
    message: 'blocked-by-key',
    data: {
      ...place,
      name: 'orders',
      ground:
        "the last copy job ended FAILED: Snapshots encrypted with the AWS managed key can't be shared. Specify another snapshot",
    },
    evidence: [failed().id],
  },
  {
    name: 'AWS manages its key, and its copy jobs say something else',
    given: { ...copiedNightly, ...encryptedWith(true), copyJobs: [failed('Access Denied')] },
    message: 'blocked-by-key',
    data: { ...place, ground: key.arn },
    evidence: [failed().id, key.arn],
  },
  {
    name: 'AWS manages its key, and no copy job is on record',
    given: { ...copiedNightly, ...encryptedWith(true) },
    message: 'blocked-by-key',
    data: { ...place, ground: key.arn },
    evidence: [key.arn],
  },
  {
    name: 'AWS manages the key of the volume that an instance is backed up with',
    given: {
      resource: ec2Instance(),
      others: [{ ...volume, encryptionKeyArn: key.arn }],
      ...inPlan(ec2Instance(), copying),
      encryptionKeys: [{ ...key, managedByAws: true }],
    },
    message: 'blocked-by-key',
    data: { name: 'web', ground: key.arn },
  },
  {
    name: 'its copies fail, and its own account manages its key',
    given: { ...copiedNightly, ...encryptedWith(false), copyJobs: [failed('Access Denied')] },
    message: 'copy-failing',
    data: { state: 'FAILED', reason: 'Access Denied' },
  },
  {
    name: 'its copies fail, and the owner of its key was not learnt',
    given: { ...copiedNightly, resource: encryptedWith(false).resource, copyJobs: [failed('Access Denied')] },
    message: 'copy-failing',
    data: { name: 'orders' },
    evidence: [key.arn],
  },
  {
    name: 'it was never copied, and the owner of its key was not learnt',
    given: { ...copiedNightly, resource: encryptedWith(false).resource },
    message: 'never-copied',
    data: { name: 'orders' },
    evidence: [key.arn],
  },
  {
    name: 'a file system whose backups have keys of their own: AWS may manage that of its data',
    given: {
      resource: { ...efsFileSystem(), encryptionKeyArn: key.arn },
      ...inPlan(efsFileSystem(), copying),
      encryptionKeys: [{ ...key, managedByAws: true }],
    },
    message: 'never-copied',
    data: { name: 'share' },
  },
  {
    name: 'the vault has the default key, as its copy job says',
    given: {
      ...copiedNightly,
      copyJobs: [
        failed(
          'Copy job failed because the destination Backup vault is encrypted with the default Backup service managed key.',
        ),
      ],
    },
    message: 'blocked-by-default-vault',
    data: place,
  },
  {
    name: 'the vault is the default one',
    given: { resource: db, ...copyingTo(buildVaultArn(bunker, 'Default')) },
    message: 'blocked-by-default-vault',
    data: { ...place, vault: 'Default', ground: 'it is the Default vault' },
  },
  {
    name: 'copies to other accounts are switched off, as its copy job says',
    given: {
      ...copiedNightly,
      copyJobs: [failed('Copy job failed. Cross-account copy feature is not enabled for the current organization.')],
    },
    message: 'blocked-by-organization',
    data: place,
  },
  {
    name: 'copies to other accounts are switched off, as the settings say',
    given: {
      ...copiedNightly,
      globalSettings: [{ scope: home, settings: { isCrossAccountBackupEnabled: 'false' } }],
    },
    message: 'blocked-by-organization',
    data: { ...place, ground: 'isCrossAccountBackupEnabled=false' },
  },
  {
    name: 'the settings of the organization do not matter where they are on',
    given: { ...copiedNightly, globalSettings: [{ scope: home, settings: { isCrossAccountBackupEnabled: 'true' } }] },
    message: 'never-copied',
    data: place,
  },
  {
    name: 'the lock of the vault refuses so short a retention, as its copy job says',
    given: {
      ...copiedNightly,
      copyJobs: [
        failed(
          'Copy job failed. The retention specified in the job is not within the range specified for the target Backup Vault.',
        ),
      ],
    },
    message: 'blocked-by-lock',
    data: place,
  },
  {
    name: 'the lock of the vault refuses so short a retention',
    given: {
      ...copiedNightly,
      vaults: [vault({ scope: bunker, name: 'bunker', lock: { minRetentionDays: 90 } })],
    },
    message: 'promise-broken',
    data: {
      ...place,
      problem:
        'the copy of rule daily keeps its points 35 days, but the lock of vault bunker requires at least 90 days',
    },
  },
  {
    name: 'the lock of the vault refuses so long a retention',
    given: {
      resource: db,
      ...copyingTo(bunkerVaultArn, 400),
      vaults: [vault({ scope: bunker, name: 'bunker', lock: { maxRetentionDays: 365 } })],
    },
    message: 'promise-broken',
    data: {
      problem:
        'the copy of rule daily keeps its points 400 days, but the lock of vault bunker requires at most 365 days',
    },
  },
  {
    name: 'its copies fail',
    given: { ...copiedNightly, copyJobs: [failed('There are too many copy jobs running for resource.')] },
    message: 'copy-failing',
    data: { ...place, state: 'FAILED', reason: 'There are too many copy jobs running for resource' },
    evidence: [failed().id],
  },
  {
    name: 'its copies fail and nobody says why, though they did not before',
    given: {
      ...copiedNightly,
      recoveryPoints: [recoveryPoint(db, { vaultArn: bunkerVaultArn, age: '9d' })],
      copyJobs: [failed()],
    },
    message: 'copy-failing',
    data: { state: 'FAILED', reason: 'AWS gave no reason' },
  },
  {
    name: 'another rule of the plan takes the backup each time, without the copy',
    given: { resource: db, ...overlapping(90), recoveryPoints: [source] },
    message: 'suppressed',
    data: { plan: 'nightly', rule: 'weekly', winner: 'daily', since: new Date(daysAgo(31)), ...place },
  },
  {
    name: 'another rule of the plan took the backup since the last copy',
    given: {
      resource: db,
      ...overlapping(90),
      recoveryPoints: [recoveryPoint(db, { vaultArn: bunkerVaultArn, age: '15d' })],
    },
    message: 'suppressed',
    data: { since: new Date(daysAgo(15)) },
  },
  {
    name: 'the copying rule wins, so that the overlap explains nothing',
    given: { resource: db, ...overlapping(30), recoveryPoints: [source] },
    message: 'never-copied',
    data: place,
  },
  {
    name: 'one of two copies has no obstacle',
    given: {
      resource: db,
      ...inPlan(
        db,
        backupPlan({
          rules: [
            backupRule({ copyActions: [{ destinationVaultArn: buildVaultArn(bunker, 'Default') }] }),
            backupRule({ name: 'hourly', scheduleExpression: 'cron(0 * ? * * *)', copyActions: toBunker }),
          ],
        }),
      ),
    },
    message: 'never-copied',
    data: { vault: 'Default' },
  },
];
