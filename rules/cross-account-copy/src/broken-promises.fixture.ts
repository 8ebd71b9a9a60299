import { buildVaultArn } from '@backproof/core';
import type { BackupRule } from '@backproof/core';
import {
  backupPlan,
  backupRule,
  bunker,
  bunkerVaultArn,
  daysAgo,
  ebsVolume,
  home,
  inPlan,
  vault,
} from '@backproof/testing';
import type { Story } from '@backproof/testing';
import {
  airGapped,
  copiedNightly,
  db,
  encryptedWith,
  failed,
  key,
  overlapping,
  place,
  sealed,
  toBunker,
  young,
  bunkerVault,
} from './estate.fixture.js';

/** Created two days ago, in a plan of one such rule that copies to the bunker. */
function copiedBy(rule: Partial<BackupRule>) {
  return { resource: young, ...inPlan(young, backupPlan({ rules: [backupRule({ copyActions: toBunker, ...rule })] })) };
}

const toSealed = backupPlan({ rules: [backupRule({ airGappedVaultArn: airGapped.arn })] });

/** Intents that can never come true, where the resource is too new for more or the options ask for no more. */
export const brokenPromises: readonly Story[] = [
  {
    name: 'a new resource whose vault for copies could not be created',
    given: { ...copiedNightly, resource: young, vaults: [{ ...bunkerVault, state: 'FAILED' }] },
    message: 'promise-broken',
    data: {
      name: 'orders',
      plan: 'nightly',
      ...place,
      problem: 'the vault bunker of the copy of rule daily is FAILED',
    },
  },
  {
    name: 'a new resource whose own vault is not there yet, so that there is nothing to copy',
    given: { ...copiedNightly, resource: young, vaults: [vault({ state: 'CREATING' })] },
    message: 'promise-broken',
    data: { ...place, problem: 'the vault main of rule daily is CREATING' },
  },
  {
    name: 'a new resource whose copies the lock of the vault refuses',
    given: { ...copiedNightly, resource: young, vaults: [{ ...bunkerVault, lock: { minRetentionDays: 90 } }] },
    message: 'promise-broken',
    data: {
      problem:
        'the copy of rule daily keeps its points 35 days, but the lock of vault bunker requires at least 90 days',
    },
  },
  {
    name: 'a new resource whose rule never runs again',
    given: copiedBy({ scheduleExpression: 'cron(0 5 1 1 ? 2020)' }),
    message: 'promise-broken',
    data: { problem: 'rule daily never runs again: cron(0 5 1 1 ? 2020) UTC' },
  },
  {
    name: 'a new resource whose copies would leave cold storage too early',
    given: copiedBy({
      copyActions: [
        { destinationVaultArn: bunkerVaultArn, lifecycle: { deleteAfterDays: 100, moveToColdStorageAfterDays: 30 } },
      ],
    }),
    message: 'promise-broken',
    data: { ...place },
  },
  {
    name: 'a new volume whose air-gapped vault does not exist',
    given: {
      resource: ebsVolume({ createdAt: daysAgo(2) }),
      ...inPlan(ebsVolume(), toSealed),
    },
    options: { acceptAirGapped: true },
    message: 'promise-broken',
    data: { ...sealed, problem: 'the vault sealed of rule daily does not exist' },
  },
  {
    name: 'a new resource that is copied to a Default vault',
    given: copiedBy({ copyActions: [{ destinationVaultArn: buildVaultArn(bunker, 'Default') }] }),
    message: 'blocked-by-default-vault',
    data: { vault: 'Default' },
  },
  {
    name: 'a new resource whose copying rule always loses to another one',
    given: { ...overlapping(90), resource: young },
    message: 'suppressed',
    data: { rule: 'weekly', winner: 'daily' },
  },
  {
    name: 'a new resource of which AWS manages the key',
    given: { ...copiedNightly, ...encryptedWith(true), resource: { ...young, encryptionKeyArn: key.arn } },
    message: 'blocked-by-key',
    data: { ground: key.arn },
  },
  {
    name: 'a new resource whose organization has copies to other accounts switched off',
    given: {
      ...copiedNightly,
      resource: young,
      globalSettings: [{ scope: home, settings: { isCrossAccountBackupEnabled: 'false' } }],
    },
    message: 'blocked-by-organization',
    data: place,
  },
  {
    name: 'a new resource whose first copy failed in a way that does not pass by itself',
    given: {
      ...copiedNightly,
      resource: young,
      copyJobs: [failed('Both source and destination account must be a member of the same organization')],
    },
    message: 'blocked-by-organization',
    data: {
      ground:
        'the last copy job ended FAILED: Both source and destination account must be a member of the same organization',
    },
  },
  {
    name: 'a plan whose vault for copies cannot take them, where no proof is asked for',
    given: { ...copiedNightly, vaults: [{ ...bunkerVault, state: 'CREATING' }] },
    options: { proof: 'configured' },
    message: 'promise-broken',
    data: { problem: 'the vault bunker of the copy of rule daily is CREATING' },
  },
  {
    name: 'a database cannot go to an air-gapped vault, whatever its plan says',
    given: { resource: db, ...inPlan(db, toSealed), vaults: [airGapped] },
    options: { acceptAirGapped: true, proof: 'configured' },
    message: 'air-gapped-refused',
    data: { name: 'orders', plan: 'nightly', ...sealed, kind: 'RDS instance' },
  },
  {
    name: 'a database cannot be copied to an air-gapped vault of another account either',
    given: { ...copiedNightly, vaults: [{ ...bunkerVault, vaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' }] },
    message: 'air-gapped-refused',
    data: place,
  },
  {
    name: 'a volume of which AWS manages the key stays outside the air-gapped vault',
    given: {
      resource: ebsVolume({ encryptionKeyArn: key.arn }),
      ...inPlan(ebsVolume(), toSealed),
      encryptionKeys: [{ ...key, managedByAws: true }],
      vaults: [airGapped],
    },
    options: { acceptAirGapped: true },
    message: 'air-gapped-refused',
    data: { name: 'data', kind: 'EBS' },
  },
  {
    name: 'a database whose plan names an air-gapped vault that does not take it is copied nowhere',
    given: { resource: db, ...inPlan(db, toSealed), vaults: [airGapped] },
    message: 'no-copy-action',
    data: { name: 'orders' },
  },
];
