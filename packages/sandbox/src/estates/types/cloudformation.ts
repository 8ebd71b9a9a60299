import { stack } from '../builders/cloudformation.js';
import type { EstatePart } from '../builders/estate-of.js';
import { hoursAgo } from '../builders/moment.js';
import { production } from '../company.js';
import { DAILY, dailyPlan, expiring } from './plans.js';

const { ireland, frankfurt } = production;

const shop = stack(ireland, { name: 'shop', tags: DAILY });

/** Stacks of CloudFormation: only those that a plan selects are judged. */
export const cloudformation: EstatePart = {
  entries: [
    {
      resource: shop,
      history: [{ plan: dailyPlan, since: 60 }],
      expect: 'backed-up',
      why: 'a plan selects it, and its newest composite point is from this morning',
      and: {
        'restore-test': { expect: 'not-testable', why: 'restore testing does not support CloudFormation' },
        'replication-only': { expect: 'not-replicated', why: 'a stack is not replicated' },
      },
    },
    {
      resource: stack(ireland, { name: 'shop-network', tags: DAILY, parent: shop }),
      expect: 'not-in-a-plan',
      why: 'AWS Backup backs it up with the stack that it is part of, not by itself',
    },
    {
      resource: stack(ireland, { name: 'billing', tags: DAILY, status: 'UPDATE_ROLLBACK_FAILED' }),
      history: [{ plan: dailyPlan, since: 60, failing: expiring(5) }],
      expect: 'stale',
      why: 'its update failed, and no job has started for six days',
    },
    {
      resource: stack(ireland, { name: 'logging' }),
      expect: 'not-in-a-plan',
      why: 'no plan selects it, and what is in it is judged by itself',
    },
    {
      resource: stack(frankfurt, { name: 'opted-out', tags: DAILY }),
      expect: 'not-in-a-plan',
      why: 'CloudFormation is opted out in Frankfurt, so the plan does not select it',
    },
    {
      resource: stack(ireland, {
        name: 'newborn',
        tags: DAILY,
        status: 'CREATE_IN_PROGRESS',
        createdAt: hoursAgo(0.2),
      }),
      expect: 'being-created',
      why: 'it is being created',
    },
  ],
};
