import {
  type GatewayInfo,
  InvalidGatewayRequestException,
  paginateListGateways,
  paginateListVolumes,
  type StorageGatewayClient,
  type VolumeInfo,
} from '@aws-sdk/client-storage-gateway';
import type { Scope, StorageGatewayVolume } from '@backproof/core';
import { defineCollector, type Operation, type Page, type ReadingContext } from '../../collector.js';
import { required, UnknownWordError } from '../../required.js';
import { readSnapshotSchedules, scheduleOperations } from './snapshot-schedules.js';

const operations = {
  ListGateways: { iam: 'storagegateway:ListGateways', pageSize: 100 },
  ListVolumes: { iam: 'storagegateway:ListVolumes', pageSize: 100, perItem: true },
} satisfies Record<string, Operation>;

/**
 * AWS Storage Gateway: the volumes of Volume Gateways, without their tags, which come from the tagging API, and whether
 * they are snapshotted by a schedule. File and Tape Gateways have nothing that AWS Backup protects.
 *
 * @source API ListGateways, ListVolumes, DescribeSnapshotSchedule; Developer Guide, whatisbackup
 */
export const storagegateway = defineCollector({
  service: 'storagegateway',
  operations: { ...operations, ...scheduleOperations },
  readings: [
    { yields: [{ kind: 'resources', of: 'Storage Gateway' }], read: readVolumes },
    {
      yields: [{ kind: 'nativeBackups', of: 'Storage Gateway' }],
      after: ['resources'],
      read: readSnapshotSchedules,
    },
  ],
});

async function* readVolumes(context: ReadingContext<StorageGatewayClient>): AsyncIterable<Page> {
  const { client, scope, signal, forEachItem, translated } = context;
  const { pageSize } = operations.ListGateways;
  for await (const page of paginateListGateways({ client, pageSize }, {}, { abortSignal: signal })) {
    const listed = required(page.Gateways, 'ListGateways: Gateways', page);
    const gateways = translated(listed, 'ListGateways: GatewayId', toVolumeGateway).flat();
    const answers = forEachItem(gateways, (gateway) => volumesOf(client, gateway, signal));
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

/** The volumes of a gateway, through all their pages; none if it was deleted since it was listed. */
async function volumesOf(
  client: StorageGatewayClient,
  GatewayARN: string,
  abortSignal: AbortSignal,
): Promise<readonly VolumeInfo[]> {
  const { pageSize } = operations.ListVolumes;
  const volumes: VolumeInfo[] = [];
  try {
    for await (const page of paginateListVolumes({ client, pageSize }, { GatewayARN }, { abortSignal })) {
      volumes.push(...required(page.VolumeInfos, 'ListVolumes: VolumeInfos', page));
    }
    return volumes;
  } catch (error) {
    if (isGatewayNotFound(error)) return [];
    throw error;
  }
}

/** @source API StorageGatewayError.errorCode: to this service, a gateway that is gone is an invalid request */
function isGatewayNotFound(error: unknown): boolean {
  return error instanceof InvalidGatewayRequestException && error.error?.errorCode === 'GatewayNotFound';
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
