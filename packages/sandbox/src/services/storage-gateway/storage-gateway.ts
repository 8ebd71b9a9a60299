import type { ServiceDeclaration } from '../../service/declaration.js';
import { joining, lists, records } from '../../service/join.js';
import type { StorageGatewayWorld } from './world.js';

/** AWS Storage Gateway, which AWS Config does not record. */
export const storageGateway: ServiceDeclaration<StorageGatewayWorld> = {
  signingName: 'storagegateway',
  join: joining({ gateways: lists, gatewayVolumes: lists, snapshotSchedules: records }),
  resources: ({ gatewayVolumes = [] }) =>
    gatewayVolumes.map(({ VolumeARN = '' }) => ({ arn: VolumeARN, isListed: true })),
  load: async () => (await import('./service.js')).service,
};
