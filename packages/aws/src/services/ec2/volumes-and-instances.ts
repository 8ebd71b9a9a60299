import {
  type Instance,
  type Volume,
  type VolumeAttachment,
  DescribeInstancesCommand,
  DescribeVolumesCommand,
} from '@aws-sdk/client-ec2';
import { buildArn, defined } from '@backproof/core';
import type { Attachment, EbsVolume, Ec2Instance, Instant, Scope } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { listOf } from '../../left-out.js';
import { required, says } from '../../required.js';
import type { Words } from '../../required.js';
import { instanceState, VOLUME_STATES } from './states.js';
import { nameTag, toInstant, toKeyArn, toState, toTags } from '../translate.js';

/**
 * EC2 instances, those that AWS services operate included.
 *
 * @source API DescribeInstances
 */
export async function* readInstances({ pages, scope, translated }: ReadingContext): AsyncIterable<Page> {
  const input = { IncludeManagedResources: true };
  for await (const page of pages(DescribeInstancesCommand, input)) {
    const reservations = required(page.Reservations, 'DescribeInstances: Reservations', page);
    const groups = translated(reservations, 'DescribeInstances: ReservationId', ({ OwnerId, Instances }) => ({
      owner: { ...scope, accountId: OwnerId ?? scope.accountId },
      instances: required(Instances, 'DescribeInstances: Reservations.Instances', page),
    }));
    yield {
      resources: groups.flatMap(({ owner, instances }) =>
        translated(instances, 'DescribeInstances: InstanceId', (instance) => toInstance(owner, instance)),
      ),
    };
  }
}

/**
 * EBS volumes, those that AWS services operate included.
 *
 * @source API DescribeVolumes
 */
export async function* readVolumes({ pages, scope, translated }: ReadingContext): AsyncIterable<Page> {
  const input = { IncludeManagedResources: true };
  for await (const page of pages(DescribeVolumesCommand, input)) {
    const volumes = required(page.Volumes, 'DescribeVolumes: Volumes', page);
    yield { resources: translated(volumes, 'DescribeVolumes: VolumeId', (volume) => toVolume(scope, volume)) };
  }
}

/** @source API Instance, which has no ARN field; Auto Scaling User Guide, ec2-auto-scaling-tagging, for the group */
function toInstance(scope: Scope, instance: Instance): Ec2Instance {
  const id = required(instance.InstanceId, 'DescribeInstances: InstanceId');
  const tags = toTags(instance.Tags, 'DescribeInstances');
  return {
    type: 'EC2',
    arn: instanceArn(scope, id),
    accountId: scope.accountId,
    region: scope.region,
    name: nameTag(tags) ?? id,
    tags,
    rootDevice: instance.RootDeviceType === 'instance-store' ? 'instance-store' : 'ebs',
    spot: instance.InstanceLifecycle === 'spot',
    ...defined({
      createdAt: createdAt(instance),
      state: instanceState(instance),
      autoScalingGroup: Object.hasOwn(tags, 'aws:autoscaling:groupName')
        ? tags['aws:autoscaling:groupName']
        : undefined,
      managedBy: instance.Operator?.Managed === true ? (instance.Operator.Principal ?? 'an AWS service') : undefined,
    }),
  };
}

/**
 * The launch time is that of the last start. What was attached earlier, mostly the first network interface, which
 * cannot be detached, shows that the instance is older.
 *
 * @source API Instance.LaunchTime; EC2 User Guide, using-eni
 */
function createdAt({ LaunchTime, BlockDeviceMappings, NetworkInterfaces }: Instance): Instant | undefined {
  const dates = [
    LaunchTime,
    ...listOf('Instance.BlockDeviceMappings', BlockDeviceMappings).map(({ Ebs }) => Ebs?.AttachTime),
    ...listOf('Instance.NetworkInterfaces', NetworkInterfaces).map(({ Attachment }) => Attachment?.AttachTime),
  ];
  const instants = dates.flatMap((date) => toInstant(date) ?? []);
  return instants.length === 0 ? undefined : Math.min(...instants);
}

/** @source API Volume, VolumeAttachment */
function toVolume(scope: Scope, volume: Volume): EbsVolume {
  const id = required(volume.VolumeId, 'DescribeVolumes: VolumeId');
  const tags = toTags(volume.Tags, 'DescribeVolumes');
  return {
    type: 'EBS',
    arn: volumeArn(scope, id),
    accountId: scope.accountId,
    region: scope.region,
    name: nameTag(tags) ?? id,
    tags,
    attachments: attachmentsOf(volume).flatMap((attachment) => toAttachment(scope, attachment) ?? []),
    ...defined({
      createdAt: toInstant(volume.CreateTime),
      state: toState(VOLUME_STATES, volume.State),
      encryptionKeyArn: toKeyArn(scope, volume.KmsKeyId),
    }),
  };
}

/** A volume that is in use is attached. @source API (Amazon EC2) VolumeState */
function attachmentsOf({ Attachments, State }: Volume): readonly VolumeAttachment[] {
  return State === 'in-use'
    ? required(Attachments, 'DescribeVolumes: Attachments')
    : listOf('Volume.Attachments', Attachments);
}

/** @source API (Amazon EC2) VolumeAttachmentState */
const ATTACHED: Words = { yes: ['attached', 'attaching', 'busy', 'detaching'], no: ['detached'] };

/**
 * None where a volume is attached to what is no instance of this account, and none that has ended: a volume that is
 * being detached, or whose device is busy, is still attached.
 *
 * @source API VolumeAttachment, VolumeAttachmentState
 */
function toAttachment(
  scope: Scope,
  { InstanceId, AttachTime, DeleteOnTermination, State }: VolumeAttachment,
): Attachment | undefined {
  if (InstanceId === undefined || !says('DescribeVolumes: Attachments.State', State, ATTACHED)) return undefined;
  return {
    instanceArn: instanceArn(scope, InstanceId),
    ...defined({ since: toInstant(AttachTime), deleteOnTermination: DeleteOnTermination }),
  };
}

function instanceArn(scope: Scope, id: string): string {
  return buildArn({ ...scope, service: 'ec2', resource: `instance/${id}` });
}

function volumeArn(scope: Scope, id: string): string {
  return buildArn({ ...scope, service: 'ec2', resource: `volume/${id}` });
}
