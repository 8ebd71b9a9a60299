import { defineService } from '../../service.js';

const paging = { pageSize: 100, limit: 'MaxRecords', token: 'Marker', next: 'Marker' };

/** Amazon Redshift: provisioned clusters with their tags, and the snapshots of all of them in one listing. */
export const redshift = defineService({
  name: 'redshift',
  open: async (config) => new (await import('@aws-sdk/client-redshift')).RedshiftClient(config),
  operations: {
    DescribeClusters: { iam: 'redshift:DescribeClusters', paging },
    DescribeClusterSnapshots: { iam: 'redshift:DescribeClusterSnapshots', paging },
  },
  readings: [
    {
      yields: [
        { kind: 'resources', of: 'Redshift' },
        { kind: 'nativeBackups', of: 'Redshift' },
        { kind: 'replicas', of: 'Redshift' },
      ],
      calls: ['DescribeClusters'],
      read: async () => (await import('./clusters.js')).readClusters,
    },
    {
      yields: [{ kind: 'nativeBackups', of: 'Redshift' }],
      after: ['resources'],
      calls: ['DescribeClusterSnapshots'],
      read: async () => (await import('./snapshots.js')).readSnapshots,
    },
  ],
});
