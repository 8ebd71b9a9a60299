import {
  DescribeSnapshotSchedule$,
  type DescribeSnapshotScheduleInput,
  type DescribeSnapshotScheduleOutput,
  type GatewayInfo,
  ListGateways$,
  type ListGatewaysInput,
  type ListGatewaysOutput,
  ListTagsForResource$,
  type ListTagsForResourceInput,
  type ListTagsForResourceOutput,
  ListVolumes$,
  type ListVolumesInput,
  type ListVolumesOutput,
  type Tag,
  type VolumeInfo,
} from '@aws-sdk/client-storage-gateway';
import { awsJson } from '../../wire/aws-json.js';
import { ServiceError } from '../../wire/service-error.js';
import { is } from '../../service/filters.js';
import { listing, type Paging } from '../../service/listing.js';
import { found, own } from '../../service/lookup.js';
import type { Call, Service } from '../../service/operation.js';
import { tagsOf } from '../../service/tags.js';
import type { StorageGatewayWorld } from './world.js';

/** @source API Reference, ListVolumes: pages have up to 100 by default. */
const paging: Paging<'Limit' | 'Marker', 'Marker'> = {
  size: 'Limit',
  token: 'Marker',
  next: 'Marker',
  least: 1,
  most: 100,
  excess: 'capped',
  badSize: (size) => invalid(`The specified limit ${size} is invalid.`),
  badToken: () => invalid('The specified marker is invalid.'),
};

/** AWS Storage Gateway. */
export const service: Service<StorageGatewayWorld> = {
  protocol: awsJson('1.1'),
  operations: [
    listing<StorageGatewayWorld, ListGatewaysInput, ListGatewaysOutput, GatewayInfo>(ListGateways$, {
      items: ({ scope }) => scope.gateways ?? [],
      page: 'Gateways',
      paging,
    }),
    listing<StorageGatewayWorld, ListVolumesInput, ListVolumesOutput, VolumeInfo>(ListVolumes$, {
      items: ({ scope }, { GatewayARN: arn }) => {
        const isKnown = arn === undefined || scope.gateways?.some(({ GatewayARN }) => GatewayARN === arn);
        if (!isKnown) throw invalid('The specified gateway was not found.', 'GatewayNotFound');
        return scope.gatewayVolumes ?? [];
      },
      where: { GatewayARN: is('GatewayARN') },
      page: 'VolumeInfos',
      also: ({ GatewayARN }) => ({ GatewayARN }),
      paging,
    }),
    { schema: DescribeSnapshotSchedule$, answer: describeSnapshotSchedule },
    listing<StorageGatewayWorld, ListTagsForResourceInput, ListTagsForResourceOutput, Tag>(ListTagsForResource$, {
      items: ({ scope }, { ResourceARN: arn = '' }) => {
        const isKnown =
          scope.gatewayVolumes?.some(({ VolumeARN }) => VolumeARN === arn) === true ||
          scope.gateways?.some(({ GatewayARN }) => GatewayARN === arn) === true;
        if (!isKnown) throw invalid(`The specified resource ${arn} was not found.`);
        return tagsOf(scope, arn);
      },
      page: 'Tags',
      also: ({ ResourceARN }) => ({ ResourceARN }),
      paging,
    }),
  ],
};

/** @source API Reference, DescribeSnapshotSchedule, StorageGatewayError */
function describeSnapshotSchedule(
  { VolumeARN = '' }: DescribeSnapshotScheduleInput,
  { scope }: Call<StorageGatewayWorld>,
): DescribeSnapshotScheduleOutput {
  const isKnown = scope.gatewayVolumes?.some((volume) => volume.VolumeARN === VolumeARN);
  if (!isKnown) throw invalid('The specified volume was not found.', 'VolumeNotFound');
  const missing = () => invalid('The specified snapshot schedule was not found.', 'SnapshotScheduleNotFound');
  return { VolumeARN, ...found(own(scope.snapshotSchedules, VolumeARN), missing) };
}

function invalid(message: string, errorCode?: string): ServiceError {
  const details = errorCode === undefined ? {} : { error: { errorCode } };
  return new ServiceError('InvalidGatewayRequestException', message, 400, details);
}
