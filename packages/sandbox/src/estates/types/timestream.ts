import type { EstatePart } from '../builders/estate-of.js';
import { daysAgo } from '../builders/moment.js';
import { inScope } from '../builders/resource.js';
import { timestreamTable } from '../builders/timestream.js';
import { backup, production } from '../company.js';
import { COPIED, copiedPlan, DAILY, dailyPlan, expiring, failing } from './plans.js';

const { ireland, frankfurt } = production;

/** AWS denies the service to accounts that never used it, as if they lacked a permission. */
const closedToTimestream = inScope(backup.frankfurt, {
  faults: [
    {
      operation: 'timestream:ListTables',
      code: 'AccessDeniedException',
      message:
        'Only existing Timestream for LiveAnalytics customers can access the service. Reach out to AWS support for more information.',
      status: 403,
    },
  ],
});

/** Tables of Timestream, which have no backups but those of AWS Backup. The backup account is closed to Timestream. */
export const timestream: EstatePart = {
  world: [closedToTimestream],
  entries: [
    {
      resource: timestreamTable(ireland, { name: 'meters', tags: COPIED }),
      history: [{ plan: copiedPlan, since: 60 }],
      expect: 'backed-up',
      why: 'a plan selects it, and its newest point is from this morning',
      and: {
        'cross-account-copy': { expect: 'copied', why: 'the copy of this morning is in the backup account' },
        'restore-test': { expect: 'not-testable', why: 'restore testing does not support Timestream' },
        'replication-only': { expect: 'not-replicated', why: 'its API reports no replication' },
      },
    },
    {
      resource: timestreamTable(ireland, { name: 'sensors', tags: DAILY, createdAt: daysAgo(12) }),
      history: [{ plan: dailyPlan, since: 11, failing: failing(11) }],
      expect: 'never-backed-up',
      why: 'all jobs failed since it was created',
    },
    {
      resource: timestreamTable(ireland, { name: 'prices', tags: DAILY }),
      history: [{ plan: dailyPlan, since: 60, failing: expiring(5) }],
      expect: 'stale',
      why: 'no job has started for six days',
    },
    {
      resource: timestreamTable(ireland, { name: 'scratch' }),
      expect: 'unprotected',
      why: 'no plan selects it, and Timestream makes no backups itself',
    },
    {
      resource: timestreamTable(frankfurt, { name: 'opted-out', tags: DAILY }),
      expect: 'unprotected',
      why: 'a plan selects it by its tag, but Timestream is opted out in Frankfurt',
    },
    {
      resource: timestreamTable(ireland, { name: 'restoring', status: 'RESTORING' }),
      expect: 'being-created',
      why: 'it is being restored',
    },
    {
      resource: timestreamTable(ireland, { name: 'leaving', status: 'DELETING' }),
      expect: 'being-deleted',
      why: 'it is being deleted',
    },
  ],
};
