import { groupBy } from '../model/group-by.js';
import { DAY } from '../model/instant.js';
import type { Instant } from '../model/instant.js';
import type { Inventory } from '../model/inventory.js';
import { compare } from '../model/order.js';
import type { Population } from '../model/population.js';
import type { ResourceCount, UnseenResource } from '../model/resource-count.js';
import { isResourceType } from '../model/resource.js';
import type { Resource } from '../model/resource.js';
import { scopeKey } from '../model/scope.js';
import type { Scope } from '../model/scope.js';
import { configTypeOf } from '../semantics/type-arn.js';

/** The completeness of a scan according to other sources: a statement about the scan, never about a resource. */
export interface Completeness {
  /** By scope and type, as far as AWS Config counts. */
  readonly counts: readonly CountComparison[];
  /** Scopes of which there is no other count. */
  readonly uncounted: readonly UncountedScope[];
  /**
   * The resources that AWS Backup reports as backed up and whose types the inventory does not know: they are not
   * judged.
   */
  readonly unknownTypes: readonly UnknownType[];
}

/**
 * The resources of a type that the scan found, compared with the number that AWS Config counts.
 *
 * - `complete`: no resource that AWS Config counts is missing
 * - `shortfall`: resources are missing, and AWS Config has known them long enough
 * - `doubtful`: resources are missing, but AWS Config may just be behind, for the reason that `doubt` gives
 */
export interface CountComparison extends Pick<ResourceCount, 'scope' | 'configType' | 'source'> {
  readonly result: 'complete' | 'shortfall' | 'doubtful';
  readonly doubt?: Doubt;
  /**
   * The number of resources that the scan found listed, including those that contain no data: they are resources with a
   * state.
   */
  readonly seen: number;
  readonly counted: number;
  readonly missing: number;
  /** The names of the missing ones, where AWS Config reported them. */
  readonly unseen: readonly UnseenResource[];
}

/**
 * A reason why a difference may not be real: AWS Config looks only once a day; its recorder fails; it recorded changes
 * of all that is missing within a day; it may count DocumentDB and Neptune or not, which is not documented.
 */
export type Doubt = 'daily' | 'failing' | 'recent-change' | 'other-engines';

/** A scope that AWS Config did not count: it records nothing there, it could not be asked (its population says why), or it was not. */
export interface UncountedScope extends Scope {
  readonly reason: 'not-recorded' | 'unread' | 'not-asked';
}

export interface UnknownType {
  readonly resourceType: string;
  readonly count: number;
}

/** Compares what an inventory holds with what AWS Config counts and AWS Backup protects. */
export function completenessOf(inventory: Inventory): Completeness {
  const { scopes, resources, resourceCounts, populations, takenAt } = inventory;
  const counted = new Set(resourceCounts.map(({ scope }) => scopeKey(scope)));
  const asked = new Map(
    populations.filter(({ kind }) => kind === 'resourceCounts').map((each) => [scopeKey(each.scope), each]),
  );
  const seenIn = groupBy(resources, (resource) => typeKey(resource, configTypeOf(resource.arn)));
  return {
    counts: resourceCounts.map((count) =>
      comparison(count, seenIn.get(typeKey(count.scope, count.configType)) ?? [], takenAt),
    ),
    uncounted: scopes.filter((scope) => !counted.has(scopeKey(scope))).map((scope) => uncounted(asked, scope)),
    unknownTypes: unknownTypes(inventory),
  };
}

function typeKey(scope: Pick<Scope, 'accountId' | 'region'>, type: string | undefined): string {
  return `${scopeKey(scope)} ${type ?? ''}`;
}

function comparison(record: ResourceCount, found: readonly Resource[], takenAt: Instant): CountComparison {
  const { scope, configType, source, count: counted, passedOver = 0 } = record;
  // What was made since cannot have been seen.
  const unseen = (record.unseen ?? []).filter(({ createdAt = takenAt }) => createdAt <= takenAt);
  const seen = found.length + passedOver;
  const sureOf = seen - found.filter(({ type }) => type === 'DocumentDB' || type === 'Neptune').length;
  const outnumbered = counted > seen;
  const unnamed = Math.max(0, counted - (outnumbered ? seen : sureOf));
  const missing = record.unseen === undefined ? unnamed : unseen.length;
  const compared = { scope, configType, source, seen, counted, missing, unseen };
  if (missing === 0) return { ...compared, result: 'complete' };
  const doubt = doubtOf(record, unseen, outnumbered, takenAt);
  return doubt === undefined ? { ...compared, result: 'shortfall' } : { ...compared, result: 'doubtful', doubt };
}

/** Finds a reason why resources may not be missing. */
function doubtOf(
  { behind, unseen: named }: ResourceCount,
  unseen: readonly UnseenResource[],
  outnumbered: boolean,
  takenAt: Instant,
): Doubt | undefined {
  if (behind !== undefined) return behind;
  if (named === undefined) return outnumbered ? undefined : 'other-engines';
  return unseen.every(({ recordedAt }) => recordedAt > takenAt - DAY) ? 'recent-change' : undefined;
}

function uncounted(asked: ReadonlyMap<string, Population>, { partition, accountId, region }: Scope): UncountedScope {
  const scope = { partition, accountId, region };
  const population = asked.get(scopeKey(scope));
  if (population === undefined) return { ...scope, reason: 'not-asked' };
  return { ...scope, reason: population.status === 'complete' ? 'not-recorded' : 'unread' };
}

function unknownTypes({ protectedResources }: Inventory): readonly UnknownType[] {
  const unknown = protectedResources.filter(({ resourceType }) => !isResourceType(resourceType));
  return [...groupBy(unknown, ({ resourceType }) => resourceType)]
    .map(([resourceType, { length }]) => ({ resourceType, count: length }))
    .sort((a, b) => compare(a.resourceType, b.resourceType));
}
