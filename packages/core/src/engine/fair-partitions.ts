import { groupBy } from '../model/group-by.js';
import type { Resource } from '../model/resource.js';
import { scopeKey } from '../model/scope.js';
import type { PartitionKey } from './cut-inventory.js';

/**
 * Partitions by scope, of which several judges, who take one after the other, have about the same work: a scope with more
 * resources than each judge's share is cut further.
 */
export function fairPartitions(resources: readonly Resource[], judges: number): PartitionKey {
  const share = Math.max(1, Math.ceil(resources.length / judges));
  const parts = new Map(
    [...groupBy(resources, scopeKey)].map(([scope, { length }]) => [scope, Math.ceil(length / share)]),
  );
  return (owner) => {
    const scope = scopeKey(owner);
    const count = parts.get(scope) ?? 1;
    return count === 1 ? scope : `${scope} ${numberOf(owner.arn) % count}`;
  };
}

/** A number that follows from a text, and differs between texts that are alike. */
function numberOf(text: string): number {
  let number = 0;
  for (let i = 0; i < text.length; i++) number = (Math.imul(number, 31) + text.charCodeAt(i)) >>> 0;
  return number;
}
