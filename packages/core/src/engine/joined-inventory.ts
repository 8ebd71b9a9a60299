import type { Inventory } from '../model/inventory.js';
import type { Resource } from '../model/resource.js';
import { commonGatherers, evidenceGatherers } from './evidence-gatherers.js';
import type { CommonGatherers, Gatherers } from './evidence-gatherers.js';
import { gapFinder } from './gaps.js';
import type { GapFinder } from './gaps.js';
import { listingsOf } from './listings.js';
import type { Listings } from './listings.js';
import { relationFinder } from './relations.js';
import type { RelationFinder } from './relations.js';

/** An inventory with its evidence joined to its resources. */
export interface JoinedInventory {
  readonly inventory: Inventory;
  /** The resource of an ARN. */
  readonly find: (arn: string) => Resource | undefined;
  /** The evidence about a resource, by kind. */
  readonly gather: Gatherers;
  /** The gaps in it. */
  readonly gaps: GapFinder;
  readonly listings: Listings;
  /** The other resources that may protect a resource. */
  readonly relationsOf: RelationFinder;
}

/** The part that all partitions of an inventory share, joined once for all of them. */
export interface JoinedCommon {
  readonly gather: CommonGatherers;
  readonly gaps: GapFinder;
  readonly listings: Listings;
}

/** Joins the common part of an inventory, or a whole one. */
export function joinCommon(common: Inventory): JoinedCommon {
  return { gather: commonGatherers(common), gaps: gapFinder(common), listings: listingsOf(common) };
}

/** Joins an inventory; a part of one with what it shares with the others. */
export function joinInventory(inventory: Inventory, common = joinCommon(inventory)): JoinedInventory {
  const byArn = new Map(inventory.resources.map((resource) => [resource.arn, resource]));
  const find = (arn: string): Resource | undefined => byArn.get(arn);
  return {
    inventory,
    find,
    relationsOf: relationFinder(inventory, find),
    gather: evidenceGatherers(inventory, common.gather),
    gaps: common.gaps,
    listings: common.listings,
  };
}
