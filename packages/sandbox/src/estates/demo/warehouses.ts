import type { EstatePart } from '../builders/estate-of.js';
import { redshiftCluster } from '../builders/redshift.js';
import { redshiftNamespace } from '../builders/redshift-serverless.js';
import { production } from '../company.js';
import { dailyPlan } from './plans.js';

const { ireland } = production;

/** Data warehouses of Redshift, provisioned and serverless. */
export const warehouses: EstatePart = {
  entries: [
    {
      resource: redshiftCluster(ireland, { name: 'warehouse', tags: { backup: 'daily' } }),
      history: [{ plan: dailyPlan, since: 60 }],
      expect: 'backed-up',
      why: 'a provisioned cluster of Redshift, with a point from this morning',
      and: {
        'cross-account-copy': { expect: 'aws-cannot-copy', why: 'AWS Backup copies no points of Redshift' },
        'restore-test': { expect: 'not-testable', why: 'restore testing does not support Redshift' },
      },
    },
    {
      resource: redshiftNamespace(ireland, { name: 'dashboards' }),
      expect: 'native-only',
      why: 'no plan selects it; Redshift Serverless made a recovery point half an hour ago',
      and: {
        'cross-account-copy': { expect: 'aws-cannot-copy', why: 'AWS Backup copies no points of Redshift Serverless' },
      },
    },
  ],
};
