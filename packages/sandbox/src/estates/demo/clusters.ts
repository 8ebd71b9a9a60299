import { clusterMembers } from '../builders/dependents.js';
import type { EstatePart } from '../builders/estate-of.js';
import { daily, plan } from '../builders/plan.js';
import { dbCluster } from '../builders/rds-clusters.js';
import { production } from '../company.js';
import { tieredPlan } from './plans.js';
import { productionVault } from './vaults.js';

const { ireland } = production;

const prodClusters = plan(ireland, {
  name: 'prod-clusters',
  rules: [daily(35, productionVault)],
  selections: [{ SelectionName: 'by-prefix', Resources: ['arn:aws:rds:*:*:cluster:prod-*'] }],
});

/** The writer of the estate's global database. */
export const prod1 = dbCluster(ireland, {
  name: 'prod-1',
  engine: 'aurora-postgresql',
  retentionDays: 7,
  members: ['prod-1-writer', 'prod-1-reader'],
});

const catalog = dbCluster(ireland, {
  name: 'catalog',
  engine: 'aurora-mysql',
  tags: { app: 'catalog' },
  members: ['catalog-writer'],
});

const stock = dbCluster(ireland, {
  name: 'stock',
  engine: 'postgres',
  retentionDays: 7,
  tags: { backup: 'tiered' },
  members: ['stock-1', 'stock-2', 'stock-3'],
});

/** Database clusters in Ireland. */
export const clusters: EstatePart = {
  plans: [prodClusters],
  entries: [
    {
      resource: prod1,
      history: [{ plan: prodClusters, since: 300 }],
      expect: 'backed-up',
      why: 'its ARN begins as the selection says, and the newest snapshot is from this morning',
    },
    ...clusterMembers(prod1),
    {
      resource: catalog,
      expect: 'native-only',
      why: 'db:* selects instances and never an Aurora cluster; Aurora itself can go back one day',
    },
    ...clusterMembers(catalog),
    {
      resource: stock,
      history: [{ plan: tieredPlan, since: 120 }],
      expect: 'backed-up',
      why: 'a Multi-AZ cluster with fresh snapshots',
      and: {
        'cross-account-copy': { expect: 'aws-cannot-copy', why: 'nor can snapshots of Multi-AZ clusters' },
      },
    },
    ...clusterMembers(stock),
  ],
};
