import { dynamoDbTable } from '../builders/dynamodb.js';
import type { Entry } from '../builders/entry.js';
import { estateOf } from '../builders/estate-of.js';
import { daily, plan } from '../builders/plan.js';
import { regionSettings } from '../builders/region-settings.js';
import { restoreTestingPlan } from '../builders/restore-testing-plan.js';
import { vault } from '../builders/vault.js';
import { production } from '../company.js';

const { ireland } = production;

const archiveVault = vault(ireland, 'archive');

const archivePlan = plan(ireland, {
  name: 'archive',
  rules: [daily(35, archiveVault)],
  selections: [{ SelectionName: 'tables', Resources: ['arn:aws:dynamodb:*:*:table/*'] }],
});

/** It ran last 60 days ago. */
const tests = restoreTestingPlan(ireland, { name: 'occasional', day: 60, types: ['DynamoDB'] });

const table = (name: string) =>
  ({
    resource: dynamoDbTable(ireland, { name }),
    history: [{ plan: archivePlan, since: 400 }],
    expect: 'backed-up',
    why: 'its newest point is from this morning',
  }) satisfies Entry;

const entries: readonly Entry[] = [
  {
    ...table('deeds'),
    restores: [{ by: tests, day: 60, validation: 'SUCCESSFUL' }],
    and: {
      'restore-test': { expect: 'tested', why: 'an earlier scan saw its test of 60 days ago' },
    },
  },
  {
    ...table('leases'),
    restores: [{ by: tests, day: 100, validation: 'SUCCESSFUL' }],
    and: {
      'restore-test': {
        expect: 'overdue',
        why: 'its last test is of 100 days ago, and earlier scans knew all jobs since',
      },
    },
  },
];

/** An account that was scanned every four weeks, so that its restores are known for longer than AWS remembers them. */
export const remembered = estateOf({
  name: 'remembered',
  title: 'Restore tests that only earlier scans recorded, because AWS no longer lists them',
  accounts: [{ id: ireland.accountId, name: 'production' }],
  regions: [ireland.region],
  parts: [
    { vaults: [archiveVault], plans: [archivePlan], testPlans: [tests], world: [regionSettings(ireland)], entries },
  ],
  scannedOn: [84, 56, 28],
});
