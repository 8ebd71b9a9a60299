import { eksCluster } from '../builders/eks.js';
import type { EstatePart } from '../builders/estate-of.js';
import { daysAgo, hoursAgo } from '../builders/moment.js';
import { production } from '../company.js';
import { COPIED, copiedPlan, DAILY, dailyPlan, expiring, failing } from './plans.js';

const { ireland, frankfurt } = production;

/** Clusters of EKS, which have no backups but those of AWS Backup. */
export const eks: EstatePart = {
  entries: [
    {
      resource: eksCluster(ireland, { name: 'shop', tags: COPIED }),
      history: [{ plan: copiedPlan, since: 60 }],
      expect: 'backed-up',
      why: 'a plan selects it, and its newest composite point is from this morning',
      and: {
        'cross-account-copy': { expect: 'copied', why: 'the copy of this morning is in the backup account' },
        'restore-test': { expect: 'not-testable', why: 'restore testing does not support EKS' },
        'replication-only': { expect: 'not-replicated', why: 'its API reports no replication' },
      },
    },
    {
      resource: eksCluster(ireland, { name: 'payments', tags: DAILY, createdAt: daysAgo(12) }),
      history: [{ plan: dailyPlan, since: 11, failing: failing(11) }],
      expect: 'never-backed-up',
      why: 'all jobs failed since it was created',
    },
    {
      resource: eksCluster(ireland, { name: 'search', tags: DAILY }),
      history: [{ plan: dailyPlan, since: 60, failing: expiring(5) }],
      expect: 'stale',
      why: 'no job has started for six days',
    },
    {
      resource: eksCluster(ireland, { name: 'half-done', tags: DAILY }),
      history: [{ plan: dailyPlan, since: 2, statuses: { 2: 'PARTIAL', 1: 'PARTIAL', 0: 'PARTIAL' } }],
      expect: 'no-usable-point',
      why: 'of each composite point, some part is missing',
    },
    {
      resource: eksCluster(ireland, { name: 'experiments' }),
      expect: 'unprotected',
      why: 'no plan selects it, and EKS makes no backups itself',
    },
    {
      resource: eksCluster(frankfurt, { name: 'opted-out', tags: DAILY }),
      expect: 'unprotected',
      why: 'a plan selects it by its tag, but EKS is opted out in Frankfurt',
    },
    {
      resource: eksCluster(ireland, { name: 'broken', status: 'FAILED' }),
      expect: 'unprotected',
      why: 'EKS reports it as failed, and there is nothing to restore from',
    },
    {
      resource: eksCluster(ireland, { name: 'newborn', status: 'CREATING', createdAt: hoursAgo(0.2) }),
      expect: 'being-created',
      why: 'it is being created',
    },
  ],
};
