import { dynamoDbTable } from '../builders/dynamodb.js';
import { efsFileSystem } from '../builders/efs.js';
import { dayOn } from '../builders/moment.js';
import { turn, type Story } from '../builders/story.js';
import { production } from '../company.js';
import { allWell, BEFORE } from './good-turns.js';
import { DAILY, dailyPlan, PLANNED, testedMonthly } from './plans.js';

const { ireland } = production;

const customers: Story = {
  resource: [{ from: BEFORE, is: dynamoDbTable(ireland, { name: 'customers', tags: DAILY }) }],
  history: [{ plan: dailyPlan, since: dayOn(PLANNED) }],
  restores: testedMonthly,
  rules: allWell,
};

/** Backups fail for a week. */
const orders: Story = {
  resource: [{ from: BEFORE, is: dynamoDbTable(ireland, { name: 'orders', tags: DAILY }) }],
  history: [
    { plan: dailyPlan, since: dayOn(PLANNED), until: dayOn('2026-07-19') },
    {
      plan: dailyPlan,
      since: dayOn('2026-07-20'),
      until: dayOn('2026-07-26'),
      failing: {
        since: dayOn('2026-07-20'),
        state: 'FAILED',
        message: 'The maximum number of concurrent backups was reached.',
      },
    },
    { plan: dailyPlan, since: dayOn('2026-07-27') },
  ],
  restores: testedMonthly,
  rules: {
    ...allWell,
    'backup-coverage': [
      ...allWell['backup-coverage'],
      turn('2026-07-21', 'stale', 'its jobs have failed since the 20th'),
      turn('2026-07-27', 'backed-up', 'backups work again'),
    ],
    'retention-tiers': [
      ...allWell['retention-tiers'],
      turn('2026-07-21', 'job-failed', 'there is no point of the week in which its jobs failed'),
      turn('2026-08-09', 'tiers-held', 'that week is more than two weeks ago'),
    ],
    'cross-account-copy': [
      ...allWell['cross-account-copy'],
      turn('2026-07-26', 'stale', 'without a backup it has no copy, and the newest is a week old'),
      turn('2026-07-27', 'copied', 'what is backed up again is copied again'),
    ],
  },
};

/** Copies to the backup account are refused for two weeks. */
const invoices: Story = {
  resource: [{ from: BEFORE, is: efsFileSystem(ireland, { name: 'invoices', tags: DAILY }) }],
  history: [
    { plan: dailyPlan, since: dayOn(PLANNED), until: dayOn('2026-08-02') },
    {
      plan: dailyPlan,
      since: dayOn('2026-08-03'),
      until: dayOn('2026-08-18'),
      uncopied: { since: dayOn('2026-08-03'), message: 'Access Denied trying to call AWS Backup service' },
    },
    { plan: dailyPlan, since: dayOn('2026-08-19') },
  ],
  restores: testedMonthly,
  rules: {
    ...allWell,
    'cross-account-copy': [
      ...allWell['cross-account-copy'],
      turn(
        '2026-08-09',
        'copy-failing',
        'the vault of the backup account refuses copies, and the newest is a week old',
      ),
      turn('2026-08-19', 'copied', 'its access policy allows them again'),
    ],
  },
};

/** Resources without failures, and resources whose plans fail for some time. */
export const failures: readonly Story[] = [customers, orders, invoices];
