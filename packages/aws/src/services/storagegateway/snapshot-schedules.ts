import {
  DescribeSnapshotScheduleCommand,
  InvalidGatewayRequestException,
  type StorageGatewayClient,
} from '@aws-sdk/client-storage-gateway';
import type { Operation, Page, ReadingContext } from '../../collector.js';

export const scheduleOperations = {
  DescribeSnapshotSchedule: { iam: 'storagegateway:DescribeSnapshotSchedule', perItem: true },
} satisfies Record<string, Operation>;

/**
 * The schedules that make snapshots of the volumes that were found. A stored volume has one from its creation, a cached
 * one may be given one. EC2 lists the snapshots themselves.
 *
 * @source API DescribeSnapshotSchedule; Volume Gateway User Guide, SchedulingSnapshot
 */
export async function* readSnapshotSchedules(context: ReadingContext<StorageGatewayClient>): AsyncIterable<Page> {
  const { client, scope, signal, found, forEachItem } = context;
  const volumes = found('resources').filter(({ type }) => type === 'Storage Gateway');
  const answers = forEachItem(volumes, ({ arn }) => hasSchedule(client, arn, signal));
  for await (const { item, answer: enabled } of answers) {
    yield {
      nativeBackups: [{ scope, resourceArn: item.arn, mechanism: 'storage-gateway-snapshots', enabled }],
    };
  }
}

async function hasSchedule(client: StorageGatewayClient, VolumeARN: string, abortSignal: AbortSignal) {
  try {
    await client.send(new DescribeSnapshotScheduleCommand({ VolumeARN }), { abortSignal });
    return true;
  } catch (error) {
    if (isWithoutSchedule(error)) return false;
    throw error;
  }
}

/** @source API StorageGatewayError.errorCode: to this service, a volume without a schedule is an invalid request */
function isWithoutSchedule(error: unknown): boolean {
  return error instanceof InvalidGatewayRequestException && error.error?.errorCode === 'SnapshotScheduleNotFound';
}
