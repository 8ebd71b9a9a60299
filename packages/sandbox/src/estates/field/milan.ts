import { clusterMembers } from '../builders/dependents.js';
import type { EstatePart } from '../builders/estate-of.js';
import { ownPlans } from '../builders/own-plans.js';
import { daily, plan } from '../builders/plan.js';
import { dbCluster } from '../builders/rds-clusters.js';
import { regionSettings } from '../builders/region-settings.js';
import { inScope } from '../builders/resource.js';
import { ebsVolume } from '../builders/ebs.js';
import { copyVault, milan, milanVault } from './vaults.js';

const catalog = dbCluster(milan, { name: 'catalog', engine: 'docdb', members: ['catalog-1'] });
const stock = dbCluster(milan, { name: 'stock', engine: 'mysql', members: ['stock-1', 'stock-2'] });

const clusters = plan(milan, {
  name: 'clusters',
  rules: [daily(35, milanVault, { copyTo: copyVault })],
  selections: [{ SelectionName: 'every-cluster', Resources: ['arn:aws:rds:*:*:cluster:*'] }],
});

const disks = ownPlans([
  {
    resource: ebsVolume(milan, { name: 'beside-the-odd-one' }),
    rules: [daily(35, milanVault)],
    history: [{ since: 60 }],
    why: 'EC2 lists it beside a volume without an id, and its newest point is from this morning',
    and: {},
  },
]);

/** A Region that accounts must enable, in which RDS is opted out of AWS Backup. One of its volumes has no id. */
export const milanPart: EstatePart = {
  plans: [clusters, ...disks.plans],
  world: [regionSettings(milan, { optedOut: ['RDS'] }), inScope(milan, { volumes: [{ State: 'in-use', Size: 8 }] })],
  entries: [
    {
      resource: catalog,
      history: [{ plan: clusters, since: 100, uncopied: { since: 100 } }],
      expect: 'backed-up',
      why: 'its newest point is from this morning',
      and: {
        'cross-account-copy': {
          expect: 'aws-cannot-copy',
          why: 'AWS Backup does not copy DocumentDB out of a Region that accounts must enable to another account',
        },
      },
    },
    ...clusterMembers(catalog),
    {
      resource: stock,
      expect: 'native-only',
      why: 'a pattern matches its ARN, but it is of RDS, which is opted out here: only its own backups are there',
      and: {
        'retention-tiers': { expect: 'no-points', why: 'its type is opted out, so no plan selects it' },
        'cross-account-copy': { expect: 'aws-cannot-copy', why: 'AWS Backup copies no Multi-AZ cluster' },
      },
    },
    ...clusterMembers(stock),
    ...disks.entries,
  ],
};
