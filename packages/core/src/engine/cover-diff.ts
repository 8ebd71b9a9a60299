import { groupBy } from '../model/group-by.js';
import type { Instant } from '../model/instant.js';
import type { Inventory } from '../model/inventory.js';
import type { Resource } from '../model/resource.js';
import { scopeKey } from '../model/scope.js';
import { explainAssignments } from '../semantics/assignment.js';
import { unsupportedReason } from '../semantics/unsupported.js';
import { joinInventory } from './joined-inventory.js';
import { optInFinder } from './opt-ins.js';
import { upcomingRuns } from './upcoming-runs.js';

/** The cover of a resource by backup plans: by which of them, or why it has none or that is not known. */
export interface Cover {
  /** `yes`: a plan assigns it, and one of its rules can make recovery points of it. */
  readonly covered: 'yes' | 'no' | 'unknown';
  /** The names of the plans that cover it. */
  readonly plans: readonly string[];
  /** The reason, as a clause, where it is not covered by a plan that assigns it, or that is not known. */
  readonly why?: string;
}

/** A resource whose cover would change. */
export interface CoverChange {
  readonly resource: Resource;
  readonly before: Cover;
  readonly after: Cover;
}

/** The effects that a change may have on the cover of a resource. `mayLose`: that is not known after it, or was not before. */
type CoverEffect = 'lost' | 'mayLose' | 'gained' | 'mayGain' | 'moved' | 'unknown' | 'unchanged';

/** The resources by what becomes of their cover. */
export type CoverDiff = Readonly<Record<CoverEffect, readonly CoverChange[]>>;

/** Compares which resources backup plans cover, by what each inventory has of plans, selections, vaults and settings. */
export function coverDiff(
  before: Inventory,
  after: Inventory,
  { now, excluded }: { readonly now: Instant; readonly excluded: ReadonlySet<string> },
): CoverDiff {
  const [coverBefore, coverAfter] = [coverFinder(before, now), coverFinder(after, now)];
  const judged = before.resources.filter(
    (resource) => !excluded.has(resource.arn) && unsupportedReason(resource) === undefined,
  );
  const changes = judged.map((resource) => ({ resource, before: coverBefore(resource), after: coverAfter(resource) }));
  const byEffect = groupBy(changes, effectOf);
  const of = (effect: CoverEffect): readonly CoverChange[] => byEffect.get(effect) ?? [];
  return {
    ...{ lost: of('lost'), mayLose: of('mayLose'), gained: of('gained'), mayGain: of('mayGain') },
    ...{ moved: of('moved'), unknown: of('unknown'), unchanged: of('unchanged') },
  };
}

function effectOf({ before, after }: CoverChange): CoverEffect {
  const samePlans = before.plans.join('\n') === after.plans.join('\n');
  switch (after.covered) {
    case 'yes':
      if (before.covered !== 'yes') return 'gained';
      return samePlans ? 'unchanged' : 'moved';
    case 'no':
      if (before.covered === 'yes') return 'lost';
      return before.covered === 'unknown' ? 'mayLose' : 'unchanged';
    case 'unknown':
      if (before.covered === 'yes') return 'mayLose';
      return before.covered === 'no' ? 'mayGain' : 'unknown';
  }
}

/** Finds the cover of resources in an inventory. */
function coverFinder(inventory: Inventory, now: Instant): (resource: Resource) => Cover {
  const { gaps, gather } = joinInventory(inventory);
  const optInsOf = optInFinder(inventory);
  const plansIn = groupBy(inventory.backupPlans, ({ scope }) => scopeKey(scope));
  const selectionsIn = groupBy(inventory.backupSelections, ({ scope }) => scopeKey(scope));
  return (resource) => {
    const place = scopeKey(resource);
    const explained = explainAssignments(
      resource,
      plansIn.get(place) ?? [],
      selectionsIn.get(place) ?? [],
      optInsOf(resource),
    );
    const runs = upcomingRuns(explained, inventory, resource, gather.encryptionKeys(resource), now);
    const working = runs.filter(({ next, problem, doubt }) => next !== undefined && !problem && !doubt);
    const plans = [...new Set(working.map(({ plan }) => plan.name))].sort();
    if (plans.length > 0) return { covered: 'yes', plans };
    const [gap] = gaps.of(resource, 'assignments');
    if (gap !== undefined) return { covered: 'unknown', plans, why: `${gap.item ?? gap.operation}: ${gap.message}` };
    if (explained.some(({ explanation }) => explanation.assigned === 'unknown'))
      return { covered: 'unknown', plans, why: 'its tags or the opt-in of its type were not read' };
    const doubtful = runs.find(({ next, problem, doubt }) => next !== undefined && !problem && doubt);
    if (doubtful !== undefined)
      return {
        covered: 'unknown',
        plans,
        why: `whether plan ${doubtful.plan.name} can make recovery points is not known`,
      };
    const [run] = runs;
    if (run === undefined) return { covered: 'no', plans };
    return { covered: 'no', plans, why: `plan ${run.plan.name}: ${run.problem?.text ?? 'its rule never runs again'}` };
  };
}
