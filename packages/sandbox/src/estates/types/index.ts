import { estateOf } from '../builders/estate-of.js';
import { regionSettings } from '../builders/region-settings.js';
import { ACCOUNTS, production, REGIONS } from '../company.js';
import { cloudformation } from './cloudformation.js';
import { dsql } from './dsql.js';
import { eks } from './eks.js';
import { copiedPlan, dailyInFrankfurt, dailyPlan, vaults } from './plans.js';
import { redshift } from './redshift.js';
import { redshiftServerless } from './redshift-serverless.js';
import { sapHana } from './sap-hana.js';
import { timestream } from './timestream.js';
import { virtualMachines } from './virtual-machines.js';

/** The types of resource that few estates have, each in all the states that it may be in. */
export const types = estateOf({
  name: 'types',
  title: 'The rarer types of resource: covered, never backed up, stale, opted out, denied, failed',
  accounts: ACCOUNTS,
  regions: REGIONS,
  parts: [
    {
      vaults,
      plans: [dailyPlan, copiedPlan, dailyInFrankfurt],
      world: [
        regionSettings(production.ireland),
        regionSettings(production.frankfurt, {
          optedOut: [
            'CloudFormation',
            'DSQL',
            'EKS',
            'Redshift',
            'Redshift Serverless',
            'SAP HANA on Amazon EC2',
            'Timestream',
            'VirtualMachine',
          ],
        }),
      ],
    },
    redshift,
    redshiftServerless,
    eks,
    timestream,
    dsql,
    cloudformation,
    sapHana,
    virtualMachines,
  ],
});
