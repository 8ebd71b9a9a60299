import type { EstatePart } from '../builders/estate-of.js';
import { dynamoDbTable } from '../builders/dynamodb.js';
import { efsFileSystem } from '../builders/efs.js';
import { allOf, anyOf, daily, plan, weekly } from '../builders/plan.js';
import { production } from '../company.js';
import { dailyPlan } from './plans.js';
import { productionVault } from './vaults.js';

const { ireland } = production;

const someTag = plan(ireland, {
  name: 'some-tag',
  rules: [daily(35, productionVault)],
  selections: [{ SelectionName: 'either', ListOfTags: anyOf({ team: 'finance', tier: 'gold' }) }],
});

const everyTag = plan(ireland, {
  name: 'every-tag',
  rules: [daily(35, productionVault)],
  selections: [
    { SelectionName: 'both', Conditions: { StringEquals: allOf({ team: 'marketing', 'data-class': 'personal' }) } },
  ],
});

const environments = plan(ireland, {
  name: 'environments',
  rules: [daily(35, productionVault)],
  selections: [
    { SelectionName: 'bare-key', ListOfTags: anyOf({ Environment: 'Production' }) },
    { SelectionName: 'prefixed-key', ListOfTags: anyOf({ 'aws:ResourceTag/Environment': 'Staging' }) },
  ],
});

const financeWeekly = plan(ireland, {
  name: 'finance-weekly',
  rules: [weekly(90, productionVault)],
  selections: [{ SelectionName: 'audited', ListOfTags: anyOf({ audited: 'yes' }) }],
});

const organization = plan(ireland, {
  name: 'organization-policy',
  id: 'orgs/9f0f9e50-baa3-3ed9-bfc9-9ae4c0b1a1a7',
  rules: [daily(35, productionVault)],
  selections: [{ SelectionName: 'org-backup', ListOfTags: anyOf({ 'org-backup': 'yes' }) }],
});

/** Which tags select a resource? */
export const assignmentByTag: EstatePart = {
  plans: [someTag, everyTag, environments, financeWeekly, organization],
  entries: [
    {
      resource: dynamoDbTable(ireland, { name: 'journal', tags: { team: 'finance', tier: 'bronze' } }),
      history: [{ plan: someTag, since: 100 }],
      expect: 'backed-up',
      why: 'one of the two tags of ListOfTags is enough',
    },
    {
      resource: dynamoDbTable(ireland, { name: 'campaigns', tags: { team: 'marketing' } }),
      expect: 'unprotected',
      why: 'it has one of two tags, and Conditions ask for both',
    },
    {
      resource: dynamoDbTable(ireland, { name: 'coupons', tags: { Environment: 'production' } }),
      expect: 'unprotected',
      why: 'its tag says production, the selection says Production: case counts',
    },
    {
      resource: dynamoDbTable(ireland, { name: 'customers', tags: { Environment: 'Production' } }),
      history: [{ plan: environments, since: 100 }],
      expect: 'backed-up',
      why: 'ListOfTags names the bare key',
    },
    {
      resource: dynamoDbTable(ireland, { name: 'customers-staging', tags: { Environment: 'Staging' } }),
      history: [{ plan: environments, since: 100 }],
      expect: 'backed-up',
      why: 'ListOfTags names the key with the prefix aws:ResourceTag/',
    },
    {
      resource: efsFileSystem(ireland, { name: 'closing-books', tags: { backup: 'daily', audited: 'yes' } }),
      history: [
        { plan: dailyPlan, since: 100 },
        { plan: financeWeekly, since: 200 },
      ],
      expect: 'backed-up',
      why: 'two plans select it, and both have made points',
    },
    {
      resource: efsFileSystem(ireland, { name: 'policies', tags: { 'org-backup': 'yes' } }),
      history: [{ plan: organization, since: 100 }],
      expect: 'backed-up',
      why: "the organization's opt-in cannot be seen from here, but its plan makes points",
    },
  ],
};
