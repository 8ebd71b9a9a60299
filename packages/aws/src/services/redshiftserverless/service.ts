import { defineService } from '../../service.js';

const paging = { pageSize: 100, limit: 'maxResults', token: 'nextToken', next: 'nextToken' };

/**
 * Amazon Redshift Serverless: namespaces without their tags, which come from the tagging API, and their recovery points
 * and snapshots, each in one listing.
 */
export const redshiftserverless = defineService({
  name: 'redshift-serverless',
  open: async (config) => new (await import('@aws-sdk/client-redshift-serverless')).RedshiftServerlessClient(config),
  someRegions: true,
  operations: {
    ListNamespaces: { iam: 'redshift-serverless:ListNamespaces', paging },
    ListRecoveryPoints: { iam: 'redshift-serverless:ListRecoveryPoints', paging },
    ListSnapshots: { iam: 'redshift-serverless:ListSnapshots', paging },
  },
  tagFilters: { 'Redshift Serverless': 'redshift-serverless' },
  readings: [
    {
      yields: [{ kind: 'resources', of: 'Redshift Serverless' }],
      follows: ['regionSettings'],
      calls: ['ListNamespaces'],
      read: async () => (await import('./namespaces.js')).readNamespaces,
    },
    {
      yields: [{ kind: 'nativeBackups', of: 'Redshift Serverless' }],
      after: ['resources'],
      calls: ['ListRecoveryPoints', 'ListSnapshots'],
      read: async () => (await import('./backups.js')).readBackups,
    },
  ],
});
