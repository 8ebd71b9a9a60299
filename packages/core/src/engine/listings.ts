import { groupBy } from '../model/group-by.js';
import type { Inventory } from '../model/inventory.js';
import { gapsOf } from '../model/population.js';
import type { Gap } from '../model/population.js';
import type { Resource, ResourceType } from '../model/resource.js';
import { scopeKey } from '../model/scope.js';
import type { Scope } from '../model/scope.js';

type Place = Pick<Scope, 'accountId' | 'region'>;

/** The lists of resources and of their tags that a scan read, by account and Region. */
export interface Listings {
  /** The reasons why not all resources of a type in a place may be known. */
  readonly gapsOf: (place: Place, type: ResourceType) => readonly Gap[];
  /** The reasons why the tags of a resource could not be read. */
  readonly tagGapsOf: (resource: Resource) => readonly Gap[];
  /** Returns true if all resources of a type, by AWS Backup's name, in a place are known. */
  readonly isComplete: (place: Place | undefined, type: string) => boolean;
}

/** Goes through the populations of a scan once: one with a thousand scopes has tens of thousands. */
export function listingsOf({ populations }: Pick<Inventory, 'populations'>): Listings {
  const lists = groupBy(
    populations.filter(({ kind }) => kind === 'resources' || kind === 'tags'),
    ({ kind, scope }) => `${kind} ${scopeKey(scope)}`,
  );
  const resourcesIn = (place: Place) => lists.get(`resources ${scopeKey(place)}`) ?? [];
  return {
    gapsOf: (place, type) =>
      resourcesIn(place)
        .filter(({ of }) => of === type)
        .flatMap(gapsOf),
    tagGapsOf: (resource) =>
      (lists.get(`tags ${scopeKey(resource)}`) ?? [])
        .filter(({ of }) => of === undefined || of === resource.type)
        .flatMap(gapsOf),
    isComplete: (place, type) =>
      place !== undefined && resourcesIn(place).some(({ of, status }) => of === type && status === 'complete'),
  };
}
