import { denied } from '../builders/denied.js';
import type { EstatePart } from '../builders/estate-of.js';
import { redshiftNamespace } from '../builders/redshift-serverless.js';
import { backup, production } from '../company.js';
import { DAILY, dailyPlan, expiring, failing } from './plans.js';

const { ireland, frankfurt } = production;

/** Namespaces of Redshift Serverless. */
export const redshiftServerless: EstatePart = {
  world: [denied(backup.ireland, { operation: 'redshift-serverless:ListRecoveryPoints', status: 400 })],
  entries: [
    {
      resource: redshiftNamespace(ireland, { name: 'dashboards', tags: DAILY }),
      history: [{ plan: dailyPlan, since: 60 }],
      expect: 'backed-up',
      why: 'a plan selects it, and its newest point is from this morning',
      and: {
        'cross-account-copy': { expect: 'aws-cannot-copy', why: 'AWS Backup copies no points of Redshift Serverless' },
        'restore-test': { expect: 'not-testable', why: 'restore testing does not support Redshift Serverless' },
        'replication-only': { expect: 'not-replicated', why: 'its API reports no replication' },
      },
    },
    {
      resource: redshiftNamespace(ireland, { name: 'experiments', tags: DAILY, points: [] }),
      history: [{ plan: dailyPlan, since: 20, failing: failing(20) }],
      expect: 'never-backed-up',
      why: 'all jobs failed, and it has no recovery points of its own',
    },
    {
      resource: redshiftNamespace(ireland, { name: 'forecasts', tags: DAILY, points: [] }),
      history: [{ plan: dailyPlan, since: 60, failing: expiring(5) }],
      expect: 'stale',
      why: 'no job has started for six days',
    },
    {
      resource: redshiftNamespace(ireland, { name: 'sandbox' }),
      expect: 'native-only',
      why: 'no plan selects it; Redshift Serverless made a recovery point half an hour ago',
    },
    {
      resource: redshiftNamespace(ireland, { name: 'halted', points: [] }),
      expect: 'native-stale',
      why: 'no plan selects it, and it reports no recovery point',
    },
    {
      resource: redshiftNamespace(frankfurt, { name: 'opted-out', tags: DAILY, points: [], snapshots: [3] }),
      expect: 'native-stale',
      why: 'it is opted out in Frankfurt; it reports no recovery point, and its snapshot was taken by hand',
    },
    {
      resource: redshiftNamespace(ireland, { name: 'leaving', status: 'DELETING', points: [] }),
      expect: 'being-deleted',
      why: 'it is being deleted',
    },
    {
      resource: redshiftNamespace(backup.ireland, { name: 'sealed', points: [] }),
      expect: 'evidence-incomplete',
      why: 'no plan selects it, and its recovery points may not be listed',
    },
  ],
};
