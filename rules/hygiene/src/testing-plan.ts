import { count } from '@backproof/core';
import type { RestoreTestingPlan, TestingObstacle, Verdict } from '@backproof/core';
import type { PlanContext } from './context.js';

/** The reasons why a recovery point is not picked, as clauses about all of them. */
const OBSTACLES: Readonly<Record<TestingObstacle, string>> = {
  'no-eligible-point': 'no usable recovery point',
  vaults: 'no recovery point in the vaults of the plan',
  'point-types': 'no recovery point of the types of the plan',
  window: 'no recovery point in the selection window of the plan',
};

/** Judges a restore-testing plan: is there any recovery point that it can pick? */
export function judgeTestingPlan({ dossier, pass, fail, unknown }: PlanContext, { name }: RestoreTestingPlan): Verdict {
  const { selections, named, able, doubtful, obstacles } = dossier.testReach;
  if (able) return pass('test-plan-works', { name });
  if (dossier.unread.includes('testReach')) return unknown('test-reach-unknown', { name });
  if (selections === 0) return fail('tests-without-selections', { name });
  if (named === 0) return fail('tests-nothing', { name, selections: count(selections, 'selection') });
  if (doubtful > 0) return unknown('test-points-unknown', { name, resources: count(doubtful, 'resource') });
  const reasons = Object.entries(OBSTACLES).flatMap(([id, words]) => {
    const resources = Object.entries(obstacles).find(([each]) => each === id)?.[1];
    return resources === undefined ? [] : [`${count(resources, 'resource')} with ${words}`];
  });
  return fail('tests-no-point', { name, resources: count(named, 'resource'), reasons: reasons.join(', ') });
}
