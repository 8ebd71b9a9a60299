import {
  capabilityOf,
  JOB_HISTORY_DAYS,
  DAY,
  lastRunOf,
  MINUTE,
  nextRunOf,
  obstacleOf,
  promiseOf,
} from '@backproof/core';
import type { AssignmentPromise, BackupRule, ExplainedSelection, Instant, RuleDoubt } from '@backproof/core';
import { startOf } from './context.js';
import type { Context } from './context.js';

/** A selection that assigns a resource, with what its plan promises. */
export interface PromisedSelection {
  readonly selected: ExplainedSelection;
  readonly promise: AssignmentPromise;
}

/** Works out what each of these selections promises the resource. */
export function promisesOf(
  { dossier: { resource, regionSettings, encryptionKeys }, prepared }: Context,
  assigned: readonly ExplainedSelection[],
): readonly PromisedSelection[] {
  const capability = capabilityOf(resource, regionSettings);
  if (!capability.supported) return [];
  const grounds = { ...prepared.grounds, obstacle: obstacleOf(resource) };
  return assigned.map((selected) => ({ selected, promise: promiseOf(selected, capability, grounds, encryptionKeys) }));
}

/** The rules of a plan that can make backups, or may: one fact that is not known may keep them from it. */
function workingRules({ promise }: PromisedSelection): readonly BackupRule[] {
  return promise.rules.flatMap(({ rule, problem }) => (problem === undefined ? [rule] : []));
}

/** The first problem, if no plan has a rule that can make a backup. */
export function brokenPromise(promised: readonly PromisedSelection[]): string | undefined {
  if (promised.some((each) => workingRules(each).length > 0)) return undefined;
  return promised.flatMap(({ promise }) => promise.rules).find(({ problem }) => problem !== undefined)?.problem?.text;
}

/** A rule that may still keep the promise of its plan: the first run after the creation of the resource is not over. */
export interface Awaited {
  readonly selected: ExplainedSelection;
  /** The end of the start window of the first run. */
  readonly due: Instant;
  /** The one fact that decides whether the rule makes a backup, where it is not known. Undefined: nothing is unknown. */
  readonly doubt: Doubt | undefined;
}

type Doubt = { readonly kind: 'opt-in' } | RuleDoubt;

/** The rules whose first backup a new resource may wait for: the earliest first, doubtful ones last. */
export function awaited(context: Context, promised: readonly PromisedSelection[]): readonly Awaited[] {
  const start = startOf(context.dossier);
  if (start === undefined) return [];
  return promised
    .flatMap(({ selected, promise }) =>
      promise.rules
        .filter(({ problem }) => problem === undefined)
        .flatMap(({ rule, doubt: ofRule }) => {
          const doubt: Doubt | undefined = promise.doubt === undefined ? ofRule : { kind: 'opt-in' };
          return firstDue(rule, start).map((due): Awaited => ({ selected, due, doubt }));
        }),
    )
    .sort((a, b) => Number(a.doubt !== undefined) - Number(b.doubt !== undefined) || a.due - b.due);
}

/** The end of the start window of the first run after a moment. */
function firstDue(rule: BackupRule, after: Instant): readonly Instant[] {
  const run = nextRunOf(rule, after);
  return run === undefined ? [] : [run + rule.startWindowMinutes * MINUTE];
}

/** Plans that are younger than the resource and have not run yet. */
export interface PlansToRun {
  readonly createdAt: Instant;
  /** Their first run. */
  readonly first: Instant;
}

/** The first run of the plans, if none of them can have run yet as they were created after the resource. */
export function plansToRun({ dossier, now }: Context, promised: readonly PromisedSelection[]): PlansToRun | undefined {
  const start = startOf(dossier) ?? -Infinity;
  const runs: Instant[] = [];
  let newest = -Infinity;
  for (const each of promised) {
    const { createdAt } = each.selected.plan;
    if (createdAt === undefined || createdAt <= start) return undefined;
    const rules = workingRules(each);
    if (rules.some((rule) => firstDue(rule, createdAt).some((due) => due < now))) return undefined;
    runs.push(...rules.flatMap((rule) => nextRunOf(rule, createdAt) ?? []));
    newest = Math.max(newest, createdAt);
  }
  return runs.length === 0 ? undefined : { createdAt: newest, first: Math.min(...runs) };
}

/** The last run whose start window is over, within the 30 days for which AWS keeps jobs. */
export function lastDueRun(context: Context, promised: readonly PromisedSelection[]): Instant | undefined {
  const { dossier, now } = context;
  const runs = promised.flatMap((each) => {
    const from = Math.max(
      now - JOB_HISTORY_DAYS * DAY,
      startOf(dossier) ?? -Infinity,
      each.selected.plan.createdAt ?? -Infinity,
    );
    return workingRules(each).flatMap((rule) => lastRunOf(rule, from, now - rule.startWindowMinutes * MINUTE) ?? []);
  });
  return runs.length === 0 ? undefined : Math.max(...runs);
}
