import { RECOVERY_STEPS } from '../semantics/recovery-step.js';
import type { RecoveryStep } from '../semantics/recovery-step.js';
import type { Survival } from '../semantics/survival/index.js';
import type { DrilledResource } from './survival-finder.js';

/** The statuses of survivals, the worst last. */
export const SURVIVAL_STATUSES = [
  'survives',
  'at-risk',
  'follows',
  'unknown',
  'lost',
] as const satisfies readonly Survival['status'][];

type Status = Survival['status'];

/** The effect of one loss on many resources, or on the members of one group. */
export interface LossSummary {
  /** The resources that the loss strikes. */
  readonly struck: number;
  readonly counts: Readonly<Record<Status, number>>;
  /** The longest and the shortest time between the newest surviving moment and the loss, for those that come back. */
  readonly worstRpoMs?: number;
  readonly bestRpoMs?: number;
  /** The latest of the oldest moments of those that come back: no earlier moment is common to all. */
  readonly commonFrom?: number;
  /** The number of resources for each status but `survives` and its reason, as `lost in-the-region`. */
  readonly reasons: ReadonlyMap<string, number>;
  /** Some of this could not be read. */
  readonly incomplete: boolean;
}

/** A step, and the resources that would survive more losses by it alone. */
export interface DrillChange {
  readonly step: RecoveryStep;
  readonly resources: number;
  /** The number of them that would survive each loss, in the order of the losses. */
  readonly byLoss: readonly number[];
}

/** The effects of each loss on many resources. */
export interface DrillSummary {
  readonly resources: number;
  /** In the order of the losses. */
  readonly byLoss: readonly LossSummary[];
  /** Resources of which successful restores are known, and the longest of their last ones. */
  readonly tested: number;
  readonly longestRestore?: { readonly name: string; readonly ms: number };
  /** The resources of which the least is left, the worst first. */
  readonly worst: readonly DrilledResource[];
  /** The steps that would save something, the one that would save most first. */
  readonly changes: readonly DrillChange[];
  /** By the value of a tag, in order: an application comes back when its members do. */
  readonly groups: readonly {
    readonly name: string;
    readonly members: number;
    readonly byLoss: readonly LossSummary[];
  }[];
}

/** The choices in summing up a drill. */
export interface SummaryOptions {
  readonly losses: number;
  /** The number of worst resources that are kept. */
  readonly worst: number;
  /** The tag by whose values resources are grouped. Absent: no groups. */
  readonly groupBy?: string | undefined;
}

/** Sums up a drill. Of the resources only the worst are kept, so that they may be many. */
export function drillSummary(drilled: Iterable<DrilledResource>, options: SummaryOptions): DrillSummary {
  const all = newTallies(options.losses);
  const changes = new Map<RecoveryStep, { resources: number; byLoss: number[] }>();
  const groups = new Map<string, { members: number; tallies: Tally[] }>();
  let worst: DrilledResource[] = [];
  let [resources, tested] = [0, 0];
  let longestRestore: DrillSummary['longestRestore'];
  for (const each of drilled) {
    const { resource, survivals, steps, restoreMs } = each;
    resources += 1;
    add(all, survivals);
    addSteps(changes, steps);
    if (options.groupBy !== undefined) {
      const name =
        resource.tags?.[options.groupBy] ?? (resource.tags === undefined ? 'tags not read' : 'without the tag');
      const group = groups.get(name) ?? { members: 0, tallies: newTallies(options.losses) };
      group.members += 1;
      add(group.tallies, survivals);
      groups.set(name, group);
    }
    if (restoreMs !== undefined) {
      tested += 1;
      if (longestRestore === undefined || restoreMs > longestRestore.ms)
        longestRestore = { name: resource.name, ms: restoreMs };
    }
    worst.push(each);
    if (worst.length > 2 * options.worst) worst = leastLeft(worst, options.worst);
  }
  return {
    resources,
    byLoss: all.map(summaryOf),
    tested,
    ...(longestRestore && { longestRestore }),
    worst: leastLeft(worst, options.worst),
    changes: RECOVERY_STEPS.flatMap((step) => {
      const saved = changes.get(step);
      return saved === undefined ? [] : [{ step, ...saved }];
    }).sort((a, b) => b.resources - a.resources || total(b.byLoss) - total(a.byLoss)),
    groups: [...groups]
      .map(([name, { members, tallies }]) => ({ name, members, byLoss: tallies.map(summaryOf) }))
      .sort((a, b) => notBack(b.byLoss) - notBack(a.byLoss) || (a.name < b.name ? -1 : 1)),
  };
}

/** Counts a resource once by each step that would save it from anything. */
function addSteps(
  changes: Map<RecoveryStep, { resources: number; byLoss: number[] }>,
  steps: readonly (readonly RecoveryStep[])[],
): void {
  for (const step of new Set(steps.flat())) {
    const known = changes.get(step) ?? { resources: 0, byLoss: steps.map(() => 0) };
    changes.set(step, {
      resources: known.resources + 1,
      byLoss: known.byLoss.map((number, index) => number + (steps[index]?.includes(step) === true ? 1 : 0)),
    });
  }
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

interface Tally {
  struck: number;
  counts: Record<Status, number>;
  rpos: { worst: number; best: number; commonFrom: number } | undefined;
  reasons: Map<string, number>;
  incomplete: boolean;
}

function newTallies(losses: number): Tally[] {
  return Array.from({ length: losses }, () => ({
    struck: 0,
    counts: { survives: 0, 'at-risk': 0, follows: 0, unknown: 0, lost: 0 },
    rpos: undefined,
    reasons: new Map<string, number>(),
    incomplete: false,
  }));
}

/** Reasons for which something is unknown that a scan with all permissions would know. */
const UNREAD: ReadonlySet<string> = new Set(['unread', 'vault-not-read']);

function add(tallies: readonly Tally[], survivals: readonly (Survival | undefined)[]): void {
  for (const [index, tally] of tallies.entries()) {
    const survival = survivals[index];
    if (survival === undefined) continue;
    tally.struck += 1;
    tally.counts[survival.status] += 1;
    if ('why' in survival) {
      const reason = `${survival.status} ${survival.why}`;
      tally.reasons.set(reason, (tally.reasons.get(reason) ?? 0) + 1);
      tally.incomplete ||= survival.status === 'unknown' && UNREAD.has(survival.why);
    }
    if (survival.status !== 'survives') continue;
    const { rpoMs, oldest } = survival;
    const known = tally.rpos ?? { worst: rpoMs, best: rpoMs, commonFrom: oldest };
    tally.rpos = {
      worst: Math.max(known.worst, rpoMs),
      best: Math.min(known.best, rpoMs),
      commonFrom: Math.max(known.commonFrom, oldest),
    };
  }
}

function summaryOf({ rpos, ...tally }: Tally): LossSummary {
  return { ...tally, ...(rpos && { worstRpoMs: rpos.worst, bestRpoMs: rpos.best, commonFrom: rpos.commonFrom }) };
}

function notBack(byLoss: readonly LossSummary[]): number {
  return byLoss.reduce((sum, { struck, counts }) => sum + struck - counts.survives, 0);
}

function leastLeft(drilled: DrilledResource[], number: number): DrilledResource[] {
  return drilled.sort(byLeastLeft).slice(0, number);
}

/** First by what is lost, then by what is not known, and so on; last by the age of what comes back. */
function byLeastLeft(a: DrilledResource, b: DrilledResource): number {
  for (const status of SURVIVAL_STATUSES.toReversed()) {
    const difference = countOf(b, status) - countOf(a, status);
    if (status !== 'survives' && difference !== 0) return difference;
  }
  return worstRpo(b) - worstRpo(a) || (a.resource.arn < b.resource.arn ? -1 : 1);
}

function countOf({ survivals }: DrilledResource, status: Status): number {
  return survivals.filter((survival) => survival?.status === status).length;
}

function worstRpo({ survivals }: DrilledResource): number {
  return Math.max(0, ...survivals.map((survival) => (survival?.status === 'survives' ? survival.rpoMs : 0)));
}
