import { estateOf } from '../builders/estate-of.js';
import { regionSettings } from '../builders/region-settings.js';
import { ACCOUNTS, backup, finance, management, REGION, research, shop } from './accounts.js';
import { backupPolicy } from './backup-policy.js';
import { workloads } from './workloads.js';

/** An organization that asks for more than Backproof does by itself. */
export const org = estateOf({
  name: 'org',
  title: 'An organization with a backup policy, whose copies and restore tests are in an account of their own',
  accounts: ACCOUNTS,
  regions: [REGION],
  policy: {
    'cross-account-copy': { accounts: [backup.accountId] },
    'restore-test': { scope: 'tag:Application', maxRestoreTime: '4h' },
  },
  parts: [
    { world: [management, shop, finance, research, backup].map((scope) => regionSettings(scope)) },
    backupPolicy,
    workloads,
  ],
});
