import {
  type GatewayInfo,
  InvalidGatewayRequestException,
  paginateListGateways,
  paginateListVolumes,
  type StorageGatewayClient,
  type VolumeInfo,
} from '@aws-sdk/client-storage-gateway';
import type { Scope, StorageGatewayVolume } from '@backproof/core';
import { defineCollector, type Operation } from '../collector.js';
import { required } from '../required.js';

const operations = {
  ListGateways: { iam: 'storagegateway:ListGateways', pageSize: 100 },
  ListVolumes: { iam: 'storagegateway:ListVolumes', pageSize: 100, perItem: true },
} satisfies Record<string, Operation>;

/**
 * AWS Storage Gateway: the volumes of Volume Gateways, without their tags, which come from the tagging API. File and
 * Tape Gateways have nothing that AWS Backup protects.
 *
 * @source API ListGateways, ListVolumes; Developer Guide, whatisbackup
 */
export const storagegateway = defineCollector({
  service: 'storagegateway',
  operations,
  readings: [
    {
      yields: [{ kind: 'resources', of: 'Storage Gateway' }],
      async *read({ client, scope, signal, forEachItem }) {
        const { pageSize } = operations.ListGateways;
        for await (const page of paginateListGateways({ client, pageSize }, {}, { abortSignal: signal })) {
          const gateways = required(page.Gateways, 'ListGateways: Gateways', page).filter(isVolumeGateway);
          const answers = forEachItem(gateways, (gateway) => volumesOf(client, gateway, signal));
          const resources: StorageGatewayVolume[] = [];
          for await (const { answer } of answers) resources.push(...answer.map((volume) => toVolume(scope, volume)));
          yield { resources };
        }
      },
    },
  ],
});

/** @source API ActivateGateway.GatewayType: STORED and CACHED are the Volume Gateways. */
function isVolumeGateway({ GatewayType }: GatewayInfo): boolean {
  return GatewayType === 'CACHED' || GatewayType === 'STORED';
}

/** The volumes of a gateway, through all their pages; none if it was deleted since it was listed. */
async function volumesOf(
  client: StorageGatewayClient,
  gateway: GatewayInfo,
  abortSignal: AbortSignal,
): Promise<readonly VolumeInfo[]> {
  const { pageSize } = operations.ListVolumes;
  const input = { GatewayARN: required(gateway.GatewayARN, 'ListGateways: GatewayARN') };
  const volumes: VolumeInfo[] = [];
  try {
    for await (const page of paginateListVolumes({ client, pageSize }, input, { abortSignal })) {
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

/** @source API VolumeInfo: it tells no time of creation, and no name but the identifier. */
function toVolume(scope: Scope, volume: VolumeInfo): StorageGatewayVolume {
  return {
    type: 'Storage Gateway',
    arn: required(volume.VolumeARN, 'ListVolumes: VolumeARN'),
    accountId: scope.accountId,
    region: scope.region,
    name: required(volume.VolumeId, 'ListVolumes: VolumeId'),
  };
}
