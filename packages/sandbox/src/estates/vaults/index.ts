import { estateOf } from '../builders/estate-of.js';
import { regionSettings } from '../builders/region-settings.js';
import { ACCOUNTS, backup, production } from '../company.js';
import { keys } from './keys.js';
import { protection } from './protection.js';
import { vaults as all } from './vaults.js';

const { ireland } = production;

/** Vaults and keys, which keep backups from being deleted or becoming unreadable, or do not. */
export const vaults = estateOf({
  name: 'vaults',
  title: 'Vaults and their recovery points: locked, guarded by a policy, or open to whoever wants to delete',
  accounts: ACCOUNTS,
  regions: [ireland.region],
  parts: [{ vaults: all, world: [regionSettings(ireland), regionSettings(backup.ireland)] }, protection, keys],
});
