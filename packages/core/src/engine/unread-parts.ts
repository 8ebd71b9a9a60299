import { canonicalJson } from '../model/canonical.js';
import { groupBy } from '../model/group-by.js';
import type { Inventory } from '../model/inventory.js';
import { withoutResources } from '../model/population.js';
import type { Gap } from '../model/population.js';
import type { Scope } from '../model/scope.js';
import { sameScope, scopeKey } from '../model/scope.js';
import type { Outcome } from './outcome.js';

/** A part of the evidence that a rule needed and that could not be read, and where. */
export interface UnreadPart {
  readonly ruleId: string;
  readonly gap: Gap;
  /**
   * The scopes in which the same could not be read for the same reason, the resource's own first. None: the inventory was
   * not taken for it.
   */
  readonly scopes: readonly Scope[];
}

/**
 * The gaps behind outcomes, each with the scopes that have it: an outcome has the cause, the populations have the
 * places.
 */
export function unreadParts(
  { populations }: Pick<Inventory, 'populations'>,
  outcomes: readonly Outcome[],
): readonly UnreadPart[] {
  const located = populations.flatMap((population) =>
    population.status === 'complete'
      ? []
      : population.gaps.map((gap) => ({ gap: withoutResources(gap), scope: population.scope })),
  );
  const places = groupBy(located, ({ gap }) => canonicalJson(gap));
  return outcomes.flatMap(({ ruleId, gaps, subject }) =>
    gaps.map((gap) => {
      const scopes = new Map(places.get(canonicalJson(gap))?.map(({ scope }) => [scopeKey(scope), scope]));
      const isElsewhere = (scope: Scope): number => (sameScope(scope, subject) ? 0 : 1);
      return { ruleId, gap, scopes: [...scopes.values()].sort((a, b) => isElsewhere(a) - isElsewhere(b)) };
    }),
  );
}
