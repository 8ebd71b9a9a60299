import { denied } from '../builders/denied.js';
import { ebsVolume } from '../builders/ebs.js';
import { efsFileSystem } from '../builders/efs.js';
import type { EstatePart } from '../builders/estate-of.js';
import { ownPlans } from '../builders/own-plans.js';
import { daily } from '../builders/plan.js';
import type { EstateVault } from '../builders/vault.js';
import type { MessageOf } from '../builders/verdicts.js';
import { production } from '../company.js';
import {
  complianceVault,
  disabledKeyVault,
  dyingKeyVault,
  foreignKeyVault,
  openVault,
  secretKeyVault,
} from './vaults.js';

const { ireland } = production;

/** A file system whose backups one key encrypts, and what `encryption` says of them. */
function fileSystemOf(vault: EstateVault, expect: MessageOf<'encryption'>, why: string) {
  return {
    resource: efsFileSystem(ireland, { name: `encrypted-in-${vault.name}` }),
    rules: [daily(35, vault)],
    history: [{ since: 100 }],
    and: { encryption: { expect, why } },
  };
}

const encrypted = ownPlans([
  fileSystemOf(openVault, 'encrypted', 'the key of its vault works'),
  fileSystemOf(complianceVault, 'key-beside-lock', 'the lock does not protect the key of the same account'),
  fileSystemOf(disabledKeyVault, 'key-unusable', 'the key of its vault is disabled'),
  fileSystemOf(dyingKeyVault, 'key-pending-deletion', 'the key of its vault is deleted in nine days'),
  fileSystemOf(secretKeyVault, 'key-unread', 'the key of its vault may not be described'),
  fileSystemOf(foreignKeyVault, 'foreign-key', 'the key of its vault is of an account that is not scanned'),
  {
    resource: ebsVolume(ireland, { name: 'disk-encrypted-lately' }),
    rules: [daily(35, openVault)],
    history: [{ since: 100, unencrypted: [30, 29, 28] }],
    and: { encryption: { expect: 'unencrypted', why: 'three of its older snapshots are not encrypted' } },
  },
]);

/** The keys that encrypt backups: working, disabled, about to be deleted, not readable, and none. */
export const keys: EstatePart = {
  plans: encrypted.plans,
  world: [denied(ireland, { operation: 'kms:DescribeKey', about: secretKeyVault.keyArn, status: 400 })],
  entries: [
    ...encrypted.entries,
    {
      resource: ebsVolume(ireland, { name: 'never-encrypted' }),
      expect: 'unprotected',
      why: 'no plan selects it',
      and: { encryption: { expect: 'no-recovery-point', why: 'it has nothing that could be encrypted' } },
    },
  ],
};
