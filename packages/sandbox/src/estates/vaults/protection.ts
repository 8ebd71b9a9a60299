import { denied } from '../builders/denied.js';
import { ebsVolume } from '../builders/ebs.js';
import { efsFileSystem } from '../builders/efs.js';
import type { EstatePart } from '../builders/estate-of.js';
import { fsxFileSystem, windows } from '../builders/fsx.js';
import { ownPlans } from '../builders/own-plans.js';
import { daily } from '../builders/plan.js';
import { dbInstance } from '../builders/rds.js';
import type { EstateVault } from '../builders/vault.js';
import type { MessageOf } from '../builders/verdicts.js';
import { production } from '../company.js';
import {
  complianceVault,
  conditionalVault,
  escrowVault,
  governanceVault,
  graceVault,
  guardedVault,
  lockedCopyVault,
  openVault,
  replaceableVault,
  sealedVault,
  secretVault,
} from './vaults.js';

const { ireland } = production;

/** A file system whose backups lie in one vault, and what `deletion-protection` says of them. */
function fileSystemIn(vault: EstateVault, expect: MessageOf<'deletion-protection'>, why: string) {
  return {
    resource: efsFileSystem(ireland, { name: `files-in-${vault.name}` }),
    rules: [daily(35, vault)],
    history: [{ since: 100 }],
    and: { 'deletion-protection': { expect, why } },
  };
}

const inVaults = ownPlans([
  fileSystemIn(openVault, 'unlocked', 'nothing keeps anybody from deleting its backups'),
  fileSystemIn(complianceVault, 'locked', 'a compliance lock past its grace time cannot be lifted'),
  fileSystemIn(governanceVault, 'can-be-lifted', 'an administrator can lift a lock in governance mode'),
  fileSystemIn(graceVault, 'grace-time', 'the compliance lock can still be lifted for two days'),
  fileSystemIn(guardedVault, 'denied-by-policy', 'the policy denies every way to delete, and its own change'),
  fileSystemIn(replaceableVault, 'policy-can-be-replaced', 'whoever wants to delete replaces the policy first'),
  fileSystemIn(conditionalVault, 'policy-undecided', 'who has a second factor is let through, which is not known here'),
  fileSystemIn(secretVault, 'policy-unread', 'the policy of its vault may not be read'),
  {
    resource: efsFileSystem(ireland, { name: 'sealed-files' }),
    rules: [daily(35, openVault, { copyTo: sealedVault })],
    history: [{ since: 100 }],
    and: { 'deletion-protection': { expect: 'air-gapped', why: 'its copies lie in a logically air-gapped vault' } },
  },
  {
    resource: ebsVolume(ireland, { name: 'disk-with-locked-copies' }),
    rules: [daily(35, openVault, { copyTo: lockedCopyVault })],
    history: [{ since: 100 }],
    and: { 'deletion-protection': { expect: 'locked', why: 'only its copy in the other account is locked' } },
  },
  {
    resource: ebsVolume(ireland, { name: 'disk-with-unseen-copies' }),
    rules: [daily(35, openVault, { copyTo: escrowVault })],
    history: [{ since: 100 }],
    and: {
      'deletion-protection': { expect: 'copy-not-scanned', why: 'its copies lie in an account that is not scanned' },
    },
  },
  {
    resource: ebsVolume(ireland, { name: 'disk-once-locked' }),
    rules: [daily(35, complianceVault)],
    history: [{ since: 100, until: 20 }],
    expect: 'stale',
    why: 'its plan stopped twenty days ago',
    and: { 'deletion-protection': { expect: 'too-old', why: 'what is locked is twenty days old' } },
  },
  {
    resource: fsxFileSystem(ireland, { name: 'shares', form: windows(0) }),
    rules: [daily(35, complianceVault)],
    history: [{ since: 100 }],
    and: {
      'deletion-protection': {
        expect: 'service-undocumented',
        why: 'AWS does not document whether the API of FSx respects the lock',
      },
    },
  },
]);

/** Locks, policies and the lack of them, each with a resource whose backups they guard. */
export const protection: EstatePart = {
  plans: inVaults.plans,
  world: [denied(ireland, { operation: 'backup:GetBackupVaultAccessPolicy', about: secretVault.name, status: 403 })],
  entries: [
    ...inVaults.entries,
    {
      resource: ebsVolume(ireland, { name: 'forgotten' }),
      expect: 'unprotected',
      why: 'no plan selects it',
      and: { 'deletion-protection': { expect: 'nothing-protected', why: 'it has no backup to protect' } },
    },
    {
      resource: dbInstance(ireland, { name: 'orders', retentionDays: 7 }),
      expect: 'native-only',
      why: 'RDS backs it up by itself',
      and: { 'deletion-protection': { expect: 'native-only', why: 'who may change the database deletes its backups' } },
    },
  ],
};
