import { DescribeSnapshotScheduleCommand, InvalidGatewayRequestException } from '@aws-sdk/client-storage-gateway';
import { VANISHED } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required } from '../../required.js';
import type { ServiceCalls } from '../../service-calls.js';

/**
 * The schedules that make snapshots of the volumes that were found. A stored volume has one from its creation, a cached
 * one may be given one. EC2 lists the snapshots themselves.
 *
 * @source API DescribeSnapshotSchedule; Volume Gateway User Guide, SchedulingSnapshot
 */
export async function* readSnapshotSchedules(context: ReadingContext): AsyncIterable<Page> {
  const { call, scope, found, forEachItem } = context;
  const volumes = found('resources').filter(({ type }) => type === 'Storage Gateway');
  const answers = forEachItem(
    volumes,
    async ({ arn }): Promise<Page> => {
      const enabled = await hasSchedule(call, arn);
      return { nativeBackups: [{ scope, resourceArn: arn, mechanism: 'storage-gateway-snapshots', enabled }] };
    },
    ({ arn }) => [arn],
    (volume) => ({ uncounted: [{ ...volume, state: VANISHED }] }),
  );
  for await (const { answer } of answers) yield answer;
}

async function hasSchedule(call: ServiceCalls['call'], VolumeARN: string) {
  try {
    const answer = await call(new DescribeSnapshotScheduleCommand({ VolumeARN }));
    return required(answer.RecurrenceInHours, 'DescribeSnapshotSchedule: RecurrenceInHours', answer) > 0;
  } catch (error) {
    if (isWithoutSchedule(error)) return false;
    throw error;
  }
}

/** @source API StorageGatewayError.errorCode: to this service, a volume without a schedule is an invalid request */
function isWithoutSchedule(error: unknown): boolean {
  return error instanceof InvalidGatewayRequestException && error.error?.errorCode === 'SnapshotScheduleNotFound';
}
