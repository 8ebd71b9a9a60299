import { byNextToken, defineService } from '../../service.js';

const paging = byNextToken(1000);

/**
 * Amazon EC2: instances and EBS volumes, tags inline, those that AWS services operate included, EBS snapshots and
 * images. Its Regions are listed before a scan.
 */
export const ec2 = defineService({
  name: 'ec2',
  open: async (config) => new (await import('@aws-sdk/client-ec2')).EC2Client(config),
  operations: {
    DescribeRegions: { iam: 'ec2:DescribeRegions' },
    DescribeInstances: { iam: 'ec2:DescribeInstances', paging },
    DescribeVolumes: { iam: 'ec2:DescribeVolumes', paging },
    DescribeSnapshots: { iam: 'ec2:DescribeSnapshots', paging },
    DescribeLockedSnapshots: { iam: 'ec2:DescribeLockedSnapshots', paging },
    DescribeImages: { iam: 'ec2:DescribeImages', paging },
  },
  readings: [
    {
      yields: [{ kind: 'resources', of: 'EC2' }],
      calls: ['DescribeInstances'],
      read: async () => (await import('./volumes-and-instances.js')).readInstances,
    },
    {
      yields: [{ kind: 'resources', of: 'EBS' }],
      calls: ['DescribeVolumes'],
      read: async () => (await import('./volumes-and-instances.js')).readVolumes,
    },
    {
      yields: [
        { kind: 'nativeBackups', of: 'EBS' },
        { kind: 'nativeBackups', of: 'Storage Gateway' },
      ],
      after: ['resources'],
      calls: ['DescribeSnapshots'],
      read: async () => (await import('./snapshots.js')).readSnapshots,
    },
    {
      yields: [{ kind: 'nativeBackups', of: 'EC2' }],
      after: ['resources'],
      calls: ['DescribeImages'],
      read: async () => (await import('./images.js')).readImages,
    },
    {
      yields: [{ kind: 'disabledImages' }],
      calls: ['DescribeImages'],
      read: async () => (await import('./disabled-images.js')).readDisabledImages,
    },
    {
      yields: [{ kind: 'lockedSnapshots' }],
      after: ['resources'],
      calls: ['DescribeLockedSnapshots', 'DescribeSnapshots'],
      read: async () => (await import('./locked-snapshots.js')).readLockedSnapshots,
    },
  ],
});
