import { COPY_NEEDS, defineRule, prepareCopies, relationsBy } from '@backproof/core';
import type { CopySetting } from '@backproof/core';
import { judge } from './judge.js';
import { fixes } from './fixes.js';
import { messages } from './messages.js';
import { defaults, schema, strict } from './options.js';
import type { Options } from './options.js';
import { anotherAccount } from './placement.js';

/** A resource survives the loss of its account if a recent copy of it is kept long enough in another one. */
export const crossAccountCopy = defineRule({
  id: 'cross-account-copy',
  version: '2.0.0',
  title: 'Every resource has a copy in another account',
  recommended: true,
  rationale:
    'Whoever takes over an account can delete its backups together with its data. A copy action is an intent: keys, vaults, locks and the settings of the organization make copies fail every night.',
  remediation:
    'Add a copy action to a vault of another account, with a customer managed key and a policy that allows backup:CopyIntoBackupVault, and fix the cause of failed copy jobs.',
  controls: [
    'soc2/A1.2',
    'iso27001-2022/A.8.13',
    'nist-800-53-r5/CP-6',
    'nist-800-53-r5/CP-6(1)',
    'nist-800-53-r5/CP-9(3)',
    'nist-csf-2.0/PR.DS-11',
    'cis-8.1/11.4',
    'dora/Art.12(3)',
    'nis2/Art.21(2)(c)',
  ],
  answers: ['BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT'],
  page: new URL('../README.md', import.meta.url),
  needs: COPY_NEEDS,
  messages,
  fixes,
  options: { schema, defaults, strict },

  relations: relationsBy,
  prepare: (setting: CopySetting<Options>) => prepareCopies(setting, anotherAccount(setting.options)),
  judge,
});
