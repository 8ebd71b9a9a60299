import {
  DescribeConfigurationRecorders$,
  type DescribeConfigurationRecordersResponse,
  DescribeConfigurationRecorderStatus$,
  type DescribeConfigurationRecorderStatusResponse,
  GetAggregateDiscoveredResourceCounts$,
  type GetAggregateDiscoveredResourceCountsRequest,
  type GetAggregateDiscoveredResourceCountsResponse,
  GetDiscoveredResourceCounts$,
  type GetDiscoveredResourceCountsRequest,
  type GetDiscoveredResourceCountsResponse,
  type GroupedResourceCount,
  type QueryInfo,
  type ResourceCount,
  type ResourceCountFilters,
  SelectAggregateResourceConfig$,
  type SelectAggregateResourceConfigRequest,
  type SelectAggregateResourceConfigResponse,
  SelectResourceConfig$,
  type SelectResourceConfigRequest,
  type SelectResourceConfigResponse,
} from '@aws-sdk/client-config-service';
import { awsJson } from '../../wire/aws-json.js';
import { ServiceError } from '../../wire/service-error.js';
import { configItems } from './items.js';
import { parseQuery } from './query.js';
import { listing } from '../../service/listing.js';
import type { Call, Service } from '../../service/operation.js';
import type { ConfigItem, ConfigWorld } from './world.js';

/** The paging of AWS Config, without the names of the token. A size of 0 is the usual one, which no client of ours sends. */
const paging = (most: number) => ({
  least: 1,
  most,
  excess: 'refused' as const,
  badSize: () => new ServiceError('InvalidLimitException', 'The specified limit is outside the allowable range.'),
  badToken: () => new ServiceError('InvalidNextTokenException', 'The specified nextToken is not valid.'),
});

const upperCase = { size: 'Limit', token: 'NextToken', next: 'NextToken' } as const;

/** AWS Config: the recorder of a scope, what it recorded, and aggregators of what all of them did. */
export const service: Service<ConfigWorld> = {
  protocol: awsJson('1.1'),
  operations: [
    {
      schema: DescribeConfigurationRecorders$,
      answer: (_input: object, { scope }: Call<ConfigWorld>): DescribeConfigurationRecordersResponse => ({
        ConfigurationRecorders: (scope.configRecorders ?? []).map(({ recorder }) => recorder),
      }),
    },
    {
      schema: DescribeConfigurationRecorderStatus$,
      answer: (_input: object, { scope }: Call<ConfigWorld>): DescribeConfigurationRecorderStatusResponse => ({
        ConfigurationRecordersStatus: (scope.configRecorders ?? []).map(({ status }) => status),
      }),
    },
    listing<ConfigWorld, GetDiscoveredResourceCountsRequest, GetDiscoveredResourceCountsResponse, ResourceCount>(
      GetDiscoveredResourceCounts$,
      {
        items: (call) =>
          counts(ownItems(call), ({ resourceType }) => resourceType).map(([resourceType, count]) => ({
            resourceType,
            count,
          })),
        where: {
          resourceTypes:
            (types) =>
            ({ resourceType = '' }) =>
              types.length === 0 || types.includes(resourceType),
        },
        page: 'resourceCounts',
        paging: { ...paging(100), size: 'limit', token: 'nextToken', next: 'nextToken' },
        also: ({ resourceTypes = [] }, call) => ({
          totalDiscoveredResources: ownItems(call).filter(
            ({ resourceType }) => resourceTypes.length === 0 || resourceTypes.includes(resourceType),
          ).length,
        }),
      },
    ),
    listing<
      ConfigWorld,
      GetAggregateDiscoveredResourceCountsRequest,
      GetAggregateDiscoveredResourceCountsResponse,
      GroupedResourceCount
    >(GetAggregateDiscoveredResourceCounts$, {
      items: (call, { ConfigurationAggregatorName, Filters, GroupByKey }) => {
        const wanted = countedItems(call, ConfigurationAggregatorName, Filters);
        if (GroupByKey === undefined) return [];
        return counts(wanted, (item) => item[GROUP_FIELDS[GroupByKey]]).map(([GroupName, ResourceCount]) => ({
          GroupName,
          ResourceCount,
        }));
      },
      page: 'GroupedResourceCounts',
      paging: { ...paging(1000), ...upperCase },
      also: ({ ConfigurationAggregatorName, Filters, GroupByKey }, call) => ({
        ...(GroupByKey && { GroupByKey }),
        TotalDiscoveredResources: countedItems(call, ConfigurationAggregatorName, Filters).length,
      }),
    }),
    listing<ConfigWorld, SelectResourceConfigRequest, SelectResourceConfigResponse, string>(SelectResourceConfig$, {
      items: (call, { Expression = '' }) => parseQuery(Expression).rowsOf(ownItems(call)),
      page: 'Results',
      paging: { ...paging(100), ...upperCase },
      also: queryInfo,
    }),
    listing<ConfigWorld, SelectAggregateResourceConfigRequest, SelectAggregateResourceConfigResponse, string>(
      SelectAggregateResourceConfig$,
      {
        items: (call, { Expression = '', ConfigurationAggregatorName }) =>
          parseQuery(Expression).rowsOf(aggregatedItems(call, ConfigurationAggregatorName)),
        page: 'Results',
        paging: { ...paging(100), ...upperCase },
        also: queryInfo,
      },
    ),
  ],
};

const GROUP_FIELDS = { RESOURCE_TYPE: 'resourceType', ACCOUNT_ID: 'accountId', AWS_REGION: 'awsRegion' } as const;

function ownItems({ scope, resourcesIn }: Call<ConfigWorld>): readonly ConfigItem[] {
  return configItems(scope, resourcesIn(scope));
}

/** An aggregator of the scope knows what the recorders of all the world know. */
function aggregatedItems({ world, scope, resourcesIn }: Call<ConfigWorld>, name = ''): readonly ConfigItem[] {
  if (!scope.configAggregators?.includes(name)) {
    const message = `The configuration aggregator does not exist: ${name}`;
    throw new ServiceError('NoSuchConfigurationAggregatorException', message);
  }
  return world.scopes.flatMap((each) => configItems(each, resourcesIn(each)));
}

/** The items of an aggregator that its filters ask for. */
function countedItems(
  call: Call<ConfigWorld>,
  aggregator: string | undefined,
  { AccountId, Region, ResourceType }: ResourceCountFilters = {},
): readonly ConfigItem[] {
  return aggregatedItems(call, aggregator).filter(
    ({ accountId, awsRegion, resourceType }) =>
      (AccountId ?? accountId) === accountId &&
      (Region ?? awsRegion) === awsRegion &&
      (ResourceType ?? resourceType) === resourceType,
  );
}

function queryInfo({ Expression = '' }: { readonly Expression?: string | undefined }): {
  readonly QueryInfo: QueryInfo;
} {
  return { QueryInfo: { SelectFields: parseQuery(Expression).fields.map((Name) => ({ Name })) } };
}

/** The number of items there are of each kind, the most frequent first. */
function counts<Kind extends string>(
  items: readonly ConfigItem[],
  kindOf: (item: ConfigItem) => Kind,
): readonly [Kind, number][] {
  const byKind = new Map<Kind, number>();
  for (const item of items) byKind.set(kindOf(item), (byKind.get(kindOf(item)) ?? 0) + 1);
  return [...byKind].sort(([, a], [, b]) => b - a);
}
