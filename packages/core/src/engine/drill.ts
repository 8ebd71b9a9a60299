import { DAY } from '../model/instant.js';
import type { Instant } from '../model/instant.js';
import type { Inventory } from '../model/inventory.js';
import type { Loss } from '../semantics/survival/index.js';
import { joinInventory } from './joined-inventory.js';
import { survivalFinder } from './survival-finder.js';
import type { DrilledResource } from './survival-finder.js';

/** The losses that are asked about where none is named. */
export const USUAL_LOSSES: readonly Loss[] = [
  { kind: 'deletion' },
  { kind: 'late', foundAfterMs: 30 * DAY },
  { kind: 'region' },
  { kind: 'account' },
  { kind: 'hostile-admin' },
];

export interface DrillOptions {
  readonly losses: readonly Loss[];
  /** The moment of the loss. */
  readonly now: Instant;
  /** Resources that are left out. */
  readonly excluded?: ReadonlySet<string> | undefined;
}

/**
 * Works out what is left of each resource after each loss, from evidence alone: nothing is started or changed. Resources
 * that AWS Backup cannot back up are left out.
 */
export function* drill(
  inventory: Inventory,
  { losses, now, excluded = new Set() }: DrillOptions,
): Generator<DrilledResource> {
  const leftOf = survivalFinder(joinInventory(inventory), losses, now);
  for (const resource of inventory.resources) {
    const left = excluded.has(resource.arn) ? undefined : leftOf(resource);
    if (left !== undefined) yield left;
  }
}
