import { defineService } from '../../service.js';

const paging = { pageSize: 100, limit: 'Limit', token: 'Marker', next: 'Marker' };

/**
 * AWS Storage Gateway: the volumes of Volume Gateways, without their tags, which come from the tagging API, and whether
 * they are snapshotted by a schedule. File and Tape Gateways have nothing that AWS Backup protects.
 *
 * @source Developer Guide, whatisbackup
 */
export const storagegateway = defineService({
  name: 'storagegateway',
  open: async (config) => new (await import('@aws-sdk/client-storage-gateway')).StorageGatewayClient(config),
  operations: {
    ListGateways: { iam: 'storagegateway:ListGateways', paging },
    ListVolumes: { iam: 'storagegateway:ListVolumes', paging, perItem: 'each volume gateway' },
    DescribeSnapshotSchedule: {
      iam: 'storagegateway:DescribeSnapshotSchedule',
      perItem: 'each volume of a volume gateway',
    },
  },
  tagFilters: { 'Storage Gateway': 'storagegateway' },
  readings: [
    {
      yields: [{ kind: 'resources', of: 'Storage Gateway' }],
      calls: ['ListGateways', 'ListVolumes'],
      read: async () => (await import('./volumes.js')).readVolumes,
    },
    {
      yields: [{ kind: 'nativeBackups', of: 'Storage Gateway' }],
      after: ['resources'],
      calls: ['DescribeSnapshotSchedule'],
      read: async () => (await import('./snapshot-schedules.js')).readSnapshotSchedules,
    },
  ],
});
