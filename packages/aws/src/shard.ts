import { compare } from '@backproof/core';
import type { Shard } from '@backproof/core';

/**
 * The accounts that a part of a scan reads. AWS limits requests by account and Region, so an account is in one part as a
 * whole; the parts have about the same number of accounts, and each finds the same ones from the same accounts.
 */
export function accountsOfShard(accountIds: Iterable<string>, { index, of }: Shard): ReadonlySet<string> {
  const all = [...new Set(accountIds)].toSorted(compare);
  return new Set(all.filter((_, place) => place % of === index - 1));
}
