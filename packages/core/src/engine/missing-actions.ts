import { gapsOf } from '../model/population.js';
import type { Population } from '../model/population.js';
import type { PopulationKind } from '../model/population-kind.js';
import { compare } from '../model/order.js';
import { scopeKey } from '../model/scope.js';
import { grantOf } from './gap-words.js';

/** An IAM action to grant, and what it would let a scan read. */
export interface MissingAction {
  readonly iamAction: string;
  readonly kinds: ReadonlySet<PopulationKind>;
  /** The accounts and Regions where it was missing, by their keys. */
  readonly scopes: ReadonlySet<string>;
}

/** Returns the IAM actions whose grant would fill gaps of these populations, in the order of their names. */
export function missingActions(populations: readonly Population[]): readonly MissingAction[] {
  const missing = new Map<string, MissingAction & { kinds: Set<PopulationKind>; scopes: Set<string> }>();
  for (const population of populations) {
    for (const iamAction of gapsOf(population).map(grantOf)) {
      if (iamAction === undefined) continue;
      const known = missing.get(iamAction) ?? { iamAction, kinds: new Set(), scopes: new Set() };
      known.scopes.add(scopeKey(population.scope));
      known.kinds.add(population.kind);
      missing.set(iamAction, known);
    }
  }
  return [...missing.values()].sort((a, b) => compare(a.iamAction, b.iamAction));
}
