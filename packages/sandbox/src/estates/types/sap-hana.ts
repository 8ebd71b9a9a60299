import type { EstatePart } from '../builders/estate-of.js';
import { sapHanaDatabase } from '../builders/sap-hana.js';
import { production } from '../company.js';
import { COPIED, copiedPlan, DAILY, dailyPlan, expiring, failing } from './plans.js';

const { ireland, frankfurt } = production;

/** Databases of SAP HANA on EC2. */
export const sapHana: EstatePart = {
  entries: [
    {
      resource: sapHanaDatabase(ireland, { name: 'PRD', tags: COPIED }),
      history: [{ plan: copiedPlan, since: 60 }],
      expect: 'backed-up',
      why: 'a plan selects it, and its newest point is from this morning',
      and: {
        'cross-account-copy': { expect: 'copied', why: 'the copy of this morning is in the backup account' },
        'restore-test': { expect: 'not-testable', why: 'restore testing does not support SAP HANA' },
        'replication-only': { expect: 'not-replicated', why: 'its API reports no replication' },
      },
    },
    {
      resource: sapHanaDatabase(ireland, { name: 'QAS', tags: DAILY }),
      history: [{ plan: dailyPlan, since: 11, failing: failing(11) }],
      expect: 'never-backed-up',
      why: 'all jobs failed',
    },
    {
      resource: sapHanaDatabase(ireland, { name: 'BWP', tags: DAILY }),
      history: [{ plan: dailyPlan, since: 60, failing: expiring(5) }],
      expect: 'stale',
      why: 'no job has started for six days',
    },
    {
      resource: sapHanaDatabase(ireland, { name: 'SBX', application: 'sandbox' }),
      expect: 'unprotected',
      why: 'no plan selects it, and what SAP HANA backs up itself is not looked at',
    },
    {
      resource: sapHanaDatabase(frankfurt, { name: 'DEV', tags: DAILY }),
      expect: 'unprotected',
      why: 'a plan selects it by its tag, but SAP HANA is opted out in Frankfurt',
    },
  ],
};
