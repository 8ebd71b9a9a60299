import { isPackTypeName, RESOURCE_TYPES } from '@backproof/core';
import type { ResourceType } from '@backproof/core';
import { defineService } from '../../service.js';
import type { Service } from '../../service.js';

/**
 * The AWS Resource Groups Tagging API: the tags of a hundred resources in one call, for the types that other services
 * leave to it.
 *
 * @param services - the others
 */
export function taggingFor(services: readonly Service[]) {
  const filtersOf = (type: ResourceType) => services.flatMap(({ tagFilters }) => tagFilters?.[type] ?? []);
  const ofPacks = services.flatMap(({ tagFilters = {} }) => Object.keys(tagFilters).filter(isPackTypeName));
  const types = [...RESOURCE_TYPES, ...new Set(ofPacks)];
  const filters = new Map(types.flatMap((type) => filtersOf(type).map((filter) => [type, filter])));
  return defineService({
    name: 'tagging',
    open: async (config) =>
      new (await import('@aws-sdk/client-resource-groups-tagging-api')).ResourceGroupsTaggingAPIClient(config),
    operations: {
      GetResources: {
        iam: 'tag:GetResources',
        paging: { pageSize: 100, limit: 'ResourcesPerPage', token: 'PaginationToken', next: 'PaginationToken' },
      },
    },
    readings: [
      {
        yields: [...filters.keys()].map((of) => ({ kind: 'tags', of })),
        after: ['resources'],
        read: async () => (await import('./tags.js')).tagReaderFor(filters),
      },
    ],
  });
}
