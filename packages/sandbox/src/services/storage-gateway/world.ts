import type { DescribeSnapshotScheduleOutput, GatewayInfo, VolumeInfo } from '@aws-sdk/client-storage-gateway';

/** The contents of one scope in Storage Gateway. */
export interface StorageGatewayWorld {
  readonly gateways?: readonly GatewayInfo[];
  readonly gatewayVolumes?: readonly VolumeInfo[];
  /** The schedules of snapshots of gateway volumes that have one, by the volume's ARN. */
  readonly snapshotSchedules?: Readonly<Record<string, Omit<DescribeSnapshotScheduleOutput, 'VolumeARN'>>>;
}
