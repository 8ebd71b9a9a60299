import {
  GetResources$,
  type GetResourcesInput,
  type GetResourcesOutput,
  GetTagKeys$,
  type GetTagKeysInput,
  type GetTagKeysOutput,
  type ResourceTagMapping,
  type TagFilter,
} from '@aws-sdk/client-resource-groups-tagging-api';
import { awsJson } from '../../wire/aws-json.js';
import { ServiceError } from '../../wire/service-error.js';
import { listing } from '../../service/listing.js';
import type { Service } from '../../service/operation.js';
import { taggedResources } from '../../service/tags.js';

/** The Resource Groups Tagging API: of all services, the resources that have tags. */
export const service: Service = {
  protocol: awsJson('1.1'),
  operations: [
    listing<object, GetResourcesInput, GetResourcesOutput, ResourceTagMapping>(GetResources$, {
      items: ({ scope, resourcesIn }) =>
        taggedResources(scope, resourcesIn(scope)).map(({ arn, tags }) => ({ ResourceARN: arn, Tags: [...tags] })),
      where: {
        ResourceTypeFilters:
          (filters) =>
          ({ ResourceARN = '' }) =>
            filters.some((filter) => isOfType(ResourceARN, filter)),
        ResourceARNList:
          (arns) =>
          ({ ResourceARN = '' }) =>
            arns.includes(ResourceARN),
        TagFilters:
          (filters) =>
          ({ Tags = [] }) =>
            filters.every((filter) => hasTag(Tags, filter)),
      },
      page: 'ResourceTagMappingList',
      paging: {
        size: 'ResourcesPerPage',
        token: 'PaginationToken',
        next: 'PaginationToken',
        end: '',
        least: 1,
        most: 100,
        usual: 50,
        excess: 'refused',
        badSize: (size) => invalid(`ResourcesPerPage must be between 1 and 100, not ${size}`),
        badToken: () => invalid('Invalid pagination token'),
      },
    }),
    listing<object, GetTagKeysInput, GetTagKeysOutput, string>(GetTagKeys$, {
      items: ({ scope, resourcesIn }) => {
        const tagged = taggedResources(scope, resourcesIn(scope));
        return [...new Set(tagged.flatMap(({ tags }) => tags.map(({ Key }) => Key)))].sort();
      },
      page: 'TagKeys',
      // A caller cannot ask for another size.
      paging: {
        token: 'PaginationToken',
        next: 'PaginationToken',
        end: '',
        least: 1,
        most: 50,
        excess: 'refused',
        badSize: (size) => invalid(`A page cannot have ${size} keys`),
        badToken: () => invalid('Invalid pagination token'),
      },
    }),
  ],
};

/**
 * Returns whether a resource is of a type such as `rds` or `dynamodb:table`. A part of another resource is of its own type:
 * `gateway/sgw-1/volume/vol-1` is a volume too.
 *
 * @source Resource Groups Tagging API Reference, GetResources, ResourceTypeFilters
 */
function isOfType(arn: string, filter: string): boolean {
  const [, , service, , , ...resource] = arn.split(':');
  const [wantedService, wantedType] = filter.split(':');
  const words = resource.join('/').split('/');
  const types = words.filter((_word, position) => position % 2 === 0);
  return service === wantedService && (wantedType === undefined || types.includes(wantedType));
}

/** A filter without values is about the key alone. */
function hasTag(tags: NonNullable<ResourceTagMapping['Tags']>, { Key, Values = [] }: TagFilter): boolean {
  return tags.some((tag) => tag.Key === Key && (Values.length === 0 || Values.includes(tag.Value ?? '')));
}

function invalid(message: string): ServiceError {
  return new ServiceError('InvalidParameterException', message);
}
