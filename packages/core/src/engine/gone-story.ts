import type { NativeBackup } from '../model/evidence.js';
import type { Instant } from '../model/instant.js';
import type { Inventory } from '../model/inventory.js';
import type { BackupJob, CopyJob } from '../model/job.js';
import { compare } from '../model/order.js';
import type { RecoveryPoints } from '../model/recovery-point.js';
import { isResourceType } from '../model/resource.js';
import { withSourceResources } from '../model/restored-resource.js';
import { sameScope } from '../model/scope.js';
import type { Scope } from '../model/scope.js';
import { scopeOf } from '../semantics/arn.js';
import { withInfectedCopies } from '../semantics/infected-copies.js';
import { typesOfArn } from '../semantics/type-arn.js';
import { heldPoints } from '../semantics/usable-points.js';
import type { HeldPoints } from '../semantics/usable-points.js';
import { homeScope } from './home-scope.js';
import { listingsOf } from './listings.js';
import { newestFirst } from './newest-first.js';
import { countOf, countsByVault } from './point-counts.js';
import type { PointCount } from '../model/leftovers.js';
import type { PointsInVault } from './point-counts.js';
import { inBrief } from './protection.js';
import type { RestoreInBrief } from './protection.js';
import type { Run } from './run.js';

/**
 * The reason that a resource is not among those that the scan listed: `gone`, all of its type were listed and it is none of them;
 * `not-scanned`, its account and Region were not scanned; `unread`, its type could not be listed completely;
 * `not-judged`, no rule judges its type.
 */
export type Absence = 'gone' | 'not-scanned' | 'unread' | 'not-judged';

/** Everything that is known of a resource that the scan did not list: its recovery points, its jobs and its restores. */
export interface GoneStory {
  readonly arn: string;
  /** AWS Backup's name of its type. Absent: no recovery point names it. */
  readonly type?: string;
  readonly absence: Absence;
  /** The account and Region that it belonged to. Absent: neither its ARN nor its points and jobs show them. */
  readonly home?: Scope;
  /** All its recovery points. Absent: it has none in any vault that was read. */
  readonly points?: PointCount;
  /** Its recovery points by vault, those of its own account and Region first. */
  readonly vaults: readonly PointsInVault[];
  /** Backups of the service itself that it left. */
  readonly nativeBackups: readonly NativeBackup[];
  /** Newest first, as the copy jobs and the restores are. */
  readonly backupJobs: readonly BackupJob[];
  readonly copyJobs: readonly CopyJob[];
  readonly restores: readonly RestoreInBrief[];
  /** There may be more: points or jobs could not be read completely. */
  readonly isPartial: boolean;
}

/** Returns the story of a resource that the inventory does not list; undefined if nothing is known of it. */
export function goneStory(inventory: Inventory, run: Pick<Run, 'now'>, arn: string): GoneStory | undefined {
  const now = Date.parse(run.now);
  const held = heldPoints(inventory.legalHolds);
  const backupJobs = newestFirst(inventory.backupJobs.filter((job) => job.resourceArn === arn));
  const copyJobs = newestFirst(inventory.copyJobs.filter((job) => job.resourceArn === arn));
  const points = withInfectedCopies(inventory.recoveryPoints.of(arn), copyJobs);
  const restores = newestFirst(withSourceResources(inventory).filter((job) => job.sourceResourceArn === arn)).map(
    inBrief,
  );
  const nativeBackups = inventory.nativeBackups.filter((native) => native.resourceArn === arn && native.enabled);
  if (points.count + nativeBackups.length + backupJobs.length + copyJobs.length + restores.length === 0)
    return undefined;
  const type = points.count > 0 ? points.at(0).resourceType : undefined;
  const home = homeScope(arn, points, backupJobs);
  return {
    arn,
    ...(type !== undefined && { type }),
    absence: absenceOf(inventory, arn, home, type),
    ...(home !== undefined && { home }),
    ...(points.count > 0 && { points: countOf(points, now, held) }),
    vaults: vaultsOf(home, points, now, held),
    ...{ nativeBackups, backupJobs, copyJobs, restores },
    isPartial: inventory.populations.some(({ kind, status }) => status !== 'complete' && KINDS.includes(kind)),
  };
}

const KINDS: readonly string[] = ['vaults', 'recoveryPoints', 'backupJobs', 'copyJobs', 'restoreJobs'];

function absenceOf(inventory: Inventory, arn: string, home: Scope | undefined, type: string | undefined): Absence {
  const types = type === undefined ? typesOfArn(arn) : [type].filter(isResourceType);
  if (types.length === 0) return 'not-judged';
  if (home === undefined || !inventory.scopes.some((each) => sameScope(each, home))) return 'not-scanned';
  const { isComplete } = listingsOf(inventory);
  return types.every((each) => isComplete(home, each)) ? 'gone' : 'unread';
}

function vaultsOf(
  home: Scope | undefined,
  points: RecoveryPoints,
  now: Instant,
  held: HeldPoints,
): readonly PointsInVault[] {
  const isAway = (vaultArn: string): number => {
    const scope = scopeOf(vaultArn);
    return home !== undefined && scope !== undefined && sameScope(scope, home) ? 0 : 1;
  };
  return countsByVault(points, now, held).toSorted(
    (a, b) => isAway(a.vaultArn) - isAway(b.vaultArn) || compare(a.vaultArn, b.vaultArn),
  );
}
