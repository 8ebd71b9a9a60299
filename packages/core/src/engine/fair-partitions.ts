import { groupBy } from '../model/group-by.js';
import { compare } from '../model/order.js';
import type { Inventory } from '../model/inventory.js';
import type { Resource } from '../model/resource.js';
import { scopeKey } from '../model/scope.js';
import type { PartitionKey } from './cut-inventory.js';

/** While a partition is judged, its evidence and its outcomes are in memory: so many resources are a few megabytes. */
const MOST_RESOURCES = 250;

/**
 * Partitions by scope, of which several judges, who take one after the other, have about the same work: a scope with more
 * resources than each judge's share, or than memory should hold at once, is cut further, in the order of ARNs. So the
 * outcomes of one partition come after those of another, and are read without it.
 */
export function fairPartitions(
  { resources, restoreJobs }: Pick<Inventory, 'resources' | 'restoreJobs'>,
  judges: number,
): PartitionKey {
  const share = Math.max(1, Math.ceil(resources.length / judges));
  const sources = new Set(restoreJobs.map(({ sourceResourceArn }) => sourceResourceArn));
  // Their resources are known only by their recovery points.
  const unnamed = restoreJobs.filter(({ sourceResourceArn }) => sourceResourceArn === undefined).length;
  const starts = new Map(
    [...groupBy(resources, scopeKey)].map(([scope, ofScope]) => {
      const restored = unnamed + ofScope.filter(({ arn }) => sources.has(arn)).length;
      return [scope, startsOf(ofScope, partsOf(ofScope.length, share, Math.min(restored, ofScope.length)))];
    }),
  );
  return (owner) => {
    const scope = scopeKey(owner);
    const ofScope = starts.get(scope) ?? [];
    return ofScope.length === 0 ? scope : `${scope} ${String(partitionOf(owner.arn, ofScope)).padStart(6, '0')}`;
  };
}

/** Each part of a scope also has all of its restored resources: where these are many, small parts would take more memory. */
function partsOf(resources: number, share: number, restored: number): number {
  const byMemory = Math.ceil(resources / MOST_RESOURCES);
  const worthwhile = restored === 0 ? byMemory : Math.floor(resources / restored);
  return Math.max(Math.ceil(resources / share), Math.min(byMemory, worthwhile));
}

/** The ARNs with which all partitions of a scope but the first begin. */
function startsOf(resources: readonly Resource[], parts: number): readonly string[] {
  if (parts === 1) return [];
  const arns = resources.map(({ arn }) => arn).sort(compare);
  return Array.from({ length: parts - 1 }, (_, index) => arns[Math.floor(((index + 1) * arns.length) / parts)] ?? '');
}

/** The number of the partition in which an ARN lies, of those that begin with these. */
function partitionOf(arn: string, starts: readonly string[]): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(arn, starts[middle] ?? '') < 0) high = middle;
    else low = middle + 1;
  }
  return low;
}
