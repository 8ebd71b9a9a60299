import { anyOf, daily, plan } from '../builders/plan.js';
import { vault } from '../builders/vault.js';
import { backup, production } from '../company.js';

const vaultHere = vault(production.ireland, 'production');
const vaultThere = vault(production.frankfurt, 'production');
const copies = vault(backup.ireland, 'copies');

export const vaults = [vaultHere, vaultThere, copies];

/** The tag that the daily plans select by. */
export const DAILY = { backup: 'daily' } as const;

/** The tag that the plan with copies selects by. */
export const COPIED = { backup: 'copied' } as const;

/** Every day, kept five weeks. */
export const dailyPlan = plan(production.ireland, {
  name: 'daily',
  rules: [daily(35, vaultHere)],
  selections: [{ SelectionName: 'tagged-daily', ListOfTags: anyOf(DAILY) }],
});

/** Every day, kept five weeks and copied to the backup account. */
export const copiedPlan = plan(production.ireland, {
  name: 'copied',
  rules: [daily(35, vaultHere, { copyTo: copies })],
  selections: [{ SelectionName: 'tagged-copied', ListOfTags: anyOf(COPIED) }],
});

/** Selects the same in a Region in which types are opted out. */
export const dailyInFrankfurt = plan(production.frankfurt, {
  name: 'daily',
  rules: [daily(35, vaultThere)],
  selections: [{ SelectionName: 'tagged-daily', ListOfTags: anyOf(DAILY) }],
});

/** The jobs of a plan that were given up since a day, counted back from now. */
export function expiring(since: number) {
  return { since, state: 'EXPIRED' as const, message: 'Backup job expired before it could be started.' };
}

/** The jobs of a plan that failed since a day for want of a permission. */
export function failing(since: number) {
  return {
    since,
    state: 'FAILED' as const,
    message:
      'Your backup job failed as AWS Backup does not have permission to describe resource. Please review your IAM policies.',
  };
}
