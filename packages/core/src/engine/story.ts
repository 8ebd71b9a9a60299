import type { Inventory } from '../model/inventory.js';
import type { BackupJob } from '../model/job.js';
import type { NativeBackup } from '../model/evidence.js';
import type { RecoveryPoint } from '../model/recovery-point.js';
import type { Resource } from '../model/resource.js';
import { scopeKey } from '../model/scope.js';
import type { Scope } from '../model/scope.js';
import { explainAssignments } from '../semantics/assignment.js';
import type { ExplainedSelection } from '../semantics/assignment.js';
import { tallyUnusable } from '../semantics/usable-points.js';
import type { UnusableReason } from '../semantics/usable-points.js';
import { evidenceGatherers, hostsOf } from './dossiers.js';
import type { Exclusion } from './exclusion.js';
import type { Outcome } from './outcome.js';
import type { Run } from './run.js';

/** Everything about one resource, from its assignment to its verdicts: what the `explain` command tells. */
export interface ResourceStory {
  readonly resource: Resource;
  /** Why it is not judged, if it is not. */
  readonly excluded?: Exclusion;
  /** Every selection of every plan in its scope, and why it does or does not assign the resource. */
  readonly selections: readonly ExplainedSelection[];
  /** What it is attached to and backed up with. */
  readonly hosts: readonly Resource[];
  /** Oldest and newest recovery point, how many there are, and of them unusable ones by reason. */
  readonly points: {
    readonly count: number;
    readonly unusable: ReadonlyMap<UnusableReason, number>;
    readonly oldest?: RecoveryPoint;
    readonly newest?: RecoveryPoint;
  };
  /** Newest first. */
  readonly backupJobs: readonly BackupJob[];
  readonly nativeBackups: readonly NativeBackup[];
  readonly outcomes: readonly Outcome[];
}

/** The story of a resource, or undefined if the inventory does not hold it. `run` must come of this inventory. */
export function resourceStory(inventory: Inventory, run: Run, arn: string): ResourceStory | undefined {
  const byArn = new Map(inventory.resources.map((resource) => [resource.arn, resource]));
  const resource = byArn.get(arn);
  if (resource === undefined) return undefined;
  const gather = evidenceGatherers(inventory);
  const points = gather.recoveryPoints(resource);
  const excluded = run.excluded.find(({ subject }) => subject.arn === arn);
  return {
    resource,
    ...(excluded !== undefined && { excluded }),
    selections: selectionsOf(inventory, resource),
    hosts: hostsOf(resource, (host) => byArn.get(host)),
    points: {
      count: points.count,
      unusable: tallyUnusable(points, Date.parse(run.now)),
      ...(points.count > 0 && { oldest: points.at(0), newest: points.at(points.count - 1) }),
    },
    backupJobs: gather.backupJobs(resource),
    nativeBackups: gather.nativeBackups(resource),
    outcomes: run.outcomes.filter(({ subject }) => subject.arn === arn),
  };
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
