import { paginateGetResources, type ResourceTagMapping } from '@aws-sdk/client-resource-groups-tagging-api';
import type { Resource, Tags } from '@backproof/core';
import { defineCollector, type Operation } from '../../collector.js';
import { required } from '../../required.js';
import { toTags } from '../translate.js';

const operations = {
  GetResources: { iam: 'tag:GetResources', pageSize: 100 },
} satisfies Record<string, Operation>;

/** The types whose own API lists tags only for one resource at a time, as the tagging API names them. */
const RESOURCE_TYPE_FILTERS = new Map<Resource['type'], string>([
  ['DynamoDB', 'dynamodb:table'],
  ['Storage Gateway', 'storagegateway'],
]);

/**
 * The AWS Resource Groups Tagging API: the tags of a hundred resources in one call. It does not list untagged
 * resources, so it is asked only where other APIs listed resources.
 *
 * @source API GetResources: resources that are or were tagged, no others.
 */
export const tagging = defineCollector({
  service: 'tagging',
  operations,
  readings: [
    {
      yields: [
        { kind: 'tags', of: 'DynamoDB' },
        { kind: 'tags', of: 'Storage Gateway' },
      ],
      after: ['resources'],
      async *read({ client, signal, found, translated }) {
        const resources = found('resources').filter((resource) => RESOURCE_TYPE_FILTERS.has(resource.type));
        if (resources.length === 0) return;

        const { pageSize } = operations.GetResources;
        const input = { ResourceTypeFilters: filtersFor(resources) };
        const untold = new Set(resources.map((resource) => resource.arn));
        let allReadable = true;
        for await (const page of paginateGetResources({ client, pageSize }, input, { abortSignal: signal })) {
          const mappings = required(page.ResourceTagMappingList, 'GetResources: ResourceTagMappingList', page);
          // What else has tags, such as a gateway, is no resource of ours.
          const entries = translated(mappings, 'GetResources: ResourceARN', toEntry);
          allReadable &&= entries.length === mappings.length;
          yield { tags: new Map(entries.filter(([arn]) => untold.delete(arn))) };
        }
        // Any of them may be what an unreadable mapping is about.
        if (allReadable) yield { tags: new Map([...untold].map((arn) => [arn, {}])) };
      },
    },
  ],
});

function filtersFor(resources: readonly Resource[]): string[] {
  const types = new Set(resources.map((resource) => resource.type));
  return [...RESOURCE_TYPE_FILTERS].filter(([type]) => types.has(type)).map(([, filter]) => filter);
}

/** @source API ResourceTagMapping */
function toEntry({ ResourceARN, Tags }: ResourceTagMapping): [string, Tags] {
  return [required(ResourceARN, 'GetResources: ResourceARN'), toTags(Tags, 'GetResources')];
}
