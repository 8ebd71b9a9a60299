import type { Snapshot } from '@aws-sdk/client-ec2';
import type { Scope } from '@backproof/core';
import type { WorldScope } from '../../world/world.js';
import { hexId, longId } from './ids.js';
import { daysAgo } from './moment.js';
import { arnIn, inScope, LONG_AGO, type EstateResource, type Named } from './resource.js';

/** A gateway: no unit of backup itself. */
export interface EstateGateway {
  readonly scope: Scope;
  readonly gatewayId: string;
  readonly arn: string;
  readonly gatewayType: 'CACHED' | 'STORED' | 'FILE_S3';
  readonly world: WorldScope;
}

interface VolumeOptions extends Named {
  /** True if a schedule snapshots it daily. Absent: as AWS begins with, a stored volume has one, a cached one none. */
  readonly scheduled?: boolean;
  /** It has a snapshot of each of these days, counted back from now. */
  readonly snapshots?: readonly number[];
}

/** A volume gateway (`CACHED`, `STORED`) or a file gateway (`FILE_S3`). */
export function gateway(scope: Scope, name: string, gatewayType: EstateGateway['gatewayType']): EstateGateway {
  const gatewayId = `sgw-${hexId(8, scope.accountId, scope.region, name).toUpperCase()}`;
  const arn = arnIn(scope, 'storagegateway', `gateway/${gatewayId}`);
  const info = {
    GatewayId: gatewayId,
    GatewayARN: arn,
    GatewayName: name,
    GatewayType: gatewayType,
    GatewayOperationalState: 'ACTIVE',
  };
  return { scope, gatewayId, arn, gatewayType, world: inScope(scope, { gateways: [info] }) };
}

/** A volume of a volume gateway. Its API names it by its id alone; its name is a tag. */
export function gatewayVolume(on: EstateGateway, options: VolumeOptions): EstateResource {
  const { name, createdAt = LONG_AGO, scheduled = on.gatewayType === 'STORED', snapshots = [] } = options;
  const id = `vol-${hexId(17, on.arn, name).toUpperCase()}`;
  const arn = `${on.arn}/volume/${id}`;
  const volume = {
    VolumeId: id,
    VolumeARN: arn,
    GatewayId: on.gatewayId,
    GatewayARN: on.arn,
    VolumeType: `${on.gatewayType} iSCSI`,
    VolumeSizeInBytes: 107_374_182_400,
    VolumeAttachmentStatus: 'ATTACHED',
  };
  return {
    scope: on.scope,
    arn,
    type: 'Storage Gateway',
    name,
    createdAt,
    world: inScope(on.scope, {
      gatewayVolumes: [volume],
      ...(scheduled && { snapshotSchedules: { [arn]: dailySchedule(`${on.gatewayId}:${id}:Schedule`) } }),
      snapshots: snapshots.map((day) => volumeSnapshot(on.scope, id, day)),
      tags: { [arn]: { Name: name, ...options.tags } },
    }),
  };
}

function dailySchedule(description: string) {
  return { StartAt: 3, RecurrenceInHours: 24, Description: description, Timezone: 'GMT' };
}

/** EC2 reports a gateway's ids in lower case. @source AWS Storage Gateway API Reference, Welcome */
function volumeSnapshot(scope: Scope, volumeId: string, day: number): Snapshot {
  return {
    SnapshotId: longId('snap', volumeId, String(day)),
    VolumeId: volumeId.toLowerCase(),
    OwnerId: scope.accountId,
    StartTime: daysAgo(day),
    State: 'completed',
    VolumeSize: 100,
    Tags: [],
  };
}
