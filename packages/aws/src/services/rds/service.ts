import { defineService } from '../../service.js';
import { DATABASE_TYPES } from './database-types.js';

const paging = { pageSize: 100, limit: 'MaxRecords', token: 'Marker', next: 'Marker' };

const databases = DATABASE_TYPES.map((of) => ({ kind: 'resources', of }) as const);
const clusterBackups = DATABASE_TYPES.map((of) => ({ kind: 'nativeBackups', of }) as const);
const clusterReplications = DATABASE_TYPES.map((of) => ({ kind: 'replicas', of }) as const);

/**
 * Amazon RDS, Aurora, DocumentDB and Neptune: one API lists them all, so they are read once and distinguished by
 * engine.
 */
export const rds = defineService({
  name: 'rds',
  open: async (config) => new (await import('@aws-sdk/client-rds')).RDSClient(config),
  operations: {
    DescribeDBInstances: { iam: 'rds:DescribeDBInstances', paging },
    DescribeDBClusters: { iam: 'rds:DescribeDBClusters', paging },
    DescribeGlobalClusters: { iam: 'rds:DescribeGlobalClusters', paging },
    DescribeDBInstanceAutomatedBackups: { iam: 'rds:DescribeDBInstanceAutomatedBackups', paging },
    DescribeDBSnapshots: { iam: 'rds:DescribeDBSnapshots', paging },
    DescribeDBClusterSnapshots: { iam: 'rds:DescribeDBClusterSnapshots', paging },
  },
  readings: [
    {
      yields: [...databases, { kind: 'nativeBackups', of: 'RDS' }, { kind: 'replicas', of: 'RDS' }],
      calls: ['DescribeDBInstances'],
      read: async () => (await import('./listings.js')).readInstances,
    },
    {
      yields: [...databases, ...clusterBackups, ...clusterReplications],
      calls: ['DescribeDBClusters'],
      read: async () => (await import('./listings.js')).readClusters,
    },
    {
      yields: [{ kind: 'replicas', of: 'Aurora' }],
      after: ['resources'],
      calls: ['DescribeGlobalClusters'],
      read: async () => (await import('./replicas.js')).readGlobalClusters,
    },
    {
      yields: [{ kind: 'nativeBackups', of: 'RDS' }],
      calls: ['DescribeDBInstanceAutomatedBackups'],
      read: async () => (await import('./automated-backups.js')).readAutomatedBackups,
    },
    {
      yields: [{ kind: 'nativeBackups', of: 'RDS' }],
      after: ['resources'],
      calls: ['DescribeDBSnapshots'],
      read: async () => (await import('./snapshots.js')).readInstanceSnapshots,
    },
    {
      yields: clusterBackups,
      after: ['resources'],
      calls: ['DescribeDBClusterSnapshots'],
      read: async () => (await import('./snapshots.js')).readClusterSnapshots,
    },
  ],
});
