import { COMPLETENESS_POPULATIONS, nativeRestoresNeeded, neededPopulations } from '@backproof/core';
import type { ActiveRule, PopulationKind } from '@backproof/core';
import type { OwnershipTags } from '@backproof/ledger';

/** The kinds that a scan reads for the sake of rules. */
export interface Needed {
  readonly populations: ReadonlySet<PopulationKind>;
  /** See `CollectOptions`. */
  readonly nativeRestoresWithin: number | undefined;
}

/**
 * Returns what must be read so that these rules can judge, and so that it is known how complete that is.
 *
 * @param ownership the tags that a ledger records: tags are then read even if no rule needs them
 * @throws OptionsError if a rule's options do not fit its schema
 */
export function neededFor(rules: readonly ActiveRule[], { ownerTag, systemTag }: OwnershipTags = {}): Needed {
  const nativeRestoresWithin = nativeRestoresNeeded(rules);
  const needed = neededPopulations(
    rules.map(({ rule }) => rule),
    nativeRestoresWithin !== undefined,
  );
  const tags = ownerTag === undefined && systemTag === undefined ? [] : (['tags'] as const);
  return { populations: new Set([...needed, ...COMPLETENESS_POPULATIONS, ...tags]), nativeRestoresWithin };
}
