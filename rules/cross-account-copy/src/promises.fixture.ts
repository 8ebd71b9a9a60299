import {
  backupPlan,
  backupRule,
  backupSelection,
  daysAgo,
  ebsVolume,
  inPlan,
  rdsInstance,
  recoveryPoint,
  regionSettings,
  vault,
} from '@backproof/testing';
import type { Stories } from '@backproof/testing';
import {
  airGapped,
  awayVaultArn,
  copiedNightly,
  copying,
  db,
  encryptedWith,
  failed,
  key,
  place,
  sealed,
  young,
  bunkerVault,
} from './estate.fixture.js';

/** A plan that a backup policy of the organization made. */
const ofOrganization = backupPlan({ id: 'orgs/nightly', rules: copying.rules });

const selectedByOrganization = {
  plans: [ofOrganization],
  selections: [backupSelection({ planId: ofOrganization.id, resources: ['*'] })],
};

/** Volumes whose key could not be looked at: an air-gapped vault takes them, unless AWS manages it. */
const disk = ebsVolume({ encryptionKeyArn: key.arn });
const youngDisk = ebsVolume({ encryptionKeyArn: key.arn, createdAt: daysAgo(2) });
const toSealed = backupPlan({ rules: [backupRule({ airGappedVaultArn: airGapped.arn })] });
const keyUnread = { ...inPlan(disk, toSealed), unread: ['encryptionKeys'], vaults: [airGapped, vault()] } as const;

/** Intents: what a plan would do, where the resource is too new for more or the options ask for no more. */
export const promises: Stories = {
  pass: [
    {
      name: 'a new resource, of which no copy can be late yet',
      given: { ...copiedNightly, resource: young },
      message: 'awaiting-first-copy',
      data: { plan: 'nightly', ...place, age: '2 days', due: new Date(daysAgo(-5)) },
    },
    {
      name: 'a new resource whose copies went elsewhere so far',
      given: {
        ...copiedNightly,
        resource: rdsInstance({ createdAt: daysAgo(7) }),
        recoveryPoints: [recoveryPoint(db, { vaultArn: awayVaultArn })],
      },
      message: 'awaiting-first-copy',
      data: { due: new Date(daysAgo(0)) },
    },
    {
      name: 'a new resource whose vault for copies was seen and takes them',
      given: { ...copiedNightly, resource: young, vaults: [{ ...bunkerVault, state: 'AVAILABLE' }] },
      message: 'awaiting-first-copy',
    },
    {
      name: 'a new resource whose first copy failed in a way that may pass by itself',
      given: { ...copiedNightly, resource: young, copyJobs: [failed('There are too many copy jobs running.')] },
      message: 'awaiting-first-copy',
    },
    {
      name: 'a new resource whose plan of the organization has backed it up already',
      given: {
        resource: young,
        ...selectedByOrganization,
        recoveryPoints: [recoveryPoint(young, { planId: ofOrganization.id })],
      },
      message: 'awaiting-first-copy',
    },
    {
      name: 'a new resource of which another plan decides',
      given: {
        resource: young,
        plans: [ofOrganization, copying],
        selections: [...selectedByOrganization.selections, backupSelection({ resources: [young.arn] })],
      },
      message: 'awaiting-first-copy',
      data: { plan: 'nightly' },
    },
  ],

  unknown: [
    {
      name: 'a new volume that goes to an air-gapped vault unless AWS manages its key, which could not be looked at',
      given: { ...keyUnread, resource: youngDisk },
      options: { acceptAirGapped: true },
      message: 'promise-unread',
      data: { ...sealed, missing: 'the manager of its KMS key' },
    },
    {
      name: 'the same for an old one, where no proof is asked for',
      given: { ...keyUnread, resource: disk },
      options: { acceptAirGapped: true, proof: 'configured' },
      message: 'promise-unread',
      data: { missing: 'the manager of its KMS key' },
    },
    {
      name: 'a plan would copy it if its type is opted in',
      given: {
        resource: db,
        plans: [copying],
        selections: [backupSelection({ resources: ['*'] })],
        regionSettings: [regionSettings({ optIn: {} })],
      },
      options: { proof: 'configured' },
      message: 'opt-in-unknown',
      data: { plan: 'nightly', ...place, setting: 'RDS' },
    },
    {
      name: 'a plan would copy a new resource if its type is opted in',
      given: {
        resource: young,
        plans: [copying],
        selections: [backupSelection()],
        regionSettings: [regionSettings({ optIn: {} })],
      },
      message: 'opt-in-unknown',
      data: { setting: 'RDS' },
    },
    {
      name: 'a plan of the organization would copy a new resource if the management account opted in',
      given: { resource: young, ...selectedByOrganization },
      message: 'organization-opt-in-unknown',
      data: { name: 'orders', plan: 'nightly', ...place, setting: 'RDS' },
    },
    {
      name: 'a new resource whose copies go to a vault in a state that AWS added later',
      given: { ...copiedNightly, resource: young, vaults: [{ ...bunkerVault, state: 'QUARANTINED' }] },
      message: 'vault-state-unknown',
      data: { ...place, plan: 'nightly', state: 'the vault bunker is in the state QUARANTINED' },
    },
    {
      name: 'an old one whose own vault is in such a state, where no proof is asked for',
      given: { ...copiedNightly, vaults: [vault({ state: 'QUARANTINED' }), bunkerVault] },
      options: { proof: 'configured' },
      message: 'vault-state-unknown',
      data: { state: 'the vault main is in the state QUARANTINED' },
    },
    {
      name: 'a new resource whose key could not be looked at',
      given: {
        ...copiedNightly,
        ...encryptedWith(false),
        resource: { ...young, encryptionKeyArn: key.arn },
        unread: ['encryptionKeys'],
      },
      message: 'promise-unread',
      data: { ...place, missing: 'the manager of its KMS key' },
    },
    {
      name: 'a new resource whose organization could not be looked at',
      given: { ...copiedNightly, resource: young, unread: ['globalSettings'] },
      message: 'promise-unread',
      data: { missing: 'the settings of its organization' },
    },
    {
      name: 'a new resource whose copy jobs could not be looked at',
      given: { ...copiedNightly, resource: young, unread: ['copyJobs'] },
      message: 'promise-unread',
      data: { missing: 'its copy jobs' },
    },
  ],
};
