import { groupBy } from '../model/group-by.js';
import { DAY } from '../model/instant.js';
import type { Instant } from '../model/instant.js';
import type { Inventory } from '../model/inventory.js';
import type { Leftovers } from '../model/leftovers.js';
import { scopeKey } from '../model/scope.js';
import type { FoundByKind, OptedOut, PlanReach, TestReach } from '../rule/found.js';
import { scopeOf } from '../semantics/arn.js';
import type { Partition } from './cut-inventory.js';
import { homeScope } from './home-scope.js';
import type { JoinedInventory } from './joined-inventory.js';
import { mergeOptedOut, mergePlanReaches, optedOutOf, planReaches } from './plan-reach.js';
import type { PlanFound } from './plan-reach.js';
import type { ScopeSubject } from './subjects.js';
import { doubtfulJobs } from './leftovers.js';
import { mergeTestReaches, testReaches } from './test-reach.js';
import type { TestFound } from './test-reach.js';

/** The contribution of one partition to what is found of plans and accounts. Plain data. */
export interface Found {
  readonly plans: readonly PlanFound[];
  readonly tests: readonly TestFound[];
  readonly optedOut: readonly OptedOut[];
  /** The scopes, by their keys, of jobs in unknown states that are the last ones of resources that no rule judges. */
  readonly doubtfulJobs: readonly string[];
  /** The accounts and Regions of resources that are gone, by the keys of scopes; a bucket's ARN does not name them. */
  readonly homes: readonly { readonly arn: string; readonly scope: string }[];
}

/** Recovery points of a plan count as its work for so long: a monthly rule runs once in this time. */
const RECENT_MS = 31 * DAY;

/** Goes through the resources of a partition. */
export function foundIn(joined: JoinedInventory, own: Partition['own'], { gone }: Leftovers, now: Instant): Found {
  const { inventory } = joined;
  const jobsOf = groupBy(inventory.backupJobs, ({ resourceArn }) => resourceArn);
  const resources = inventory.resources.filter(({ arn }) => own.has(arn));
  return {
    plans: planReaches(joined, resources, now - RECENT_MS),
    tests: testReaches(joined, now),
    optedOut: optedOutOf(joined, resources),
    doubtfulJobs: doubtfulJobs(joined),
    homes: gone.flatMap(({ arn }) => {
      const home = homeScope(arn, inventory.recoveryPoints.of(arn), jobsOf.get(arn) ?? []);
      return home === undefined ? [] : [{ arn, scope: scopeKey(home) }];
    }),
  };
}

/** Merges the facts found in partitions, in whatever order they come. */
export function mergeFound(parts: readonly Found[]): Found {
  return {
    plans: mergePlanReaches(parts.flatMap(({ plans }) => plans)),
    tests: mergeTestReaches(parts.flatMap(({ tests }) => tests)),
    optedOut: mergeOptedOut(parts.flatMap(({ optedOut }) => optedOut)),
    doubtfulJobs: parts.flatMap((part) => part.doubtfulJobs),
    homes: parts.flatMap(({ homes }) => homes),
  };
}

const NO_TESTS: Omit<TestReach, 'selections'> = { named: 0, able: false, doubtful: 0, obstacles: {} };
const NO_PLAN: Omit<PlanReach, 'selections'> = { assigned: 0, doubtful: 0, unlisted: 0 };

/** Gives what is found about each vault, plan and account. */
export function foundFinder(
  { plans, tests, optedOut, doubtfulJobs: doubtful, homes }: Found,
  { gone, expired, keptTwice, failing }: Leftovers,
  { backupSelections, restoreTestingSelections }: Pick<Inventory, 'backupSelections' | 'restoreTestingSelections'>,
): (subject: ScopeSubject) => FoundByKind {
  const reaches = new Map(plans.map(({ planArn, ...reach }) => [planArn, reach]));
  const testReachOf = new Map(tests.map(({ planArn, ...reach }) => [planArn, reach]));
  const homeOf = new Map(homes.map(({ arn, scope }) => [arn, scope]));
  return ({ kind, value, ref }) => {
    const scope = scopeKey(ref);
    const isAccount = kind === 'account';
    const isHere = ({ arn }: { readonly arn: string }): boolean => {
      const home = scopeOf(arn);
      return isAccount && (home === undefined ? homeOf.get(arn) : scopeKey(home)) === scope;
    };
    const selections =
      kind !== 'plan'
        ? 0
        : 'rules' in value
          ? backupSelections.filter((each) => scopeKey(each.scope) === scope && each.planId === value.id).length
          : restoreTestingSelections.filter((each) => scopeKey(each.scope) === scope && each.planName === value.name)
              .length;
    return {
      planReach: { selections, ...(reaches.get(ref.arn) ?? NO_PLAN) },
      testReach: { selections, ...(testReachOf.get(ref.arn) ?? NO_TESTS) },
      optedOut: isAccount ? optedOut.filter((each) => scopeKey(each) === scope) : [],
      leftovers: {
        gone: gone.filter(isHere),
        expired: expired.filter(({ vaultArn }) => vaultArn === ref.arn),
        keptTwice: keptTwice.filter(isHere),
      },
      failingJobs: {
        failing: isAccount ? failing.filter((each) => scopeKey(each) === scope) : [],
        doubtful: isAccount ? doubtful.filter((each) => each === scope).length : 0,
      },
    };
  };
}
