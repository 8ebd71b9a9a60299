import {
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
import { awsJson } from '../wire/aws-json.js';
import { ServiceError } from '../wire/service-error.js';
import { is } from './filters.js';
import { listing, type Paging } from './listing.js';
import type { Service } from './operation.js';
import { tagsOf } from './tags.js';

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
export const storageGateway: Service = {
  protocol: awsJson('1.1'),
  operations: [
    listing<ListGatewaysInput, ListGatewaysOutput, GatewayInfo>(ListGateways$, {
      items: ({ scope }) => scope.gateways ?? [],
      page: 'Gateways',
      paging,
    }),
    listing<ListVolumesInput, ListVolumesOutput, VolumeInfo>(ListVolumes$, {
      items: ({ scope }, { GatewayARN: arn }) => {
        const isKnown = arn === undefined || scope.gateways?.some(({ GatewayARN }) => GatewayARN === arn);
        if (!isKnown) throw invalid('The specified gateway was not found.');
        return scope.gatewayVolumes ?? [];
      },
      where: { GatewayARN: is('GatewayARN') },
      page: 'VolumeInfos',
      also: ({ GatewayARN }) => ({ GatewayARN }),
      paging,
    }),
    listing<ListTagsForResourceInput, ListTagsForResourceOutput, Tag>(ListTagsForResource$, {
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

function invalid(message: string): ServiceError {
  return new ServiceError('InvalidGatewayRequestException', message);
}
