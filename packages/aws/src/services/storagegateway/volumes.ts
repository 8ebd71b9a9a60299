import {
  type GatewayInfo,
  ListGatewaysCommand,
  ListVolumesCommand,
  type VolumeInfo,
} from '@aws-sdk/client-storage-gateway';
import type { Scope, StorageGatewayVolume } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required, UnknownWordError } from '../../required.js';
import type { ServiceCalls } from '../../service-calls.js';

/**
 * The volumes of Volume Gateways.
 *
 * @source API ListGateways, ListVolumes
 */
export async function* readVolumes(context: ReadingContext): AsyncIterable<Page> {
  const { pages, scope, forEachItem, translated } = context;
  for await (const page of pages(ListGatewaysCommand, {})) {
    const listed = required(page.Gateways, 'ListGateways: Gateways', page);
    const gateways = translated(listed, 'ListGateways: GatewayId', toVolumeGateway).flat();
    const answers = forEachItem(gateways, (gateway) => volumesOf(pages, gateway));
    const resources: StorageGatewayVolume[] = [];
    for await (const { answer } of answers) {
      resources.push(...translated(answer, 'ListVolumes: VolumeId', (volume) => toVolume(scope, volume)));
    }
    yield { resources };
  }
}

/** @source API ActivateGateway.GatewayType: STORED and CACHED are the Volume Gateways */
const VOLUME_GATEWAYS = ['CACHED', 'STORED'];
const OTHER_GATEWAYS = ['FILE_FSX_SMB', 'FILE_S3', 'VTL', 'VTL_SNOW'];

/**
 * The ARN of a Volume Gateway; none of another.
 *
 * @throws UnknownWordError if AWS added the type: what such a volume holds is not known
 */
function toVolumeGateway({ GatewayARN, GatewayType }: GatewayInfo): readonly string[] {
  const type = required(GatewayType, 'ListGateways: GatewayType');
  if (OTHER_GATEWAYS.includes(type)) return [];
  if (!VOLUME_GATEWAYS.includes(type)) throw new UnknownWordError('ListGateways: GatewayType', type);
  return [required(GatewayARN, 'ListGateways: GatewayARN')];
}

/** The volumes of a gateway, through all their pages. */
async function volumesOf(pages: ServiceCalls['pages'], GatewayARN: string): Promise<readonly VolumeInfo[]> {
  const volumes: VolumeInfo[] = [];
  for await (const page of pages(ListVolumesCommand, { GatewayARN })) {
    volumes.push(...required(page.VolumeInfos, 'ListVolumes: VolumeInfos', page));
  }
  return volumes;
}

/** @source API VolumeInfo: it contains no time of creation, and no name except the identifier. */
function toVolume(scope: Scope, volume: VolumeInfo): StorageGatewayVolume {
  return {
    type: 'Storage Gateway',
    arn: required(volume.VolumeARN, 'ListVolumes: VolumeARN'),
    accountId: scope.accountId,
    region: scope.region,
    name: required(volume.VolumeId, 'ListVolumes: VolumeId'),
  };
}
