import { defined } from '@backproof/core';
import { endpointOfEnvironment } from '../../connection.js';
import { byNextToken, defineService } from '../../service.js';

/**
 * Amazon Timestream for LiveAnalytics: the tables of all databases in one listing, without their tags, which come from the
 * tagging API. Unless an endpoint is given, its client asks where it is served (`DescribeEndpoints`).
 *
 * @source Amazon Timestream Developer Guide, Using-API.endpoint-discovery
 */
export const timestream = defineService({
  name: 'timestream',
  // The SDK discovers endpoints unless its configuration names one, and would leave that of the environment.
  open: async (config) =>
    new (await import('@aws-sdk/client-timestream-write')).TimestreamWriteClient({
      ...config,
      ...defined({ endpoint: config.endpoint ?? endpointOfEnvironment('TIMESTREAM_WRITE') }),
    }),
  someRegions: true,
  operations: {
    DescribeEndpoints: { iam: 'timestream:DescribeEndpoints' },
    ListTables: {
      iam: 'timestream:ListTables',
      paging: byNextToken(20),
    },
  },
  tagFilters: { Timestream: 'timestream' },
  readings: [
    {
      yields: [{ kind: 'resources', of: 'Timestream' }],
      follows: ['regionSettings'],
      read: async () => (await import('./tables.js')).readTables,
    },
  ],
});
