import type { Entry } from '../builders/entry.js';
import { anyOf, daily, monthly, plan, weekly } from '../builders/plan.js';
import { restoreTestingPlan, TESTABLE_TYPES } from '../builders/restore-testing-plan.js';
import { production } from '../company.js';
import { copyVault, productionVault } from './vaults.js';

const { ireland } = production;

/** Selected by the plan that keeps every tier and copies it. */
export const GOLD = { backup: 'gold' };

/** Selected by the plan that keeps daily points for five weeks. */
export const DAILY = { backup: 'daily' };

/** Every day, week and month, each copied to the backup account. */
export const goldPlan = plan(ireland, {
  name: 'gold',
  rules: [
    daily(35, productionVault, { copyTo: copyVault }),
    weekly(90, productionVault, { copyTo: copyVault }),
    monthly(365, productionVault, { copyTo: copyVault }),
  ],
  selections: [{ SelectionName: 'tagged-gold', ListOfTags: anyOf(GOLD) }],
});

/** Every day, kept five weeks. */
export const dailyPlan = plan(ireland, {
  name: 'daily',
  rules: [daily(35, productionVault)],
  selections: [{ SelectionName: 'tagged-daily', ListOfTags: anyOf(DAILY) }],
});

/** Ran ten days ago, and tested all that it could. */
export const tests = restoreTestingPlan(ireland, { name: 'thorough', day: 10, types: TESTABLE_TYPES });

/** A year and more of the gold plan. */
export const goldHistory = { plan: goldPlan, since: 400 };

/** The other rules on what the gold plan has looked after for more than a year. */
export const goldSays: Entry['and'] & object = {
  'retention-tiers': { expect: 'tiers-held', why: 'there is more than a year of daily, weekly and monthly points' },
  'cross-account-copy': { expect: 'copied', why: "this morning's copy is in the backup account" },
  'restore-test': { expect: 'tested', why: 'a restore-testing plan restored it ten days ago' },
};

/** The other rules on what has no backups at all and is too old for anything to be awaited. */
export const nothingSays: Entry['and'] & object = {
  'retention-tiers': { expect: 'no-points', why: 'it has no points, and no plan selects it' },
  'cross-account-copy': { expect: 'no-copy-action', why: 'no plan selects it' },
  'restore-test': { expect: 'nothing-to-restore', why: 'CloudTrail shows no restore of it, and it has no points' },
};

/** The other rules on what passes through a resource that the gold plan looks after. */
export function throughGold(via: string): Entry['and'] & object {
  const claim = { expect: 'covered-by', why: `all that is asked of it is true of ${via}` } as const;
  return { 'retention-tiers': claim, 'cross-account-copy': claim, 'restore-test': claim };
}
