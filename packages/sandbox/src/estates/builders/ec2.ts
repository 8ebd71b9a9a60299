import type { Scope } from '@backproof/core';
import { longId } from './ids.js';
import type { EstateKey } from './kms.js';
import { arnIn, inScope, LONG_AGO, tagList, type EstateResource, type Named } from './resource.js';

/** An instance, with the names of the volumes that are attached to it. */
export interface EstateInstance extends EstateResource {
  readonly instanceId: string;
  readonly volumeNames: readonly string[];
}

interface InstanceOptions extends Named {
  /** It carries no Name tag. */
  readonly untitled?: true;
  /** Its root device is an instance store, and no EBS volume is attached. */
  readonly instanceStore?: true;
  /** Besides the root volume, which is named `<name>-root`. */
  readonly dataVolumes?: readonly string[];
  readonly lifecycle?: 'spot';
  /** The AWS service that operates it. */
  readonly operator?: string;
}

/** A running EC2 instance. Its volumes are resources of their own: see `volumesOf`. */
export function ec2Instance(scope: Scope, options: InstanceOptions): EstateInstance {
  const { name, createdAt = LONG_AGO } = options;
  const instanceId = longId('i', scope.accountId, scope.region, name);
  const volumeNames = options.instanceStore ? [] : [`${name}-root`, ...(options.dataVolumes ?? [])];
  const tags = { ...(options.untitled ? {} : { Name: name }), ...options.tags };
  const instance = {
    InstanceId: instanceId,
    ImageId: longId('ami', 'base', scope.region),
    InstanceType: 'm6i.large' as const,
    State: { Code: 16, Name: 'running' as const },
    LaunchTime: createdAt,
    Architecture: 'x86_64' as const,
    Placement: { AvailabilityZone: `${scope.region}a` },
    RootDeviceType: options.instanceStore ? ('instance-store' as const) : ('ebs' as const),
    RootDeviceName: '/dev/xvda',
    BlockDeviceMappings: volumeNames.map((volumeName, index) => ({
      DeviceName: deviceName(index),
      Ebs: { VolumeId: volumeId(scope, volumeName), Status: 'attached' as const, AttachTime: createdAt },
    })),
    ...(options.lifecycle && { InstanceLifecycle: options.lifecycle }),
    ...(options.operator && { Operator: { Managed: true, Principal: options.operator } }),
    Tags: tagList(tags),
  };
  return {
    scope,
    arn: arnIn(scope, 'ec2', `instance/${instanceId}`),
    type: 'EC2',
    name,
    createdAt,
    instanceId,
    volumeNames,
    world: inScope(scope, { instances: [instance] }),
  };
}

/** The volumes attached to an instance: its root volume first. */
export function volumesOf(instance: EstateInstance): readonly EstateResource[] {
  const { scope, createdAt } = instance;
  return instance.volumeNames.map((name, index) =>
    ebsVolume(scope, { name, createdAt, attachedTo: instance.instanceId, device: deviceName(index) }),
  );
}

interface VolumeOptions extends Named {
  /** An instance's id. */
  readonly attachedTo?: string;
  readonly device?: string;
  readonly key?: EstateKey;
}

/** An EBS volume, detached unless said otherwise. */
export function ebsVolume(scope: Scope, options: VolumeOptions): EstateResource {
  const { name, createdAt = LONG_AGO, attachedTo, device, key } = options;
  const id = volumeId(scope, name);
  const attachment = { VolumeId: id, InstanceId: attachedTo, Device: device, State: 'attached' as const };
  const volume = {
    VolumeId: id,
    VolumeType: 'gp3' as const,
    Size: 40,
    Encrypted: true,
    ...(key && { KmsKeyId: key.arn }),
    AvailabilityZone: `${scope.region}a`,
    CreateTime: createdAt,
    State: attachedTo ? ('in-use' as const) : ('available' as const),
    Attachments: attachedTo ? [{ ...attachment, AttachTime: createdAt }] : [],
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

function volumeId(scope: Scope, name: string): string {
  return longId('vol', scope.accountId, scope.region, name);
}

function deviceName(index: number): string {
  return `/dev/xvd${String.fromCharCode('a'.charCodeAt(0) + index)}`;
}
