import { groupBy } from '../model/group-by.js';
import type { Instant } from '../model/instant.js';
import { compare } from '../model/order.js';
import { scopeKey } from '../model/scope.js';
import type { TestReach } from '../rule/found.js';
import { mayPickUnknown, mayTest, testingObstacle } from '../semantics/restore-testing-reach.js';
import { heldPoints } from '../semantics/usable-points.js';
import type { JoinedInventory } from './joined-inventory.js';

/** The resources of a partition, or of all, whose recovery points a restore-testing plan may restore. */
export type TestFound = Omit<TestReach, 'selections'> & { readonly planArn: string };

/** Works out which restore-testing plans can pick recovery points of a partition, those of gone resources included. */
export function testReaches({ inventory }: JoinedInventory, now: Instant): readonly TestFound[] {
  const { restoreTestingPlans: plans, restoreTestingSelections: selections, recoveryPoints } = inventory;
  if (plans.length === 0) return [];
  const held = heldPoints(inventory.legalHolds);
  const selectionsOf = groupBy(selections, ({ scope, planName }) => `${scopeKey(scope)} ${planName}`);
  const withSelections = plans.map((plan) => ({
    plan,
    own: selectionsOf.get(`${scopeKey(plan.scope)} ${plan.name}`) ?? [],
  }));
  const found = new Map<string, TestFound>();
  for (const arn of recoveryPoints.resourceArns()) {
    const points = recoveryPoints.of(arn);
    if (points.count === 0) continue;
    const resource = { arn, type: points.at(0).resourceType };
    for (const { plan, own } of withSelections) {
      const before = found.get(plan.arn) ?? { planArn: plan.arn, named: 0, able: false, doubtful: 0, obstacles: {} };
      if (before.able || !own.some((selection) => mayTest(selection, resource))) continue;
      const obstacle = testingObstacle(plan, points, now, held);
      found.set(
        plan.arn,
        merge(before, {
          planArn: plan.arn,
          named: 1,
          able: obstacle === undefined,
          doubtful: obstacle !== undefined && mayPickUnknown(plan, points, now, held) ? 1 : 0,
          obstacles: obstacle === undefined ? {} : { [obstacle]: 1 },
        }),
      );
    }
  }
  return [...found.values()];
}

/** Once a plan is known to be able, how many more resources it could test does not matter. */
function merge(a: TestFound, b: TestFound): TestFound {
  if (a.able || b.able) return { planArn: a.planArn, named: 1, able: true, doubtful: 0, obstacles: {} };
  const obstacles = { ...a.obstacles };
  for (const [obstacle, count] of entriesOf(b.obstacles)) obstacles[obstacle] = (obstacles[obstacle] ?? 0) + count;
  return { planArn: a.planArn, named: a.named + b.named, able: false, doubtful: a.doubtful + b.doubtful, obstacles };
}

type Obstacle = keyof TestReach['obstacles'];

function entriesOf(obstacles: TestReach['obstacles']): readonly (readonly [Obstacle, number])[] {
  return OBSTACLES.flatMap((obstacle) => {
    const count = obstacles[obstacle];
    return count === undefined ? [] : [[obstacle, count] as const];
  });
}

const OBSTACLES: readonly Obstacle[] = ['no-eligible-point', 'vaults', 'point-types', 'window'];

/** Merges what is found of restore-testing plans. */
export function mergeTestReaches(found: readonly TestFound[]): readonly TestFound[] {
  return [...groupBy(found, ({ planArn }) => planArn).values()]
    .flatMap(([first, ...others]) => (first === undefined ? [] : [others.reduce(merge, first)]))
    .sort((a, b) => compare(a.planArn, b.planArn));
}
