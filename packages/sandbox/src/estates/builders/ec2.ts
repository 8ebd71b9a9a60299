import type { InstanceStateName, VolumeState } from '@aws-sdk/client-ec2';
import type { Scope } from '@backproof/core';
import { longId } from './ids.js';
import type { EstateKey } from './kms.js';
import { arnIn, inScope, LONG_AGO, tagList, type EstateResource, type Named } from './resource.js';

/** An instance, with the volumes that are attached to it. */
export interface EstateInstance extends EstateResource {
  readonly instanceId: string;
  readonly volumes: readonly Required<AttachedVolume>[];
}

/** A volume of an instance: attached when the instance was created, and going with it, unless said otherwise. */
interface AttachedVolume {
  readonly name: string;
  readonly attachedAt?: Date;
  readonly deleteOnTermination?: boolean;
}

interface InstanceOptions extends Named {
  /** It carries no Name tag. */
  readonly untitled?: true;
  /** Its root device is an instance store, and no EBS volume is attached. */
  readonly instanceStore?: true;
  /** Besides the root volume, which is named `<name>-root`. */
  readonly dataVolumes?: readonly (string | AttachedVolume)[];
  /** `running`, unless said otherwise. */
  readonly state?: InstanceStateName;
  /** It is stopped, since then. */
  readonly stoppedAt?: Date;
  readonly lifecycle?: 'spot';
  /** The AWS service that operates it. */
  readonly operator?: string;
}

/** @source API InstanceState.Code */
const STATE_CODES: Readonly<Record<InstanceStateName, number>> = {
  pending: 0,
  running: 16,
  'shutting-down': 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
};

/** A running EC2 instance, unless said otherwise. Its volumes are resources of their own: see `volumesOf`. */
export function ec2Instance(scope: Scope, options: InstanceOptions): EstateInstance {
  const { name, createdAt = LONG_AGO, stoppedAt, state = stoppedAt ? 'stopped' : 'running' } = options;
  const instanceId = longId('i', scope.accountId, scope.region, name);
  const volumes = (options.instanceStore ? [] : [`${name}-root`, ...(options.dataVolumes ?? [])])
    .map((volume) => (typeof volume === 'string' ? { name: volume } : volume))
    .map((volume) => ({ attachedAt: createdAt, deleteOnTermination: true, ...volume }));
  const tags = { ...(options.untitled ? {} : { Name: name }), ...options.tags };
  const instance = {
    InstanceId: instanceId,
    ImageId: longId('ami', 'base', scope.region),
    InstanceType: 'm6i.large' as const,
    State: { Code: STATE_CODES[state], Name: state },
    ...(stoppedAt && { StateTransitionReason: `User initiated (${wordsOf(stoppedAt)} GMT)` }),
    LaunchTime: createdAt,
    Architecture: 'x86_64' as const,
    Placement: { AvailabilityZone: `${scope.region}a` },
    RootDeviceType: options.instanceStore ? ('instance-store' as const) : ('ebs' as const),
    RootDeviceName: '/dev/xvda',
    BlockDeviceMappings: volumes.map((volume, index) => ({
      DeviceName: deviceName(index),
      Ebs: {
        VolumeId: volumeId(scope, volume.name),
        Status: 'attached' as const,
        AttachTime: volume.attachedAt,
        DeleteOnTermination: volume.deleteOnTermination,
      },
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
    volumes,
    world: inScope(scope, { instances: [instance] }),
  };
}

/** The volumes attached to an instance: its root volume first. */
export function volumesOf(instance: EstateInstance): readonly EstateResource[] {
  const { scope, createdAt, instanceId: attachedTo } = instance;
  return instance.volumes.map((volume, index) =>
    ebsVolume(scope, { ...volume, createdAt, attachedTo, device: deviceName(index) }),
  );
}

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

/** As EC2 writes a moment: `2026-01-02 03:04:05`. */
function wordsOf(moment: Date): string {
  return moment.toISOString().slice(0, 19).replace('T', ' ');
}

function volumeId(scope: Scope, name: string): string {
  return longId('vol', scope.accountId, scope.region, name);
}

function deviceName(index: number): string {
  return `/dev/xvd${String.fromCharCode('a'.charCodeAt(0) + index)}`;
}
