import type { EstatePart } from '../builders/estate-of.js';
import { daysAgo } from '../builders/moment.js';
import { allOf, daily, plan } from '../builders/plan.js';
import { dbInstance } from '../builders/rds.js';
import { production } from '../company.js';
import { continuousPlan } from './plans.js';
import { monthlyTests } from './restore-testing.js';
import { productionVault } from './vaults.js';

const { ireland } = production;

const prodInstances = plan(ireland, {
  name: 'prod-instances',
  rules: [daily(35, productionVault)],
  selections: [{ SelectionName: 'by-suffix', Resources: ['arn:aws:rds:*:*:db:*-prod'] }],
});

const catalogInstances = plan(ireland, {
  name: 'catalog',
  rules: [daily(35, productionVault)],
  selections: [
    {
      SelectionName: 'instances',
      Resources: ['arn:aws:rds:*:*:db:*'],
      Conditions: { StringEquals: allOf({ app: 'catalog' }) },
    },
  ],
});

/** Restorable to any moment of its last weeks. */
const ordersDb = dbInstance(ireland, {
  name: 'orders-db',
  tags: { backup: 'continuous' },
  retentionDays: 35,
  continuousPoint: true,
  multiAz: true,
});

/** The table that yesterday's restore test created from it. */
const ordersRestored = dbInstance(ireland, {
  name: 'awsbackup-restore-test-orders-db',
  tags: { 'awsbackup-restore-test': 'monthly' },
  retentionDays: 0,
  createdAt: daysAgo(1),
});

/** RDS instances in Ireland. */
export const databases: EstatePart = {
  plans: [prodInstances, catalogInstances],
  entries: [
    {
      resource: ordersDb,
      history: [{ plan: continuousPlan, since: 20 }],
      expect: 'backed-up',
      why: 'its continuous point was created 20 days ago and can restore what was there six minutes ago',
      restores: [
        { by: monthlyTests, day: 1, validation: 'SUCCESSFUL', deletion: 'DELETING', into: ordersRestored.arn },
      ],
    },
    {
      resource: dbInstance(ireland, { name: 'payments-db', tags: { backup: 'continuous' }, retentionDays: 0 }),
      history: [
        {
          plan: continuousPlan,
          since: 60,
          stopped: true,
          failing: { since: 9, state: 'FAILED', message: 'Automated backups are disabled for the DB instance.' },
        },
      ],
      expect: 'continuous-stopped',
      why: 'automated backups were switched off in RDS, so that its continuous point stopped',
    },
    {
      resource: dbInstance(ireland, { name: 'billing-prod' }),
      history: [{ plan: prodInstances, since: 300 }],
      expect: 'backed-up',
      why: 'it is selected by an asterisk in the middle of an ARN, and has a point from this morning',
    },
    {
      resource: dbInstance(ireland, { name: 'catalog-import', tags: { app: 'catalog' } }),
      history: [{ plan: catalogInstances, since: 100 }],
      expect: 'backed-up',
      why: 'db:* selects it, unlike the cluster with the same tag',
    },
    {
      resource: dbInstance(ireland, { name: 'reports-db', retentionDays: 7 }),
      expect: 'native-only',
      why: "no plan selects it; RDS's automated backups reach up to six minutes ago",
    },
    {
      resource: dbInstance(ireland, { name: 'legacy-db', engine: 'mysql', retentionDays: 0 }),
      expect: 'unprotected',
      why: 'no plan selects it, and its automated backups are off',
      and: {
        'replication-only': { expect: 'not-replicated', why: 'one zone, no replica' },
      },
    },
    {
      resource: ordersRestored,
      expect: 'restore-test-leftover',
      why: 'a restore test made it and has not cleaned it up yet',
    },
    {
      resource: dbInstance(ireland, { name: 'ledger-custom', engine: 'custom-oracle-ee' }),
      expect: 'rds-custom',
      why: 'AWS Backup does not reach RDS Custom',
    },
    {
      resource: dbInstance(ireland, { name: 'warehouse-edge', onOutpost: true }),
      expect: 'rds-on-outpost',
      why: 'AWS Backup does not reach RDS on an Outpost',
    },
  ],
};
