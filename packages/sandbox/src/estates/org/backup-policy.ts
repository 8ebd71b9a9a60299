import type { Scope } from '@backproof/core';
import type { EstatePart } from '../builders/estate-of.js';
import { anyOf, daily, monthly, plan, weekly, type PlanRule } from '../builders/plan.js';
import { restoreTestingPlan } from '../builders/restore-testing-plan.js';
import { vault } from '../builders/vault.js';
import { backup, finance, research, shop } from './accounts.js';

/** Receives the copies of all accounts. */
const centralVault = vault(backup, 'central');

/** Tests the copies, in the account that they are kept in. */
export const centralTests = restoreTestingPlan(backup, { name: 'central', day: 10, types: ['DynamoDB', 'EFS'] });

/** The backup policy of the organization as an account shows it: a plan that the account cannot change. */
function policyIn(scope: Scope) {
  const home = vault(scope, 'organization');
  const tiers = [daily(35, home), weekly(90, home), monthly(365, home)];
  const policy = plan(scope, {
    name: 'organization',
    id: 'orgs/1c5a7e02-6d0f-3b7e-9f55-0d6f3a1f4c2b',
    rules: tiers.map((rule): PlanRule => ({ ...rule, copyTo: centralVault })),
    selections: [{ SelectionName: 'organization', ListOfTags: anyOf({ backup: 'organization' }) }],
  });
  return { vault: home, plan: policy };
}

export const inShop = policyIn(shop);
export const inFinance = policyIn(finance);
export const inResearch = policyIn(research);

/** The backups of the organization for all of its accounts. */
export const backupPolicy: EstatePart = {
  vaults: [centralVault, ...[inShop, inFinance, inResearch].map((policy) => policy.vault)],
  plans: [inShop, inFinance, inResearch].map((policy) => policy.plan),
  testPlans: [centralTests],
};
