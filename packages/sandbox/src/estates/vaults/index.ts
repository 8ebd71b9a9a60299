import { estateOf } from '../builders/estate-of.js';
import { regionSettings } from '../builders/region-settings.js';
import { ACCOUNTS, backup, production, REGIONS } from '../company.js';
import { keys } from './keys.js';
import { objectives, OBJECTIVES } from './objectives.js';
import { otherRegions } from './other-regions.js';
import { protection } from './protection.js';
import { snapshots } from './snapshots.js';
import { upkeep } from './upkeep.js';
import { vaults as all } from './vaults.js';

const { ireland, frankfurt } = production;

/** Vaults and keys, which keep backups from being deleted, lost with a Region or becoming unreadable, or do not. */
export const vaults = estateOf({
  name: 'vaults',
  title: 'Vaults and their recovery points: locked, guarded by a policy, or open to whoever wants to delete',
  accounts: ACCOUNTS,
  regions: REGIONS,
  policy: { 'recovery-objectives': { objectives: OBJECTIVES } },
  parts: [
    { vaults: all, world: [ireland, frankfurt, backup.ireland].map((each) => regionSettings(each)) },
    protection,
    keys,
    otherRegions,
    objectives,
    snapshots,
    upkeep,
  ],
});
