import { dynamoDbTable } from '../builders/dynamodb.js';
import { ebsVolume } from '../builders/ebs.js';
import { dayOn } from '../builders/moment.js';
import { dbInstance } from '../builders/rds.js';
import { turn, type Story } from '../builders/story.js';
import { production } from '../company.js';
import { allWell, BEFORE } from './good-turns.js';
import { DAILY, dailyPlan, failedTest, PLANNED, tested } from './plans.js';

const { ireland } = production;

const history = [{ plan: dailyPlan, since: dayOn(PLANNED) }];

const ROLE_LACKS = 'The restore role may not call dynamodb:RestoreTableFromAwsBackup';

/** Its tests fail each month, and count for as long as the last good one is young enough. */
const contracts: Story = {
  resource: [{ from: BEFORE, is: dynamoDbTable(ireland, { name: 'contracts', tags: DAILY }) }],
  history,
  restores: [
    tested('2026-06-10'),
    failedTest('2026-07-10', ROLE_LACKS),
    failedTest('2026-08-10', ROLE_LACKS),
    failedTest('2026-09-10', ROLE_LACKS),
    { day: dayOn('2026-09-17') },
  ],
  rules: {
    ...allWell,
    'restore-test': [
      turn(BEFORE, 'tested', 'it was restored on 10 June'),
      turn('2026-09-09', 'test-failed', 'that is more than 90 days ago, and the tests since have failed'),
      turn('2026-09-18', 'restored-manually', 'the role was fixed, and it was restored on demand'),
    ],
  },
};

/** Tested only on demand, and once too late. */
const accounts: Story = {
  resource: [{ from: BEFORE, is: dbInstance(ireland, { name: 'accounts-db', tags: DAILY, retentionDays: 0 }) }],
  history,
  restores: [{ day: dayOn('2026-06-20') }, { day: dayOn('2026-09-24') }],
  rules: {
    ...allWell,
    'restore-test': [
      turn(BEFORE, 'restored-manually', 'somebody restored it on 20 June'),
      turn('2026-09-19', 'overdue', 'that is more than 90 days ago'),
      turn('2026-09-25', 'restored-manually', 'somebody restored it on 24 September'),
    ],
  },
};

/** It was never restored, which CloudTrail shows, and in time the ledger too. */
const archive: Story = {
  resource: [{ from: BEFORE, is: ebsVolume(ireland, { name: 'archive', tags: DAILY }) }],
  history,
  restores: [],
  rules: {
    ...allWell,
    'restore-test': [
      turn(BEFORE, 'never-restored', 'CloudTrail shows no restore of it in 90 days'),
      turn('2026-09-03', 'never-tested', 'all restores of the last 90 days are known, and it is in none'),
    ],
  },
};

/** Resources with missing or late restore tests. */
export const untested: readonly Story[] = [contracts, accounts, archive];
