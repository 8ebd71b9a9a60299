import type { Inventory } from '../model/inventory.js';
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
import { heldPoints, newestRestorable, tallyUnusable } from '../semantics/usable-points.js';
import type { UnusableReason } from '../semantics/usable-points.js';
import { coveredSince } from '../semantics/time-spans.js';
import type { Exclusion } from './exclusion.js';
import { USUAL_LOSSES } from './drill.js';
import { joinInventory } from './joined-inventory.js';
import { countOf } from './point-counts.js';
import { optInFinder } from './opt-ins.js';
import { pointDigester } from './point-digest.js';
import type { PointCount } from '../model/leftovers.js';
import type { Outcome } from './outcome.js';
import { protectionMaker } from './protection.js';
import type { Protection } from './protection.js';
import type { Related } from './relations.js';
import { restorableOf } from './restorability.js';
import type { Restorability } from './restorability.js';
import type { ReportedRun } from './run.js';
import { survivalFinder } from './survival-finder.js';
import type { DrilledResource } from './survival-finder.js';
import { upcomingRuns } from './upcoming-runs.js';
import type { UpcomingRun } from './upcoming-runs.js';
import { unreadParts } from './unread-parts.js';
import type { UnreadPart } from './unread-parts.js';

/** Everything about one resource, from its assignment to its verdicts, as the `explain` command shows it. */
export interface ResourceStory {
  readonly resource: Resource;
  /** The moment of the run. */
  readonly now: Instant;
  /** The reason that it is not judged. Absent: it is judged. */
  readonly excluded?: Exclusion;
  /** Every selection of every plan in its scope, and why it does or does not assign the resource. */
  readonly selections: readonly ExplainedSelection[];
  /** The newest moment that it can be restored to, as far as that was read. */
  readonly restorable: Restorability;
  /** Backup plans or selections of its account and Region were not all read: there may be more selections. */
  readonly plansUnread: boolean;
  /** The resources that may protect it: the instances that it is attached to, what it replicates, ... */
  readonly related: readonly RelatedInStory[];
  /** Oldest and newest recovery point, how many there are, and of them unusable ones by reason. */
  readonly points: {
    readonly count: number;
    readonly unusable: ReadonlyMap<UnusableReason, number>;
    readonly oldest?: RecoveryPoint;
    readonly newest?: RecoveryPoint;
    /** The one of its own that restores the newest moment. Absent: none is usable. */
    readonly restorable?: RecoveryPoint;
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
  /** The survivors after each of `USUAL_LOSSES`. Absent: AWS Backup cannot back it up. */
  readonly left?: DrilledResource;
  readonly outcomes: readonly Outcome[];
  /** The parts of the evidence behind these outcomes that could not be read. */
  readonly unread: readonly UnreadPart[];
}

/** A related resource, and what the scan found of its backups. */
export interface RelatedInStory extends Related {
  /** Absent: none was found. */
  readonly points?: PointCount;
  /** The service's own backups of it that are on. */
  readonly nativeBackups: readonly NativeBackup[];
}

/** The story of a resource, or undefined if the inventory does not hold it. `run` must come of this inventory. */
export function resourceStory(inventory: Inventory, run: ReportedRun, arn: string): ResourceStory | undefined {
  const joined = joinInventory(inventory);
  const { find, gather, relationsOf } = joined;
  const resource = find(arn);
  if (resource === undefined) return undefined;
  const now = Date.parse(run.now);
  const points = gather.recoveryPoints(resource);
  const held = heldPoints(inventory.legalHolds);
  const nativeBackups = gather.nativeBackups(resource);
  const restorable = newestRestorable(points, nativeBackups, now, held);
  const excluded = run.excluded.find(({ subject }) => subject.arn === arn);
  const selections = selectionsOf(inventory, resource);
  const left = survivalFinder(joined, USUAL_LOSSES, now)(resource);
  const outcomes = outcomesAbout(arn, run);
  const restoresKnownSince = coveredSince(gather.restoreEvents(resource).known, now);
  return {
    resource,
    now,
    ...(excluded !== undefined && { excluded }),
    selections,
    restorable: restorableOf(joined, resource, now, held),
    plansUnread: arePlansUnread(inventory, resource),
    related: relationsOf(resource).map((each) => {
      if (each.resource === undefined) return { ...each, nativeBackups: [] };
      const ofOther = gather.recoveryPoints(each.resource);
      const nativeBackups = gather.nativeBackups(each.resource).filter(({ enabled }) => enabled);
      return { ...each, ...(ofOther.count > 0 && { points: countOf(ofOther, now, held) }), nativeBackups };
    }),
    points: {
      count: points.count,
      unusable: tallyUnusable(points, now, held),
      ...(points.count > 0 && { oldest: points.at(0), newest: points.at(points.count - 1) }),
      ...(restorable && { restorable: points.at(restorable.row) }),
    },
    upcomingRuns: upcomingRuns(selections, inventory, resource, gather.encryptionKeys(resource), now),
    backupJobs: gather.backupJobs(resource),
    nativeBackups,
    lifecyclePolicies: gather.lifecyclePolicies(resource),
    copyJobs: gather.copyJobs(resource),
    protection: protectionMaker(joined, pointDigester(inventory.vaults, now, held))(resource),
    restoreTestingPlans: gather.restoreTestingPlans(resource),
    ...(restoresKnownSince !== undefined && { restoresKnownSince }),
    replicas: gather.replicas(resource),
    ...(left && { left }),
    outcomes,
    unread: unreadParts(inventory, outcomes),
  };
}

function outcomesAbout(arn: string, { outcomes }: ReportedRun): readonly Outcome[] {
  const about: Outcome[] = [];
  for (const outcome of outcomes) if (outcome.subject.arn === arn) about.push(outcome);
  return about;
}

function isHomeOf(resource: Resource): (of: { readonly scope: Scope }) => boolean {
  return ({ scope }) => scopeKey(scope) === scopeKey(resource);
}

function arePlansUnread({ populations }: Inventory, resource: Resource): boolean {
  const read = populations.filter(isHomeOf(resource));
  const plans = read.filter(({ kind }) => kind === 'backupPlans' || kind === 'backupSelections');
  return !plans.some(({ kind }) => kind === 'backupPlans') || plans.some(({ status }) => status !== 'complete');
}

function selectionsOf(inventory: Inventory, resource: Resource): readonly ExplainedSelection[] {
  const home = isHomeOf(resource);
  const { backupPlans, backupSelections } = inventory;
  return explainAssignments(
    resource,
    backupPlans.filter(home),
    backupSelections.filter(home),
    optInFinder(inventory)(resource),
  );
}
