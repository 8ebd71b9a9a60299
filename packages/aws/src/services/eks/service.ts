import { defineService } from '../../service.js';

/** Amazon EKS: clusters with their tags, which it describes one at a time. */
export const eks = defineService({
  name: 'eks',
  open: async (config) => new (await import('@aws-sdk/client-eks')).EKSClient(config),
  operations: {
    ListClusters: {
      iam: 'eks:ListClusters',
      paging: { pageSize: 100, limit: 'maxResults', token: 'nextToken', next: 'nextToken' },
    },
    DescribeCluster: { iam: 'eks:DescribeCluster', perItem: 'each cluster' },
  },
  readings: [
    {
      yields: [{ kind: 'resources', of: 'EKS' }],
      read: async () => (await import('./clusters.js')).readClusters,
    },
  ],
});
