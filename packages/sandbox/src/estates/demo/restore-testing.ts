import type { Scope } from '@backproof/core';
import { restoreTestingPlan, TESTABLE_TYPES } from '../builders/restore-testing-plan.js';
import { backup, production } from '../company.js';

/** Ran yesterday: what it restored is still there. */
export const monthlyTests = restoreTestingPlan(production.ireland, { name: 'monthly', day: 1, types: ['EBS', 'RDS'] });

/** Ran ten days ago, and tested all that it could. */
const thorough = (scope: Scope) => restoreTestingPlan(scope, { name: 'thorough', day: 10, types: TESTABLE_TYPES });

export const thoroughTestsHere = thorough(production.ireland);

/** The same in every account and Region. */
export const thoroughTests = [
  thoroughTestsHere,
  ...[production.frankfurt, backup.ireland, backup.frankfurt].map(thorough),
];
