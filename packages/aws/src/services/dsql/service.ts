import { defineService } from '../../service.js';

/** Amazon Aurora DSQL: clusters with their tags and peers, which it describes one at a time. */
export const dsql = defineService({
  name: 'dsql',
  open: async (config) => new (await import('@aws-sdk/client-dsql')).DSQLClient(config),
  someRegions: true,
  operations: {
    ListClusters: {
      iam: 'dsql:ListClusters',
      paging: { pageSize: 100, limit: 'maxResults', token: 'nextToken', next: 'nextToken' },
    },
    GetCluster: { iam: 'dsql:GetCluster', perItem: 'each cluster' },
  },
  readings: [
    {
      yields: [
        { kind: 'resources', of: 'DSQL' },
        { kind: 'replicas', of: 'DSQL' },
      ],
      follows: ['regionSettings'],
      read: async () => (await import('./clusters.js')).readClusters,
    },
  ],
});
