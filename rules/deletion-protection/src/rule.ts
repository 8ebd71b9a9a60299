import { defineRule, relationsBy } from '@backproof/core';
import { horizon, needs, prepare } from './context.js';
import { judge } from './judge.js';
import { fixes } from './fixes.js';
import { messages } from './messages.js';
import { defaults, schema, strict } from './options.js';

/** A resource survives an attack on its backups if a recent recovery point of it cannot be deleted before its end. */
export const deletionProtection = defineRule({
  id: 'deletion-protection',
  version: '1.0.0',
  title: 'The backups of a resource cannot be deleted early',
  recommended: false,
  rationale:
    'Ransomware deletes the backups first, with the permissions of an administrator. A vault lock in compliance mode and a logically air-gapped vault keep recovery points until they expire, whoever asks. A lock in governance mode can be lifted, and a policy that denies no more than the deletion can be replaced.',
  remediation:
    'Lock the vault by AWS Backup Vault Lock in compliance mode, or copy the recovery points to a locked or logically air-gapped vault of another account.',
  controls: [
    'soc2/A1.2',
    'iso27001-2022/A.8.13',
    'nist-800-53-r5/CP-9',
    'nist-csf-2.0/PR.DS-11',
    'cis-8.1/11.3',
    'cis-8.1/11.4',
    'nis2/Art.21(2)(c)',
  ],
  answers: [
    'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK',
    'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED',
    'RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT',
  ],
  page: new URL('../README.md', import.meta.url),
  needs,
  messages,
  fixes,
  options: { schema, defaults, strict },
  relations: relationsBy,
  horizon,
  prepare,
  judge,
});
