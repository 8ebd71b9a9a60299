import { estateOf } from '../builders/estate-of.js';
import { regionSettings } from '../builders/region-settings.js';
import { ACCOUNTS, production, REGIONS } from '../company.js';
import { compute } from './compute.js';
import { databases } from './databases.js';
import { dataStores } from './data-stores.js';
import { frankfurtPlan, irelandPlan, vaults } from './plans.js';

/** A company that tests its backups without AWS Backup. */
export const native = estateOf({
  name: 'native',
  title: 'Restores made without AWS Backup, as CloudTrail shows them',
  accounts: [ACCOUNTS[0]],
  regions: REGIONS,
  parts: [
    {
      vaults,
      plans: [irelandPlan, frankfurtPlan],
      world: [regionSettings(production.ireland), regionSettings(production.frankfurt)],
    },
    databases,
    dataStores,
    compute,
  ],
});
