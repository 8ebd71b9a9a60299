import {
  GetDiscoveredResourceCountsCommand,
  paginateGetAggregateDiscoveredResourceCounts,
} from '@aws-sdk/client-config-service';
import { CONFIG_TYPES, defined } from '@backproof/core';
import type { ConfigType, ResourceCount } from '@backproof/core';
import type { Operation } from '../../collector.js';
import { required } from '../../required.js';
import { runningRecorder } from './recorder.js';
import type { ConfigAccess } from './rows.js';

export const countOperations = {
  GetDiscoveredResourceCounts: { iam: 'config:GetDiscoveredResourceCounts' },
  GetAggregateDiscoveredResourceCounts: { iam: 'config:GetAggregateDiscoveredResourceCounts', pageSize: 1000 },
} satisfies Record<string, Operation>;

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
  const { client, signal } = access;
  // So few types are one page.
  const command = new GetDiscoveredResourceCountsCommand({ resourceTypes: [...CONFIG_TYPES] });
  const answer = await client.send(command, { abortSignal: signal });
  const counts = required(answer.resourceCounts, 'GetDiscoveredResourceCounts: resourceCounts', answer);
  return counts.flatMap(({ resourceType, count: number }): readonly Counted[] => {
    const configType = configTypeNamed(resourceType);
    if (configType === undefined) return [];
    const count = required(number, 'GetDiscoveredResourceCounts: count', answer);
    return [{ configType, count, source: 'recorder', ...defined({ behind: behind(configType) }) }];
  });
}

/**
 * The number of resources of a scope that an aggregator knows, by type. AWS Config does not report how often the
 * scope's recorder looks.
 *
 * @source API GetAggregateDiscoveredResourceCounts
 */
export async function aggregatorCounts(
  { client, scope, signal }: ConfigAccess,
  aggregator: string,
): Promise<readonly Counted[]> {
  const { pageSize } = countOperations.GetAggregateDiscoveredResourceCounts;
  const pages = paginateGetAggregateDiscoveredResourceCounts(
    { client, pageSize },
    {
      ConfigurationAggregatorName: aggregator,
      Filters: { AccountId: scope.accountId, Region: scope.region },
      GroupByKey: 'RESOURCE_TYPE',
    },
    { abortSignal: signal },
  );
  const counts: Counted[] = [];
  for await (const page of pages) {
    for (const { GroupName, ResourceCount: number } of page.GroupedResourceCounts ?? []) {
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
