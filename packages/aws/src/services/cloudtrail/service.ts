import { NATIVE_RESTORE_NAMES, NATIVE_RESTORES } from '@backproof/core';
import { byNextToken, defineService } from '../../service.js';

const NATIVE_TYPES = [...new Set(NATIVE_RESTORE_NAMES.flatMap((name) => NATIVE_RESTORES[name].types))];

/**
 * AWS CloudTrail: its event history, which every account has without setting it up.
 * @source API LookupEvents: two requests a second in an account and Region, 50 events a page
 */
export const cloudtrail = defineService({
  name: 'cloudtrail',
  open: async (config) => new (await import('@aws-sdk/client-cloudtrail')).CloudTrailClient(config),
  requestsPerSecond: 2,
  operations: { LookupEvents: { iam: 'cloudtrail:LookupEvents', paging: byNextToken(50) } },
  readings: [
    {
      yields: [{ kind: 'restoreEvents' }],
      calls: ['LookupEvents'],
      read: async () => (await import('./restore-events.js')).readRestoreEvents,
    },
    {
      yields: NATIVE_TYPES.map((of) => ({ kind: 'nativeRestores', of })),
      follows: ['resources', 'restoreJobs', 'restoreEvents'],
      calls: [
        'LookupEvents',
        'ec2:DescribeImages',
        'ec2:DescribeSnapshots',
        'rds:DescribeDBClusterSnapshots',
        'rds:DescribeDBSnapshots',
      ],
      forEachNativeCall: async () => (await import('./native-restores.js')).readNativeRestores,
    },
  ],
});
