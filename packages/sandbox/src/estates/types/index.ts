import { estateOf } from '../builders/estate-of.js';
import { regionSettings } from '../builders/region-settings.js';
import { ACCOUNTS, production, REGIONS } from '../company.js';
import { dailyInFrankfurt, dailyPlan, vaults } from './plans.js';
import { redshift } from './redshift.js';
import { redshiftServerless } from './redshift-serverless.js';

/** The types of resource that few estates have, each in all the states that it may be in. */
export const types = estateOf({
  name: 'types',
  title: 'The rarer types of resource: covered, never backed up, stale, opted out, denied, failed',
  accounts: ACCOUNTS,
  regions: REGIONS,
  parts: [
    {
      vaults,
      plans: [dailyPlan, dailyInFrankfurt],
      world: [
        regionSettings(production.ireland),
        regionSettings(production.frankfurt, { optedOut: ['Redshift', 'Redshift Serverless'] }),
      ],
    },
    redshift,
    redshiftServerless,
  ],
});
