import type { EstatePart } from '../builders/estate-of.js';
import { dynamoDbTable } from '../builders/dynamodb.js';
import { hoursAgo } from '../builders/moment.js';
import { production } from '../company.js';
import { dailyPlan, tieredPlan } from './plans.js';

const { ireland } = production;

/** DynamoDB tables in Ireland: how old is the newest proof? */
export const tables: EstatePart = {
  entries: [
    {
      resource: dynamoDbTable(ireland, { name: 'orders', tags: { backup: 'tiered' } }),
      history: [{ plan: tieredPlan, since: 400 }],
      expect: 'backed-up',
      why: 'a year of points, here and in the backup account; the newest is seven hours old',
      and: {
        'retention-tiers': {
          expect: 'tiers-held',
          why: 'weekly and monthly points stand in for daily ones',
        },
        'cross-account-copy': { expect: 'copied', why: "this morning's copy lies in the backup account" },
      },
    },
    {
      resource: dynamoDbTable(ireland, { name: 'shipments', tags: { backup: 'daily' } }),
      history: [
        {
          plan: dailyPlan,
          since: 200,
          failing: { since: 4, state: 'EXPIRED', message: 'Backup job expired before it could be started.' },
        },
      ],
      expect: 'stale',
      why: 'the plan is daily, but no job has started in its window for five days',
    },
    {
      resource: dynamoDbTable(ireland, { name: 'vouchers', tags: { backup: 'daily' }, createdAt: hoursAgo(3) }),
      expect: 'awaiting-first-backup',
      why: 'it was created three hours ago, and the plan runs at 05:00',
    },
    {
      resource: dynamoDbTable(ireland, { name: 'invoices-2025' }),
      history: [{ plan: dailyPlan, since: 200, until: 12 }],
      expect: 'plan-gone',
      why: 'its tag was removed twelve days ago; what is left expires one point a day',
    },
    {
      resource: dynamoDbTable(ireland, { name: 'sessions', pitr: true }),
      expect: 'native-only',
      why: 'no plan selects it; point-in-time recovery is on',
    },
    {
      resource: dynamoDbTable(ireland, { name: 'carts' }),
      expect: 'unprotected',
      why: 'continuous backups are ENABLED, as on every table, but point-in-time recovery is not',
    },
    {
      resource: dynamoDbTable(ireland, { name: 'contracts', tags: { backup: 'tiered' } }),
      history: [{ plan: tieredPlan, since: 150, deleted: { since: 150, until: 0 } }],
      expect: 'backed-up',
      why: 'its points were deleted here; their copies in the backup account are its own',
      and: {
        'restore-test': { expect: 'tested', why: 'a copy was tested in the backup account' },
      },
    },
  ],
};
