import type { Scope } from '@backproof/core';
import type { WorldScope } from '../../world/world.js';
import { hexId } from './ids.js';
import { arnIn, inScope, LONG_AGO, type EstateResource, type Named } from './resource.js';

/** A gateway: no unit of backup itself. */
export interface EstateGateway {
  readonly scope: Scope;
  readonly gatewayId: string;
  readonly arn: string;
  readonly world: WorldScope;
}

/** A volume gateway (`CACHED`, `STORED`) or a file gateway (`FILE_S3`). */
export function gateway(scope: Scope, name: string, gatewayType: 'CACHED' | 'STORED' | 'FILE_S3'): EstateGateway {
  const gatewayId = `sgw-${hexId(8, scope.accountId, scope.region, name).toUpperCase()}`;
  const arn = arnIn(scope, 'storagegateway', `gateway/${gatewayId}`);
  const info = {
    GatewayId: gatewayId,
    GatewayARN: arn,
    GatewayName: name,
    GatewayType: gatewayType,
    GatewayOperationalState: 'ACTIVE',
  };
  return { scope, gatewayId, arn, world: inScope(scope, { gateways: [info] }) };
}

/** A volume of a volume gateway. Its API names it by its id alone; its name is a tag. */
export function gatewayVolume(on: EstateGateway, options: Named): EstateResource {
  const { name, createdAt = LONG_AGO } = options;
  const id = `vol-${hexId(17, on.arn, name).toUpperCase()}`;
  const arn = `${on.arn}/volume/${id}`;
  const volume = {
    VolumeId: id,
    VolumeARN: arn,
    GatewayId: on.gatewayId,
    GatewayARN: on.arn,
    VolumeType: 'CACHED iSCSI',
    VolumeSizeInBytes: 107_374_182_400,
    VolumeAttachmentStatus: 'ATTACHED',
  };
  return {
    scope: on.scope,
    arn,
    type: 'Storage Gateway',
    name,
    createdAt,
    world: inScope(on.scope, { gatewayVolumes: [volume], tags: { [arn]: { Name: name, ...options.tags } } }),
  };
}
