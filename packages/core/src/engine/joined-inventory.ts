import type { Inventory } from '../model/inventory.js';
import type { Resource } from '../model/resource.js';
import { evidenceGatherers } from './dossiers.js';
import type { Gatherers } from './dossiers.js';
import { gapFinder } from './gaps.js';
import type { GapFinder } from './gaps.js';

/** An inventory with its evidence joined to its resources. */
export interface JoinedInventory {
  readonly inventory: Inventory;
  /** The resource of an ARN. */
  readonly find: (arn: string) => Resource | undefined;
  /** The evidence about a resource, by kind. */
  readonly gather: Gatherers;
  /** What could not be read of it. */
  readonly gapsOf: GapFinder;
}

export function joinInventory(inventory: Inventory): JoinedInventory {
  const byArn = new Map(inventory.resources.map((resource) => [resource.arn, resource]));
  return {
    inventory,
    find: (arn) => byArn.get(arn),
    gather: evidenceGatherers(inventory),
    gapsOf: gapFinder(inventory),
  };
}
