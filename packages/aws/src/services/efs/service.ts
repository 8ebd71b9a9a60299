import { byNextToken, defineService } from '../../service.js';

/**
 * Amazon EFS: file systems with their tags, and where they replicate to. Their automatic backups are a plan of AWS
 * Backup, and found there.
 *
 * @source Amazon EFS User Guide, awsbackup
 */
export const efs = defineService({
  name: 'elasticfilesystem',
  open: async (config) => new (await import('@aws-sdk/client-efs')).EFSClient(config),
  operations: {
    DescribeFileSystems: {
      iam: 'elasticfilesystem:DescribeFileSystems',
      paging: { pageSize: 100, limit: 'MaxItems', token: 'Marker', next: 'NextMarker' },
    },
    DescribeReplicationConfigurations: {
      iam: 'elasticfilesystem:DescribeReplicationConfigurations',
      paging: byNextToken(100),
    },
  },
  readings: [
    {
      yields: [{ kind: 'resources', of: 'EFS' }],
      calls: ['DescribeFileSystems'],
      read: async () => (await import('./file-systems.js')).readFileSystems,
    },
    {
      yields: [{ kind: 'replicas', of: 'EFS' }],
      after: ['resources'],
      calls: ['DescribeReplicationConfigurations'],
      read: async () => (await import('./replications.js')).readReplications,
    },
  ],
});
