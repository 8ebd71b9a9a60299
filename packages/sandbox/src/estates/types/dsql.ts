import { dsqlCluster } from '../builders/dsql.js';
import type { EstatePart } from '../builders/estate-of.js';
import { daysAgo, hoursAgo } from '../builders/moment.js';
import { production } from '../company.js';
import { COPIED, copiedPlan, DAILY, dailyPlan, expiring, failing } from './plans.js';

const { ireland, frankfurt } = production;

/** Clusters of Aurora DSQL, which have no backups but those of AWS Backup. */
export const dsql: EstatePart = {
  entries: [
    {
      resource: dsqlCluster(ireland, { name: 'accounts', tags: COPIED }),
      history: [{ plan: copiedPlan, since: 60 }],
      expect: 'backed-up',
      why: 'a plan selects it, and its newest point is from this morning',
      and: {
        'cross-account-copy': { expect: 'copied', why: 'the copy of this morning is in the backup account' },
        'restore-test': { expect: 'not-testable', why: 'restore testing does not support Aurora DSQL' },
        'replication-only': { expect: 'not-replicated', why: 'it is in one Region' },
      },
    },
    {
      resource: dsqlCluster(ireland, { name: 'orders', tags: DAILY, createdAt: daysAgo(12) }),
      history: [{ plan: dailyPlan, since: 11, failing: failing(11) }],
      expect: 'never-backed-up',
      why: 'all jobs failed since it was created',
    },
    {
      resource: dsqlCluster(ireland, { name: 'carts', tags: DAILY }),
      history: [{ plan: dailyPlan, since: 60, failing: expiring(5) }],
      expect: 'stale',
      why: 'no job has started for six days',
    },
    {
      resource: dsqlCluster(ireland, { name: 'idle', status: 'IDLE' }),
      expect: 'unprotected',
      why: 'no plan selects it, and Aurora DSQL makes no backups itself',
    },
    {
      resource: dsqlCluster(frankfurt, { name: 'opted-out', tags: DAILY }),
      expect: 'unprotected',
      why: 'a plan selects it by its tag, but Aurora DSQL is opted out in Frankfurt',
    },
    {
      resource: dsqlCluster(ireland, { name: 'ledger', peer: frankfurt }),
      expect: 'unprotected',
      why: 'no plan selects it, and its other Region repeats what happens to it',
      and: {
        'replication-only': { expect: 'replication-only', why: 'both Regions hold the same, and nothing else does' },
      },
    },
    {
      resource: dsqlCluster(frankfurt, { name: 'ledger', peer: ireland }),
      expect: 'unprotected',
      why: 'no plan selects it, and its other Region repeats what happens to it',
      and: {
        'replication-only': { expect: 'replication-only', why: 'both Regions hold the same, and nothing else does' },
      },
    },
    {
      resource: dsqlCluster(ireland, { name: 'tickets', tags: DAILY, peer: frankfurt }),
      history: [{ plan: dailyPlan, since: 60 }],
      expect: 'backed-up',
      why: 'a plan selects it, and its newest point is from this morning',
    },
    {
      resource: dsqlCluster(frankfurt, { name: 'tickets', peer: ireland }),
      expect: 'covered-by',
      why: 'no plan selects it, and its other Region, which holds the same, is backed up',
    },
    {
      resource: dsqlCluster(ireland, { name: 'broken', status: 'FAILED' }),
      expect: 'unprotected',
      why: 'Aurora DSQL reports it as failed, and there is nothing to restore from',
    },
    {
      resource: dsqlCluster(ireland, { name: 'newborn', status: 'PENDING_SETUP', createdAt: hoursAgo(0.2) }),
      expect: 'being-created',
      why: 'it is being created',
    },
  ],
};
