import { groupBy } from '../model/group-by.js';
import type { Instant } from '../model/instant.js';
import { compare } from '../model/order.js';
import type { Resource } from '../model/resource.js';
import { scopeKey } from '../model/scope.js';
import type { NearestMiss, OptedOut, PlanReach } from '../rule/found.js';
import { selectionDistance } from '../semantics/assignment.js';
import type { ExplainedSelection } from '../semantics/assignment.js';
import { describeExplanation } from '../semantics/selection-explanation.js';
import type { JoinedInventory } from './joined-inventory.js';

/** The resources of a partition, or of all, that a plan assigns. */
export type PlanFound = Omit<PlanReach, 'selections'> & { readonly planArn: string };

/** Works out which plans assign resources of a partition. `since`: from when on recovery points show that a plan works. */
export function planReaches(
  { gather, inventory, find }: JoinedInventory,
  resources: readonly Resource[],
  since: Instant,
): readonly PlanFound[] {
  const found: PlanFound[] = [];
  for (const resource of resources) {
    const byPlan = groupBy(gather.assignments(resource), ({ plan }) => plan.arn);
    for (const [planArn, explained] of byPlan) found.push(reachOf(planArn, resource, explained));
  }
  const plans = new Map(inventory.backupPlans.map(({ id, scope, arn }) => [`${scopeKey(scope)} ${id}`, arn]));
  const scopes = [...new Set(inventory.backupPlans.map(({ scope }) => scopeKey(scope)))];
  for (const arn of inventory.recoveryPoints.resourceArns()) {
    if (find(arn) !== undefined) continue;
    const ids = new Set([...inventory.recoveryPoints.of(arn).since(since)].flatMap(({ planId }) => planId ?? []));
    const made = scopes.flatMap((scope) => [...ids].flatMap((id) => plans.get(`${scope} ${id}`) ?? []));
    for (const planArn of made) found.push({ planArn, assigned: 0, doubtful: 0, unlisted: 1 });
  }
  return mergePlanReaches(found);
}

function reachOf(planArn: string, resource: Resource, explained: readonly ExplainedSelection[]): PlanFound {
  const isAssigned = explained.some(({ explanation }) => explanation.assigned === 'yes');
  const isDoubtful = !isAssigned && explained.some(({ explanation }) => explanation.assigned === 'unknown');
  const none = { planArn, assigned: 0, doubtful: 0, unlisted: 0 };
  if (isAssigned) return { ...none, assigned: 1 };
  if (isDoubtful) return { ...none, doubtful: 1 };
  const [nearest] = explained.toSorted((a, b) => selectionDistance(a) - selectionDistance(b));
  return nearest === undefined ? none : { ...none, nearest: missOf(resource, nearest) };
}

function missOf({ arn, name }: Resource, explained: ExplainedSelection): NearestMiss {
  const { selection, explanation } = explained;
  const why = describeExplanation(explanation);
  return { resourceArn: arn, name, selection: selection.name, why, distance: selectionDistance(explained) };
}

/** Merges what is found of plans: the resources are counted, and the nearest of them stays. */
export function mergePlanReaches(found: readonly PlanFound[]): readonly PlanFound[] {
  return [...groupBy(found, ({ planArn }) => planArn)]
    .map(([planArn, parts]) => {
      const sum = (count: (part: PlanFound) => number): number => parts.reduce((total, part) => total + count(part), 0);
      const [nearest] = parts
        .flatMap((part) => part.nearest ?? [])
        .toSorted((a, b) => a.distance - b.distance || compare(a.resourceArn, b.resourceArn));
      return {
        planArn,
        assigned: sum(({ assigned }) => assigned),
        doubtful: sum(({ doubtful }) => doubtful),
        unlisted: sum(({ unlisted }) => unlisted),
        ...(nearest && { nearest }),
      };
    })
    .sort((a, b) => compare(a.planArn, b.planArn));
}

/** The resources that no plan assigns, and that one would by a tag if their type was opted in. */
export function optedOutOf({ gather }: JoinedInventory, resources: readonly Resource[]): readonly OptedOut[] {
  const each = resources.flatMap((resource) => {
    if (resource.tags === undefined) return [];
    const explained = gather.assignments(resource);
    if (explained.some(({ explanation }) => explanation.assigned !== 'no')) return [];
    const found = explained.flatMap(({ plan, selection, explanation }): readonly OptedOut[] => {
      if (explanation.reason !== 'opted-out' || !asksForTags(selection)) return [];
      const { accountId, region, arn } = resource;
      const { setting } = explanation;
      return [{ accountId, region, setting, planArn: plan.arn, plan: plan.name, resources: 1, example: arn }];
    });
    return [...new Map(found.map((one) => [one.planArn, one])).values()];
  });
  return mergeOptedOut(each);
}

/** Merges what is found of opted-out types, by plan and opt-in. */
export function mergeOptedOut(found: readonly OptedOut[]): readonly OptedOut[] {
  const groups = groupBy(found, ({ planArn, setting }) => `${planArn}\n${setting}`);
  const joined = (a: OptedOut, b: OptedOut): OptedOut => ({
    ...a,
    resources: a.resources + b.resources,
    example: a.example < b.example ? a.example : b.example,
  });
  return [...groups.values()]
    .flatMap(([first, ...others]) => (first === undefined ? [] : [others.reduce(joined, first)]))
    .sort((a, b) => compare(a.planArn, b.planArn) || compare(a.setting, b.setting));
}

function asksForTags({ listOfTags, conditions }: ExplainedSelection['selection']): boolean {
  return listOfTags.length + conditions.stringEquals.length + conditions.stringLike.length > 0;
}
