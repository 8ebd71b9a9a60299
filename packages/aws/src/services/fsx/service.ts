import { byNextToken, defineService } from '../../service.js';

/** FSx documents no maximum, and answers with fewer where its own limit is lower. */
const paging = byNextToken(1000);

/** Amazon FSx: file systems of all four types, ONTAP volumes, and FSx's own backups and replicas of both. */
export const fsx = defineService({
  name: 'fsx',
  open: async (config) => new (await import('@aws-sdk/client-fsx')).FSxClient(config),
  operations: {
    DescribeFileSystems: { iam: 'fsx:DescribeFileSystems', paging },
    DescribeVolumes: { iam: 'fsx:DescribeVolumes', paging },
    DescribeBackups: { iam: 'fsx:DescribeBackups', paging },
  },
  readings: [
    {
      yields: [
        { kind: 'resources', of: 'FSx' },
        { kind: 'replicas', of: 'FSx' },
      ],
      calls: ['DescribeFileSystems', 'DescribeVolumes'],
      read: async () => (await import('./file-systems.js')).readResources,
    },
    {
      yields: [{ kind: 'nativeBackups', of: 'FSx' }],
      after: ['resources'],
      calls: ['DescribeBackups', 'DescribeFileSystems'],
      read: async () => (await import('./backups.js')).readBackups,
    },
  ],
});
