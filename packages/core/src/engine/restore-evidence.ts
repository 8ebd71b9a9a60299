import { deepFreeze } from '../model/deep-freeze.js';
import { groupBy } from '../model/group-by.js';
import type { Inventory } from '../model/inventory.js';
import type { RestoreJob } from '../model/job.js';
import { hasNativeRestores, isNative, mayRestore } from '../model/native-restore.js';
import { gapsAboutAny } from '../model/population.js';
import type { Resource } from '../model/resource.js';
import type { RestoreTestingPlan } from '../model/restore-testing.js';
import { scopeKey } from '../model/scope.js';
import type { NativeRestores, RestoreHistory } from '../rule/evidence-kind.js';
import { mayTest } from '../semantics/restore-testing-reach.js';
import { intersectionOfSpans, spansBetween, unionOfSpans } from '../semantics/time-spans.js';
import { restoreScopes } from './copy-targets.js';
import { newestFirst } from './newest-first.js';

/**
 * Finds the times for which the restore jobs of a resource are known, in its scope and wherever its copies may be
 * tested. `jobs` are those of the inventory; what a job of AWS Backup without a source restored is not known, so its moment
 * does not count as known. Histories from CloudTrail count only `withEvents`.
 */
export function restoreHistories(
  inventory: Inventory,
  jobs: readonly RestoreJob[],
  withEvents = false,
): (resource: Resource) => RestoreHistory {
  const histories = groupBy(
    inventory.jobHistories.filter(
      ({ kind, origin }) => kind === 'restoreJobs' && (withEvents || origin !== 'cloudtrail'),
    ),
    ({ scope }) => scopeKey(scope),
  );
  const unattributed = groupBy(
    jobs.filter((job) => job.sourceResourceArn === undefined && !isNative(job)),
    ({ scope }) => scopeKey(scope),
  );
  const plansRead = new Set(
    inventory.populations
      .filter((population) => population.kind === 'backupPlans' && gapsAboutAny(population).length === 0)
      .map(({ scope }) => scopeKey(scope)),
  );
  const scopesOf = restoreScopes(inventory);
  return byScope((scope) => {
    const scopes = scopesOf(scope);
    const spans = scopes.flatMap((each) => [
      unionOfSpans(histories.get(each) ?? []),
      spansBetween((unattributed.get(each) ?? []).map(({ createdAt }) => createdAt)),
    ]);
    const known = plansRead.has(scope) ? spans.reduce(intersectionOfSpans) : [];
    return deepFreeze({ scopes, known });
  });
}

/**
 * Finds out whether restores without AWS Backup were searched for where a resource lies, and those that may be of it.
 */
export function nativeRestores(
  { populations }: Pick<Inventory, 'populations'>,
  jobs: readonly RestoreJob[],
): (resource: Resource) => NativeRestores {
  const searched = new Set(
    populations
      .filter(({ kind }) => kind === 'nativeRestores')
      .map(({ scope, of }) => `${scopeKey(scope)} ${of ?? ''}`),
  );
  const unmatched = groupBy(
    newestFirst(jobs.filter((job) => job.sourceResourceArn === undefined && isNative(job))),
    ({ scope }) => scopeKey(scope),
  );
  return (resource) => {
    const scope = scopeKey(resource);
    return deepFreeze({
      searched: hasNativeRestores(resource) && searched.has(`${scope} ${resource.type}`),
      unmatched: (unmatched.get(scope) ?? []).filter((job) => mayRestore(job, resource)),
    });
  };
}

/** Finds the restore-testing plans that may pick the points of a resource. */
export function restoreTestingPlans(inventory: Inventory): (resource: Resource) => readonly RestoreTestingPlan[] {
  const selections = groupBy(inventory.restoreTestingSelections, ({ scope }) => scopeKey(scope));
  const plans = groupBy(inventory.restoreTestingPlans, ({ scope }) => scopeKey(scope));
  const scopesOf = restoreScopes(inventory);
  const nearby = byScope((scope) =>
    scopesOf(scope).map((each) => ({ plans: plans.get(each) ?? [], selections: selections.get(each) ?? [] })),
  );
  return (resource) =>
    Object.freeze(
      nearby(resource).flatMap((tests) => {
        const names = new Set(
          tests.selections.filter((each) => mayTest(each, resource)).map(({ planName }) => planName),
        );
        return tests.plans.filter(({ name }) => names.has(name));
      }),
    );
}

/** Remembers a value that is the same for all resources of a scope. */
function byScope<T>(make: (scope: string) => T): (resource: Resource) => T {
  const made = new Map<string, T>();
  return (resource) => {
    const scope = scopeKey(resource);
    const known = made.get(scope) ?? make(scope);
    made.set(scope, known);
    return known;
  };
}
