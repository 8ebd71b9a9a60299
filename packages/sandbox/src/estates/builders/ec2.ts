import type { InstanceStateName } from '@aws-sdk/client-ec2';
import type { Scope, Tags } from '@backproof/core';
import { deviceName, ebsVolume, volumeId } from './ebs.js';
import { longId } from './ids.js';
import { arnIn, inScope, LONG_AGO, tagList, type EstateResource, type Named } from './resource.js';

/** An instance, with the volumes that are attached to it. */
export interface EstateInstance extends EstateResource {
  readonly instanceId: string;
  readonly volumes: readonly (AttachedVolume & { readonly attachedAt: Date; readonly deleteOnTermination: boolean })[];
}

/** A volume of an instance: made and attached with the instance, and going with it, unless said otherwise. */
interface AttachedVolume extends Named {
  readonly attachedAt?: Date;
  readonly deleteOnTermination?: boolean;
}

interface InstanceOptions extends Named {
  /** It carries no Name tag. */
  readonly untitled?: true;
  /** Its root device is an instance store: it has no root volume. */
  readonly instanceStore?: true;
  /** The tags of its root volume. */
  readonly rootTags?: Tags;
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
  const volumes = [...rootOf(options), ...(options.dataVolumes ?? [])]
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
    ...instanceSettings(scope, instanceId),
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

/** The members that clients take for granted. The addresses are made of the id. */
function instanceSettings({ region }: Scope, instanceId: string) {
  const [third, fourth] = [instanceId.slice(-4, -2), instanceId.slice(-2)].map((digits) => Number.parseInt(digits, 16));
  const address = `10.0.${String(third)}.${String(fourth)}`;
  const subnet = { VpcId: longId('vpc', region), SubnetId: longId('subnet', region) };
  return {
    ...subnet,
    AmiLaunchIndex: 0,
    EbsOptimized: true,
    EnaSupport: true,
    Hypervisor: 'xen' as const,
    MetadataOptions: { State: 'applied' as const, HttpTokens: 'required' as const, HttpEndpoint: 'enabled' as const },
    Monitoring: { State: 'disabled' as const },
    NetworkInterfaces: [],
    PlatformDetails: 'Linux/UNIX',
    PrivateDnsName: `ip-${address.replaceAll('.', '-')}.${region}.compute.internal`,
    PrivateIpAddress: address,
    ProductCodes: [],
    PublicDnsName: '',
    SecurityGroups: [{ GroupId: longId('sg', region), GroupName: 'default' }],
    SourceDestCheck: true,
    UsageOperation: 'RunInstances',
    VirtualizationType: 'hvm' as const,
  };
}

/** The volumes attached to an instance: its root volume first. */
export function volumesOf(instance: EstateInstance): readonly EstateResource[] {
  const { scope, createdAt, instanceId: attachedTo } = instance;
  return instance.volumes.map((volume, index) =>
    ebsVolume(scope, { createdAt, ...volume, attachedTo, device: deviceName(index) }),
  );
}

/**
 * One of the volumes attached to an instance: its root volume is named `<instance>-root`.
 *
 * @throws Error if it has none of that name
 */
export function volumeOf(instance: EstateInstance, name: string): EstateResource {
  const volume = volumesOf(instance).find((each) => each.name === name);
  if (volume === undefined) throw new Error(`${instance.name} has no volume ${name}`);
  return volume;
}

function rootOf({ name, instanceStore, rootTags }: InstanceOptions): readonly AttachedVolume[] {
  return instanceStore ? [] : [{ name: `${name}-root`, ...(rootTags && { tags: rootTags }) }];
}

/** As EC2 writes a moment: `2026-01-02 03:04:05`. */
function wordsOf(moment: Date): string {
  return moment.toISOString().slice(0, 19).replace('T', ' ');
}
