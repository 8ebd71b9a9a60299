import type { BackupPlan, BackupRule } from '../model/backup-plan.js';
import type { Instant } from '../model/instant.js';
import type { Inventory } from '../model/inventory.js';
import type { Resource } from '../model/resource.js';
import { sameScope } from '../model/scope.js';
import type { ExplainedSelection } from '../semantics/assignment.js';
import { capabilityOf } from '../semantics/capability.js';
import { obstacleOf, promiseOf } from '../semantics/promise.js';
import type { RuleDoubt, RulePromise } from '../semantics/promise.js';
import { promiseGrounds } from '../semantics/promise-problem.js';
import type { PromiseProblem } from '../semantics/promise-problem.js';
import type { DataKeyManager } from '../semantics/rule-destinations.js';
import { nextRunOf } from '../semantics/schedule-runs.js';

/** A rule of a backup plan, and when it runs next: never, if that is absent. */
export interface UpcomingRun {
  readonly plan: BackupPlan;
  readonly rule: BackupRule;
  readonly next?: Instant;
  /** The reason that the rule cannot produce recovery points, such as a vault that does not exist. */
  readonly problem?: PromiseProblem;
  /** The one fact that is not known, and may keep it from producing any. */
  readonly doubt?: RuleDoubt;
}

/**
 * The rules of the plans that assign a resource, each plan once, however many of its selections assign it. `keys`: those
 * behind its data.
 */
export function upcomingRuns(
  selections: readonly ExplainedSelection[],
  inventory: Inventory,
  resource: Resource,
  keys: readonly DataKeyManager[],
  now: Instant,
): readonly UpcomingRun[] {
  const assigned = selections.filter(({ explanation }) => explanation.assigned === 'yes');
  const capability = capabilityOf(
    resource,
    inventory.regionSettings.find(({ scope }) => sameScope(scope, resource)),
  );
  const grounds = { ...promiseGrounds(inventory, now), obstacle: obstacleOf(resource) };
  const promisesOf = (each: ExplainedSelection): readonly Omit<RulePromise, 'vaults'>[] =>
    capability.supported ? promiseOf(each, capability, grounds, keys).rules : each.plan.rules.map((rule) => ({ rule }));
  return [...new Map(assigned.map((each) => [each.plan, each])).values()].flatMap((each) =>
    promisesOf(each).map(({ rule, problem, doubt }) => {
      const next = nextRunOf(rule, now);
      return {
        plan: each.plan,
        rule,
        ...(next !== undefined && { next }),
        ...(problem && { problem }),
        ...(doubt && { doubt }),
      };
    }),
  );
}
