import { defineRule } from '@backproof/core';
import { needs, prepare } from './context.js';
import { judge } from './judge.js';
import { fixes } from './fixes.js';
import { messages } from './messages.js';
import { defaults, schema, strict } from './options.js';

/** Backups are unreadable to strangers if they are encrypted, and to everybody if their key is gone. */
export const encryption = defineRule({
  id: 'encryption',
  version: '1.0.0',
  title: 'Every recovery point is encrypted, and its key works',
  recommended: false,
  rationale:
    'A backup holds what the resource holds, so it needs the same protection. And a backup whose key is disabled or about to be deleted cannot be restored, however well its vault is locked.',
  remediation:
    'Encrypt the resource, or the vault of types that AWS Backup fully manages. Enable keys that are disabled, cancel their deletion, and keep the keys of locked vaults in an account that no backup administrator controls.',
  controls: ['nist-800-53-r5/CP-9(8)', 'nist-800-53-r5/SC-28', 'nist-csf-2.0/PR.DS-01', 'cis-8.1/11.3'],
  answers: ['BACKUP_RECOVERY_POINT_ENCRYPTED'],
  page: new URL('../README.md', import.meta.url),
  needs,
  messages,
  fixes,
  options: { schema, defaults, strict },
  prepare,
  judge,
});
