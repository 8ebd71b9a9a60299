import { stack } from '../builders/cloudformation.js';
import { dsqlCluster } from '../builders/dsql.js';
import { eksCluster } from '../builders/eks.js';
import type { EstatePart } from '../builders/estate-of.js';
import { sapHanaDatabase } from '../builders/sap-hana.js';
import { timestreamTable } from '../builders/timestream.js';
import { virtualMachine } from '../builders/virtual-machine.js';
import { production } from '../company.js';
import { dailyPlan, tieredPlan } from './plans.js';

const { ireland } = production;

/** One resource of each of the rarer types. The estate `types` has them in all their states. */
export const platforms: EstatePart = {
  entries: [
    {
      resource: eksCluster(ireland, { name: 'platform', tags: { backup: 'daily' } }),
      history: [{ plan: dailyPlan, since: 60 }],
      expect: 'backed-up',
      why: 'a cluster of EKS, with a composite point from this morning',
      and: { 'restore-test': { expect: 'not-testable', why: 'restore testing does not support EKS' } },
    },
    {
      resource: timestreamTable(ireland, { name: 'meters' }),
      expect: 'unprotected',
      why: 'no plan selects it, and Timestream makes no backups itself',
    },
    {
      resource: dsqlCluster(ireland, { name: 'accounts', tags: { backup: 'tiered' } }),
      history: [{ plan: tieredPlan, since: 400 }],
      expect: 'backed-up',
      why: 'a year of points, here and in the backup account',
      and: {
        'retention-tiers': { expect: 'tiers-held', why: 'weekly and monthly points stand in for daily ones' },
        'cross-account-copy': { expect: 'copied', why: "this morning's copy lies in the backup account" },
      },
    },
    {
      resource: virtualMachine(ireland, { name: 'files', tags: { backup: 'daily' } }),
      history: [{ plan: dailyPlan, since: 60 }],
      expect: 'backed-up',
      why: 'a plan selects it by its tag, and its newest point is from this morning',
      and: { 'restore-test': { expect: 'not-testable', why: 'restore testing does not support virtual machines' } },
    },
    {
      resource: sapHanaDatabase(ireland, { name: 'PRD' }),
      expect: 'unprotected',
      why: 'no plan selects it, and what SAP HANA backs up itself is not looked at',
    },
    {
      resource: stack(ireland, { name: 'storefront', tags: { backup: 'tiered' } }),
      history: [{ plan: tieredPlan, since: 400 }],
      expect: 'backed-up',
      why: 'a plan selects the stack, and its composite point is from this morning',
      and: {
        'cross-account-copy': { expect: 'copied', why: "this morning's copy lies in the backup account" },
      },
    },
    {
      resource: stack(ireland, { name: 'logging' }),
      expect: 'not-in-a-plan',
      why: 'no plan selects the stack, and what is in it is judged by itself',
    },
  ],
};
