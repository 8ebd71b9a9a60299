import { groupBy } from '../model/group-by.js';
import type { Instant } from '../model/instant.js';
import { BACKUP_JOB_STATES } from '../model/job.js';
import type { BackupJob } from '../model/job.js';
import type { ExpiredPoints, GoneResource, KeptTwice, Leftovers, UnjudgedFailure } from '../model/leftovers.js';
import { compare } from '../model/order.js';
import type { RecoveryPoints } from '../model/recovery-point.js';
import { scopeKey } from '../model/scope.js';
import { isFailedBackup } from '../semantics/failed-backup.js';
import { heldPoints, usability } from '../semantics/usable-points.js';
import type { HeldPoints } from '../semantics/usable-points.js';
import { homeScope } from './home-scope.js';
import { add, countOf, emptyCount, finished } from './point-counts.js';
import type { Counting } from './point-counts.js';
import type { JoinedInventory } from './joined-inventory.js';

/** Finds what is left over in an inventory, as of a moment. */
export function leftoversOf(joined: JoinedInventory, now: Instant): Leftovers {
  const { inventory, find, listings } = joined;
  const held = heldPoints(inventory.legalHolds);
  const jobsOf = groupBy(inventory.backupJobs, ({ resourceArn }) => resourceArn);
  const gone: GoneResource[] = [];
  const expired = new Map<string, Draft>();
  for (const arn of inventory.recoveryPoints.resourceArns()) {
    const points = inventory.recoveryPoints.of(arn);
    if (points.count === 0) continue;
    countExpired(expired, arn, points, now, held);
    const type = points.at(0).resourceType;
    if (find(arn) !== undefined || !listings.isComplete(homeScope(arn, points, jobsOf.get(arn) ?? []), type)) continue;
    gone.push({ arn, type, ...countOf(points, now, held) });
  }
  return {
    gone,
    expired: [...expired]
      .map(([vaultArn, { resources, ...draft }]) => ({ vaultArn, resources: resources.size, ...finished(draft) }))
      .sort((a, b) => compare(a.vaultArn, b.vaultArn)),
    failing: unjudgedFailures(joined),
    keptTwice: keptTwice(joined, now, held),
  };
}

/** Merges what is left over in the parts of an inventory, in whatever order they come. */
export function mergeLeftovers(parts: readonly Leftovers[]): Leftovers {
  const byVault = groupBy(
    parts.flatMap(({ expired }) => expired),
    ({ vaultArn }) => vaultArn,
  );
  return {
    gone: parts.flatMap(({ gone }) => gone).sort((a, b) => compare(a.arn, b.arn)),
    expired: [...byVault.values()]
      .flatMap(([first, ...others]) => (first === undefined ? [] : [others.reduce(mergeExpired, first)]))
      .sort((a, b) => compare(a.vaultArn, b.vaultArn)),
    failing: parts.flatMap(({ failing }) => failing).sort((a, b) => compare(a.resourceArn, b.resourceArn)),
    keptTwice: parts.flatMap(({ keptTwice }) => keptTwice).sort((a, b) => compare(a.arn, b.arn)),
  };
}

/** The points of a resource are in one part, so no resource is counted twice. */
function mergeExpired(a: ExpiredPoints, b: ExpiredPoints): ExpiredPoints {
  return {
    vaultArn: a.vaultArn,
    resources: a.resources + b.resources,
    points: a.points + b.points,
    usable: a.usable + b.usable,
    expired: a.expired + b.expired,
    sizeBytes: a.sizeBytes + b.sizeBytes,
    oldest: a.oldest < b.oldest ? a.oldest : b.oldest,
    newest: a.newest > b.newest ? a.newest : b.newest,
  };
}

type Draft = Counting & { readonly resources: Set<string> };

function countExpired(
  drafts: Map<string, Draft>,
  arn: string,
  points: RecoveryPoints,
  now: Instant,
  held: HeldPoints,
): void {
  for (let row = 0; row < points.count; row++) {
    if (points.status(row) !== 'EXPIRED') continue;
    const vaultArn = points.vaultArn(row);
    const draft = drafts.get(vaultArn) ?? { ...emptyCount(), resources: new Set() };
    drafts.set(vaultArn, draft);
    draft.resources.add(arn);
    add(draft, points, row, now, held);
  }
}

/** Jobs whose resource the scan does not list: it is gone, or of a type that no rule judges. */
function unjudgedFailures(joined: JoinedInventory): readonly UnjudgedFailure[] {
  return [...strayJobs(joined)]
    .flatMap(([, jobs]) => failureOf(jobs) ?? [])
    .sort((a, b) => compare(a.resourceArn, b.resourceArn));
}

/** The scopes, by their keys, of the last jobs of such resources that are in a state that this version does not know. */
export function doubtfulJobs(joined: JoinedInventory): readonly string[] {
  return [...strayJobs(joined)].flatMap(([, jobs]) => {
    const [last] = endedOf(jobs);
    const isDoubtful = last !== undefined && !BACKUP_JOB_STATES.some((state) => state === last.state);
    return isDoubtful ? [scopeKey(last.scope)] : [];
  });
}

function strayJobs({ inventory, find }: JoinedInventory): ReadonlyMap<string, readonly BackupJob[]> {
  const stray = inventory.backupJobs.filter(({ resourceArn }) => find(resourceArn) === undefined);
  return groupBy(stray, ({ resourceArn }) => resourceArn);
}

function endedOf(jobs: readonly BackupJob[]): readonly BackupJob[] {
  return jobs.filter((job) => job.completedAt !== undefined).toSorted((a, b) => b.createdAt - a.createdAt);
}

function failureOf(jobs: readonly BackupJob[]): UnjudgedFailure | undefined {
  const ended = endedOf(jobs);
  const good = ended.findIndex((job) => !isFailedBackup(job));
  const failures = good < 0 ? ended.length : good;
  const [last] = ended;
  if (last === undefined || failures === 0) return undefined;
  const { resourceArn, scope, state, message, createdAt } = last;
  const { accountId, region } = scope;
  return {
    resourceArn,
    accountId,
    region,
    failures,
    last: iso(createdAt),
    state,
    ...(message !== undefined && { message }),
  };
}

function keptTwice(
  { inventory, gather, relationsOf }: JoinedInventory,
  now: Instant,
  held: HeldPoints,
): readonly KeptTwice[] {
  const hasUsable = (arn: string): boolean => {
    const points = inventory.recoveryPoints.of(arn);
    for (let row = points.count - 1; row >= 0; row--) if (usability(points, row, now, held) === 'usable') return true;
    return false;
  };
  return inventory.resources.flatMap((resource) => {
    if (resource.type !== 'EC2' || gather.recoveryPoints(resource).count === 0 || !hasUsable(resource.arn)) return [];
    const volumes = relationsOf(resource).filter(
      ({ kind, arn }) => kind === 'parts' && arn !== undefined && hasUsable(arn),
    );
    return volumes.length === 0 ? [] : [{ arn: resource.arn, name: resource.name, volumes: volumes.length }];
  });
}

function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}
