import { dayOn, noonOf, type Day } from '../builders/moment.js';
import { anyOf, daily, plan } from '../builders/plan.js';
import { restoreTestingPlan, type EstateTestPlan } from '../builders/restore-testing-plan.js';
import { vault } from '../builders/vault.js';
import { backup, production } from '../company.js';

const { ireland } = production;

const productionVault = vault(ireland, 'production');
const copyVault = vault(backup.ireland, 'production-copies');

export const vaults = [productionVault, copyVault];

/** The selection of the daily plan. */
export const DAILY = { backup: 'daily' } as const;

/** Every day, kept five weeks here and in the backup account. */
export const dailyPlan = plan(ireland, {
  name: 'production-daily',
  rules: [daily(35, productionVault, { copyTo: copyVault })],
  selections: [{ SelectionName: 'tagged-daily', ListOfTags: anyOf(DAILY) }],
});

/** The day of its first run: long enough before the story for five weeks of points to be there. */
export const PLANNED: Day = '2026-05-20';

/** The days on which restores are tested. */
const TEST_DAYS = ['2026-06-10', '2026-07-10', '2026-08-10', '2026-09-10'] as const satisfies readonly Day[];

/** The restore-testing plan as it stands at a moment. */
export function testsAt(now: number): EstateTestPlan {
  return testsOf(TEST_DAYS.findLast((day) => noonOf(day) <= now) ?? TEST_DAYS[0]);
}

function testsOf(day: Day): EstateTestPlan {
  return restoreTestingPlan(ireland, { name: 'monthly', day: dayOn(day), types: ['DynamoDB', 'EFS'] });
}

/** A test of the monthly plan that succeeded. */
export function tested(day: (typeof TEST_DAYS)[number]) {
  return { by: testsOf(day), day: dayOn(day), validation: 'SUCCESSFUL' } as const;
}

/** A test of the monthly plan that did not. */
export function failedTest(day: (typeof TEST_DAYS)[number], failure: string) {
  return { by: testsOf(day), day: dayOn(day), failure } as const;
}

/** The work of the monthly plan for most resources. */
export const testedMonthly = TEST_DAYS.map(tested);
