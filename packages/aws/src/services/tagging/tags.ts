import { GetResourcesCommand, type ResourceTagMapping } from '@aws-sdk/client-resource-groups-tagging-api';
import type { ResourceType, Tags } from '@backproof/core';
import type { ReadScope } from '../../reading.js';
import { required } from '../../required.js';
import { toTags } from '../translate.js';

/**
 * Makes the reading of tags. The API does not list untagged resources, so it is asked only where other APIs listed
 * resources.
 *
 * @param filters - the types whose own API lists tags only for one resource at a time, as the tagging API names them
 * @source API GetResources: resources that are or were tagged, no others.
 */
export function tagReaderFor(filters: ReadonlyMap<ResourceType, string>): ReadScope {
  return async function* readTags({ pages, found, translated }) {
    const resources = found('resources').filter((resource) => filters.has(resource.type));
    if (resources.length === 0) return;

    const types = new Set(resources.map(({ type }) => type));
    const ResourceTypeFilters = [...filters].flatMap(([type, filter]) => (types.has(type) ? filter : []));
    const untold = new Set(resources.map((resource) => resource.arn));
    let allReadable = true;
    for await (const page of pages(GetResourcesCommand, { ResourceTypeFilters })) {
      const mappings = required(page.ResourceTagMappingList, 'GetResources: ResourceTagMappingList', page);
      // What else has tags, such as a gateway, is no resource of ours.
      const entries = translated(mappings, 'GetResources: ResourceARN', toEntry);
      allReadable &&= entries.length === mappings.length;
      yield { tags: new Map(entries.filter(([arn]) => untold.delete(arn))) };
    }
    // Any of them may be what an unreadable mapping is about.
    if (allReadable) yield { tags: new Map([...untold].map((arn) => [arn, {}])) };
  };
}

/** @source API ResourceTagMapping */
function toEntry({ ResourceARN, Tags }: ResourceTagMapping): [string, Tags] {
  return [required(ResourceARN, 'GetResources: ResourceARN'), toTags(Tags, 'GetResources')];
}
