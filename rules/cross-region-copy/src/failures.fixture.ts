import { buildVaultArn } from '@backproof/core';
import {
  backupPlan,
  backupRule,
  bunkerVaultArn,
  daysAgo,
  ebsVolume,
  home,
  inPlan,
  recoveryPoint,
  vault,
} from '@backproof/testing';
import type { Story } from '@backproof/testing';
import {
  away,
  awayVault,
  awayVaultArn,
  bunkerPlace,
  copiedNightly,
  copiedTo,
  copy,
  copyingBy,
  db,
  failed,
  farCopy,
  key,
  nearVaultArn,
  place,
  reported,
  source,
  toAway,
} from './estate.fixture.js';

const sealedAtHome = vault({ name: 'sealed', vaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' });
const sealedAway = vault({ scope: away, name: 'sealed', vaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' });

/** There is no copy as asked for. */
export const failures: readonly Story[] = [
  {
    name: 'nothing copies it',
    given: { resource: db, ...inPlan(db), recoveryPoints: [source] },
    message: 'no-copy-action',
    data: { name: 'orders' },
  },
  {
    name: 'copied to another account of its own Region',
    given: { ...copiedTo(nearVaultArn), recoveryPoints: [recoveryPoint(db, { vaultArn: nearVaultArn })] },
    message: 'same-region',
    data: { name: 'orders', vault: 'near', account: '222222222222', region: 'eu-west-1' },
  },
  {
    name: 'a copy action to another vault beside the first',
    given: { ...copiedTo(buildVaultArn(home, 'second')), recoveryPoints: [source] },
    message: 'same-region',
    data: { vault: 'second', account: '111111111111', region: 'eu-west-1' },
  },
  {
    name: 'an air-gapped vault in its own Region',
    given: {
      resource: db,
      vaults: [sealedAtHome],
      recoveryPoints: [recoveryPoint(db, { vaultArn: sealedAtHome.arn })],
    },
    message: 'same-region',
    data: { vault: 'sealed', region: 'eu-west-1' },
  },
  {
    name: 'a multi-Region key is no copy',
    given: {
      resource: { ...db, encryptionKeyArn: 'arn:aws:kms:eu-west-1:111111111111:key/mrk-1234' },
      ...inPlan(db),
      recoveryPoints: [source],
    },
    message: 'no-copy-action',
    data: { name: 'orders' },
  },
  {
    name: 'copied to a Region that is not asked for',
    given: { resource: db, recoveryPoints: [copy] },
    options: { regions: ['eu-north-1'] },
    message: 'wrong-region',
    data: { name: 'orders', ...place },
  },
  {
    name: 'copied to a Region that is not asked for and within its own: the first comes closer',
    given: { resource: db, recoveryPoints: [recoveryPoint(db, { vaultArn: nearVaultArn }), copy] },
    options: { regions: ['eu-north-1'] },
    message: 'wrong-region',
    data: place,
  },
  {
    name: 'configured, but never done',
    given: { ...copiedNightly, recoveryPoints: [source] },
    message: 'never-copied',
    data: { name: 'orders', plan: 'nightly', ...place },
  },
  {
    name: 'the other Region was scanned, and the reported copy is not there',
    given: { ...copiedNightly, scopes: [away], recoveryPoints: [source], copyJobs: [reported] },
    message: 'no-usable-copy',
    data: place,
  },
  {
    name: 'the options ask for a copy that was seen',
    given: { ...copiedNightly, recoveryPoints: [source], copyJobs: [reported] },
    options: { proof: 'observed' },
    message: 'not-observed',
    data: place,
  },
  {
    name: 'the newest copy is too old',
    given: { ...copiedNightly, recoveryPoints: [recoveryPoint(db, { vaultArn: awayVaultArn, age: '40d' })] },
    message: 'stale',
    data: { ...place, asOf: new Date(daysAgo(40)), age: '40 days', allowed: '7 days' },
  },
  {
    name: 'the copy is gone too soon',
    given: { resource: db, recoveryPoints: [recoveryPoint(db, { vaultArn: awayVaultArn, keepDays: 7 })] },
    message: 'retention-too-short',
    data: { ...place, kept: '7 days', required: '30 days' },
  },
  {
    name: 'every copy is infected',
    given: { ...copiedNightly, recoveryPoints: [{ ...copy, infected: true }] },
    message: 'only-infected',
    data: place,
  },
  {
    name: 'its copies to the other Region fail',
    given: { ...copiedNightly, copyJobs: [failed('There are too many copy jobs running for resource.')] },
    message: 'copy-failing',
    data: { ...place, state: 'FAILED', reason: 'There are too many copy jobs running for resource' },
  },
  {
    name: 'the vault in the other Region has the default key, as its copy job says',
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
    name: 'AWS manages its key, and the other Region is of another account',
    given: {
      ...copiedTo(bunkerVaultArn),
      resource: { ...db, encryptionKeyArn: key.arn },
      encryptionKeys: [{ ...key, managedByAws: true }],
    },
    message: 'blocked-by-key',
    data: { ...bunkerPlace, ground: key.arn },
  },
  {
    name: 'copies to other accounts are switched off, and the other Region is of one',
    given: {
      ...copiedTo(bunkerVaultArn),
      globalSettings: [{ scope: home, settings: { isCrossAccountBackupEnabled: 'false' } }],
    },
    message: 'blocked-by-organization',
    data: bunkerPlace,
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
    given: { ...copiedNightly, vaults: [{ ...awayVault, lock: { minRetentionDays: 90 } }] },
    message: 'promise-broken',
    data: {
      ...place,
      problem: 'the copy of rule daily keeps its points 35 days, but the lock of vault away requires at least 90 days',
    },
  },
  {
    name: 'the air-gapped vault in the other Region does not take RDS instances',
    given: { ...copiedTo(sealedAway.arn), vaults: [sealedAway] },
    message: 'air-gapped-refused',
    data: { vault: 'sealed', kind: 'RDS instance' },
  },
  {
    name: 'another rule of the plan takes the backup each time, without the copy',
    given: {
      resource: ebsVolume(),
      ...inPlan(
        ebsVolume(),
        backupPlan({
          rules: [
            backupRule({ lifecycle: { deleteAfterDays: 90 } }),
            backupRule({
              name: 'weekly',
              scheduleExpression: 'cron(0 5 ? * SUN *)',
              lifecycle: { deleteAfterDays: 60 },
              copyActions: toAway,
            }),
          ],
        }),
      ),
    },
    message: 'suppressed',
    data: { rule: 'weekly', winner: 'daily', ...place },
  },
  {
    name: 'a plan would let go of its copies too soon, where no proof is asked for',
    given: copiedTo(awayVaultArn, 10),
    options: { proof: 'configured' },
    message: 'retention-too-short',
    data: { ...place, kept: '10 days' },
  },
  {
    name: 'a restore access vault in another Region holds no copies',
    given: {
      resource: db,
      vaults: [vault({ scope: away, name: 'away', vaultType: 'RESTORE_ACCESS_BACKUP_VAULT' })],
      recoveryPoints: [copy],
    },
    message: 'no-copy-action',
    data: { name: 'orders' },
  },
  {
    name: 'a volume whose copy action leads to another account in its own Region only',
    given: {
      resource: ebsVolume(),
      ...inPlan(ebsVolume(), copyingBy({ copyActions: [{ destinationVaultArn: nearVaultArn }] })),
    },
    message: 'same-region',
    data: { name: 'data', vault: 'near' },
  },
  {
    name: 'a copy in another account and Region that is too old, where the options name that Region',
    given: { resource: db, recoveryPoints: [{ ...farCopy, createdAt: daysAgo(9) }] },
    options: { regions: ['eu-central-1'] },
    message: 'stale',
    data: bunkerPlace,
  },
];
