import {
  GetDiscoveredResourceCountsCommand,
  GetAggregateDiscoveredResourceCountsCommand,
} from '@aws-sdk/client-config-service';
import { CONFIG_TYPES, defined } from '@backproof/core';
import type { ConfigType, ResourceCount } from '@backproof/core';
import { required } from '../../required.js';
import { runningRecorder } from './recorder.js';
import type { ConfigAccess } from './rows.js';

export type Counted = Pick<ResourceCount, 'configType' | 'count' | 'source' | 'behind'>;

/**
 * The number of resources that the recorder of a scope knows, by type. Types that it does not record are left out; so
 * are all types where no recorder is running.
 *
 * @source API GetDiscoveredResourceCounts
 */
export async function recorderCounts(access: ConfigAccess): Promise<readonly Counted[]> {
  const behind = await runningRecorder(access);
  if (behind === undefined) return [];
  const counts: Counted[] = [];
  const { pages } = access.calls;
  for await (const page of pages(GetDiscoveredResourceCountsCommand, { resourceTypes: [...CONFIG_TYPES] })) {
    for (const { resourceType, count: number } of required(
      page.resourceCounts,
      'GetDiscoveredResourceCounts: resourceCounts',
      page,
    )) {
      const configType = configTypeNamed(resourceType);
      if (configType === undefined) continue;
      const count = required(number, 'GetDiscoveredResourceCounts: count', page);
      counts.push({ configType, count, source: 'recorder', ...defined({ behind: behind(configType) }) });
    }
  }
  return counts;
}

/**
 * The number of resources of a scope that an aggregator knows, by type. AWS Config does not report how often the
 * scope's recorder looks.
 *
 * @source API GetAggregateDiscoveredResourceCounts
 */
export async function aggregatorCounts(
  { calls: { pages }, scope }: ConfigAccess,
  aggregator: string,
): Promise<readonly Counted[]> {
  const listing = pages(GetAggregateDiscoveredResourceCountsCommand, {
    ConfigurationAggregatorName: aggregator,
    Filters: { AccountId: scope.accountId, Region: scope.region },
    GroupByKey: 'RESOURCE_TYPE',
  });
  const counts: Counted[] = [];
  for await (const page of listing) {
    for (const { GroupName, ResourceCount: number } of required(
      page.GroupedResourceCounts,
      'GetAggregateDiscoveredResourceCounts: GroupedResourceCounts',
      page,
    )) {
      const configType = configTypeNamed(GroupName);
      if (configType === undefined) continue;
      const count = required(number, 'GetAggregateDiscoveredResourceCounts: ResourceCount', page);
      counts.push({ configType, count, source: 'aggregator' });
    }
  }
  return counts;
}

function configTypeNamed(name: string | undefined): ConfigType | undefined {
  return CONFIG_TYPES.find((type) => type === name);
}
