import type { VolumeState } from '@aws-sdk/client-ec2';
import type { Scope } from '@backproof/core';
import { longId } from './ids.js';
import type { EstateKey } from './kms.js';
import { arnIn, inScope, LONG_AGO, tagList, type EstateResource, type Named } from './resource.js';

interface VolumeOptions extends Named {
  /** `available`, or `in-use` where it is attached, unless said otherwise. */
  readonly state?: VolumeState;
  /** An instance's id. */
  readonly attachedTo?: string;
  /** When it was created, unless said otherwise. */
  readonly attachedAt?: Date;
  /** That it goes with its instance, unless said otherwise. */
  readonly deleteOnTermination?: boolean;
  readonly device?: string;
  readonly key?: EstateKey;
}

/** An EBS volume, detached unless said otherwise. */
export function ebsVolume(scope: Scope, options: VolumeOptions): EstateResource {
  const { name, createdAt = LONG_AGO, attachedTo, device, key } = options;
  const { state = attachedTo ? 'in-use' : 'available', attachedAt = createdAt, deleteOnTermination = true } = options;
  const id = volumeId(scope, name);
  const attachment = {
    VolumeId: id,
    InstanceId: attachedTo,
    Device: device,
    State: 'attached' as const,
    AttachTime: attachedAt,
    DeleteOnTermination: deleteOnTermination,
  };
  const volume = {
    VolumeId: id,
    VolumeType: 'gp3' as const,
    Size: 40,
    Iops: 3000,
    Throughput: 125,
    MultiAttachEnabled: false,
    SnapshotId: '',
    Encrypted: true,
    ...(key && { KmsKeyId: key.arn }),
    AvailabilityZone: `${scope.region}a`,
    CreateTime: createdAt,
    State: state,
    Attachments: attachedTo ? [attachment] : [],
    Tags: tagList({ Name: name, ...options.tags }),
  };
  return {
    scope,
    arn: arnIn(scope, 'ec2', `volume/${id}`),
    type: 'EBS',
    name,
    createdAt,
    world: inScope(scope, { volumes: [volume] }),
  };
}

/** The id of the volume of a name. */
export function volumeId(scope: Scope, name: string): string {
  return longId('vol', scope.accountId, scope.region, name);
}

/** The device of an instance's volume, counted from 0. */
export function deviceName(index: number): string {
  return `/dev/xvd${String.fromCharCode('a'.charCodeAt(0) + index)}`;
}
