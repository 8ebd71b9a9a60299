import { defineService } from '../../service.js';

const byLimit = (pageSize: number) => ({ pageSize, limit: 'Limit', token: 'NextToken', next: 'NextToken' });

/** AWS Config: how many resources of each type it knows, to determine whether the scan found all of them. */
export const config = defineService({
  name: 'config',
  open: async (config) => new (await import('@aws-sdk/client-config-service')).ConfigServiceClient(config),
  operations: {
    GetDiscoveredResourceCounts: {
      iam: 'config:GetDiscoveredResourceCounts',
      paging: { pageSize: 100, limit: 'limit', token: 'nextToken', next: 'nextToken' },
    },
    GetAggregateDiscoveredResourceCounts: {
      iam: 'config:GetAggregateDiscoveredResourceCounts',
      paging: byLimit(1000),
    },
    DescribeConfigurationRecorders: { iam: 'config:DescribeConfigurationRecorders' },
    DescribeConfigurationRecorderStatus: { iam: 'config:DescribeConfigurationRecorderStatus' },
    SelectResourceConfig: { iam: 'config:SelectResourceConfig', paging: byLimit(100) },
    SelectAggregateResourceConfig: { iam: 'config:SelectAggregateResourceConfig', paging: byLimit(100) },
  },
  readings: [
    {
      yields: [{ kind: 'resourceCounts' }],
      follows: ['resources'],
      read: async () => (await import('./resource-counts.js')).readCounts,
    },
  ],
});
