import { collect, NOT_TRIED, resolveScopes, servicesWith } from '@backproof/aws';
import type { ScopeAccess } from '@backproof/aws';
import { causeOf, compare, grantOf, neededPopulations, presetOf, wayOutOf } from '@backproof/core';
import type { Gap, Inventory, OrganizationAccount, PopulationKind } from '@backproof/core';
import { neededFor } from './needed.js';
import { RULES } from './rules.js';
import type { ScanOptions } from './scan.js';

/** Something that a scan could not read, as a few calls show. */
export interface Obstacle {
  /** The operation that failed, and the cause in a few words. */
  readonly operation: string;
  readonly cause: string;
  readonly wayOut: string | undefined;
  /** The accounts where it failed. */
  readonly accounts: readonly string[];
  /** The rules that need what it reads. Empty: no verdict depends on it. */
  readonly rules: readonly string[];
}

/** The access of a scan, before it is made. */
export interface Diagnosis {
  /** The account and Region that was tried of each account, with its principal. */
  readonly tried: readonly Pick<ScopeAccess, 'scope' | 'principalArn'>[];
  readonly regions: readonly string[];
  /** Those of the organization, if one would be scanned. */
  readonly accounts: readonly OrganizationAccount[];
  readonly operations: number;
  readonly calls: number;
  readonly obstacles: readonly Obstacle[];
  /** The difference of the clocks, if it matters. */
  readonly clock: string | undefined;
}

/**
 * Tries what a scan with these options would do: each list that its rules need, once in one Region of each account.
 * Operations for one item at a time are not called.
 *
 * @throws as `scan` does
 */
export async function diagnose(options: ScanOptions): Promise<Diagnosis> {
  const { rules = presetOf('recommended', RULES), now = Date.now(), signal, deadline, inventorySource } = options;
  const scopes = await resolveScopes(options);
  const tried = [...new Map(scopes.toReversed().map((each) => [each.scope.accountId, each])).values()].toReversed();
  const limits = { ...options.limits, triesOnly: true };
  const { populations } = neededFor(rules, options.ownership);
  const inventory = await collect({
    ...{ scopes: tried, populations, takenAt: now, inventorySource, signal, deadline, limits },
    services: servicesWith(options.services ?? []),
  });
  const kindsOf = new Map(rules.map(({ rule }) => [rule.id, neededPopulations([rule])]));
  const gaps = gapsOf(inventory);
  const calls = inventory.calls.reduce((sum, each) => sum + each.calls, 0);
  return {
    tried,
    regions: [...new Set(scopes.map(({ scope }) => scope.region))],
    accounts: inventory.accounts,
    operations: new Set(inventory.calls.map(({ operation }) => operation)).size,
    calls,
    obstacles: obstaclesOf(
      gaps.filter(({ gap }) => gap.code !== 'ClockDifference'),
      kindsOf,
    ),
    clock: gaps.find(({ gap }) => gap.code === 'ClockDifference')?.gap.message,
  };
}

interface FoundGap {
  readonly gap: Gap;
  readonly kind: PopulationKind;
  readonly accountId: string;
}

function gapsOf({ populations }: Inventory): readonly FoundGap[] {
  return populations.flatMap((each) => {
    const gaps = each.status === 'complete' ? [] : each.gaps;
    return gaps
      .filter(({ code }) => code !== NOT_TRIED)
      .map((gap) => ({ gap, kind: each.kind, accountId: each.scope.accountId }));
  });
}

function obstaclesOf(
  gaps: readonly FoundGap[],
  kindsOf: ReadonlyMap<string, ReadonlySet<PopulationKind>>,
): readonly Obstacle[] {
  const found = new Map<string, { gap: Gap; kinds: Set<PopulationKind>; accounts: Set<string> }>();
  for (const { gap, kind, accountId } of gaps) {
    const key = `${gap.operation} ${causeOf(gap)}`;
    const known = found.get(key) ?? { gap, kinds: new Set(), accounts: new Set() };
    known.kinds.add(kind);
    known.accounts.add(accountId);
    found.set(key, known);
  }
  return [...found.values()]
    .map(({ gap, kinds, accounts }) => ({
      operation: gap.operation,
      cause: grantOf(gap) === undefined ? `${causeOf(gap)}: ${gap.message}` : causeOf(gap),
      wayOut: wayOutOf(gap),
      accounts: [...accounts].sort(compare),
      rules: [...kindsOf].flatMap(([id, needed]) => ([...kinds].some((kind) => needed.has(kind)) ? id : [])),
    }))
    .sort((a, b) => compare(a.operation, b.operation));
}
