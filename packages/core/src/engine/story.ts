import type { Inventory } from '../model/inventory.js';
import type { BackupPlan, BackupRule } from '../model/backup-plan.js';
import type { NativeBackup, Replica } from '../model/evidence.js';
import type { Instant } from '../model/instant.js';
import type { BackupJob, CopyJob } from '../model/job.js';
import type { LifecyclePolicy } from '../model/lifecycle-policy.js';
import type { RecoveryPoint } from '../model/recovery-point.js';
import type { Resource } from '../model/resource.js';
import type { RestoreTestingPlan } from '../model/restore-testing.js';
import { scopeKey } from '../model/scope.js';
import type { Scope } from '../model/scope.js';
import { explainAssignments } from '../semantics/assignment.js';
import type { ExplainedSelection } from '../semantics/assignment.js';
import { tallyUnusable } from '../semantics/usable-points.js';
import type { UnusableReason } from '../semantics/usable-points.js';
import { nextRuns } from '../semantics/schedule-runs.js';
import { parseSchedule } from '../semantics/schedule.js';
import { coveredSince } from '../semantics/time-spans.js';
import type { Exclusion } from './exclusion.js';
import { joinInventory } from './joined-inventory.js';
import type { Outcome } from './outcome.js';
import { protectionMaker } from './protection.js';
import type { Protection } from './protection.js';
import type { Related } from './relations.js';
import type { Run } from './run.js';
import { unreadParts } from './unread-parts.js';
import type { UnreadPart } from './unread-parts.js';

/** Everything about one resource, from its assignment to its verdicts: what the `explain` command tells. */
export interface ResourceStory {
  readonly resource: Resource;
  /** Why it is not judged, if it is not. */
  readonly excluded?: Exclusion;
  /** Every selection of every plan in its scope, and why it does or does not assign the resource. */
  readonly selections: readonly ExplainedSelection[];
  /** What may protect it: the instances that it is attached to, what it replicates, ... */
  readonly related: readonly Related[];
  /** Oldest and newest recovery point, how many there are, and of them unusable ones by reason. */
  readonly points: {
    readonly count: number;
    readonly unusable: ReadonlyMap<UnusableReason, number>;
    readonly oldest?: RecoveryPoint;
    readonly newest?: RecoveryPoint;
  };
  /** The rules of the plans that assign it, with their next run. */
  readonly upcomingRuns: readonly UpcomingRun[];
  /** Newest first, as the copy jobs are. */
  readonly backupJobs: readonly BackupJob[];
  readonly nativeBackups: readonly NativeBackup[];
  /** The policies of Data Lifecycle Manager that target it. */
  readonly lifecyclePolicies: readonly LifecyclePolicy[];
  readonly copyJobs: readonly CopyJob[];
  /** Where its copies lie and how its newest restores went. */
  readonly protection: Protection;
  readonly restoreTestingPlans: readonly RestoreTestingPlan[];
  /** Since when every restore of it is known; absent where that is not known of any time up to now. */
  readonly restoresKnownSince?: Instant;
  /** The replications that it is the source or the replica of. */
  readonly replicas: readonly Replica[];
  readonly outcomes: readonly Outcome[];
  /** What could not be read of the evidence behind these outcomes. */
  readonly unread: readonly UnreadPart[];
}

/** A rule of a backup plan, and when it runs next: never, if that is absent. */
export interface UpcomingRun {
  readonly plan: BackupPlan;
  readonly rule: BackupRule;
  readonly next?: Instant;
}

/** The story of a resource, or undefined if the inventory does not hold it. `run` must come of this inventory. */
export function resourceStory(inventory: Inventory, run: Run, arn: string): ResourceStory | undefined {
  const joined = joinInventory(inventory);
  const { find, gather, relationsOf } = joined;
  const resource = find(arn);
  if (resource === undefined) return undefined;
  const now = Date.parse(run.now);
  const points = gather.recoveryPoints(resource);
  const excluded = run.excluded.find(({ subject }) => subject.arn === arn);
  const selections = selectionsOf(inventory, resource);
  const outcomes = run.outcomes.filter(({ subject }) => subject.arn === arn);
  const restoresKnownSince = coveredSince(gather.restoreHistory(resource).known, now);
  return {
    resource,
    ...(excluded !== undefined && { excluded }),
    selections,
    related: relationsOf(resource),
    points: {
      count: points.count,
      unusable: tallyUnusable(points, now),
      ...(points.count > 0 && { oldest: points.at(0), newest: points.at(points.count - 1) }),
    },
    upcomingRuns: upcomingRuns(selections, now),
    backupJobs: gather.backupJobs(resource),
    nativeBackups: gather.nativeBackups(resource),
    lifecyclePolicies: gather.lifecyclePolicies(resource),
    copyJobs: gather.copyJobs(resource),
    protection: protectionMaker(joined, now)(resource),
    restoreTestingPlans: gather.restoreTestingPlans(resource),
    ...(restoresKnownSince !== undefined && { restoresKnownSince }),
    replicas: gather.replicas(resource),
    outcomes,
    unread: unreadParts(inventory, outcomes),
  };
}

/** Each plan once, however many of its selections assign the resource. */
function upcomingRuns(selections: readonly ExplainedSelection[], now: Instant): readonly UpcomingRun[] {
  const plans = new Set(selections.filter(({ explanation }) => explanation.assigned === 'yes').map(({ plan }) => plan));
  return [...plans].flatMap((plan) =>
    plan.rules.map((rule) => {
      const schedule = parseSchedule(rule.scheduleExpression, rule.timezone);
      const [next] = schedule.kind === 'schedule' ? nextRuns(schedule, now, 1) : [];
      return { plan, rule, ...(next !== undefined && { next }) };
    }),
  );
}

function selectionsOf(inventory: Inventory, resource: Resource): readonly ExplainedSelection[] {
  const home = ({ scope }: { readonly scope: Scope }): boolean => scopeKey(scope) === scopeKey(resource);
  const { backupPlans, backupSelections, regionSettings } = inventory;
  return explainAssignments(
    resource,
    backupPlans.filter(home),
    backupSelections.filter(home),
    regionSettings.find(home),
  );
}
