import { estateOf } from '../builders/estate-of.js';
import { regionSettings } from '../builders/region-settings.js';
import { ACCOUNTS, production, REGIONS } from '../company.js';
import { assignmentByTag } from './assignment-by-tag.js';
import { backupAccount } from './backup-account.js';
import { buckets } from './buckets.js';
import { clusters } from './clusters.js';
import { compute } from './compute.js';
import { databases } from './databases.js';
import { fileSystems } from './file-systems.js';
import { frankfurtPart } from './frankfurt.js';
import { gateways } from './gateways.js';
import { idlePlans } from './idle-plans.js';
import { platforms } from './platforms.js';
import { briefPlan, continuousPlan, dailyPlan, efsPlan, tieredPlan } from './plans.js';
import { copies } from './copies.js';
import { replication } from './replication.js';
import { lifecyclePolicies } from './lifecycle-policies.js';
import { monthlyTests, thoroughTests } from './restore-testing.js';
import { restores } from './restores.js';
import { retention } from './retention.js';
import { secondOpinions } from './second-opinions.js';
import { tables } from './tables.js';
import { vaults } from './vaults.js';
import { warehouses } from './warehouses.js';

/** A company with a production and a backup account in two Regions, in which everything can be read. */
export const demo = estateOf({
  name: 'demo',
  title: 'Two accounts in two Regions: what is backed up, what is not, and what only looks so',
  accounts: ACCOUNTS,
  regions: REGIONS,
  parts: [
    {
      vaults,
      plans: [dailyPlan, tieredPlan, continuousPlan, briefPlan, efsPlan],
      world: [regionSettings(production.ireland)],
      testPlans: [monthlyTests],
    },
    compute,
    clusters,
    databases,
    tables,
    fileSystems,
    gateways,
    buckets,
    warehouses,
    platforms,
    assignmentByTag,
    idlePlans,
    frankfurtPart,
    backupAccount,
    retention,
    copies,
    restores,
    replication,
    lifecyclePolicies,
    secondOpinions,
  ],
  testedBy: thoroughTests,
});
