import {
  DescribeImages$,
  type DescribeImagesRequest,
  type DescribeImagesResult,
  DescribeInstances$,
  type DescribeInstancesRequest,
  type DescribeInstancesResult,
  DescribeRegions$,
  type DescribeRegionsRequest,
  type DescribeRegionsResult,
  DescribeSnapshots$,
  type DescribeSnapshotsRequest,
  type DescribeSnapshotsResult,
  DescribeVolumes$,
  type DescribeVolumesRequest,
  type DescribeVolumesResult,
  type Image,
  type Instance,
  type Reservation,
  type Snapshot,
  type Tag,
  type Volume,
} from '@aws-sdk/client-ec2';
import { ec2Query } from '../../wire/query.js';
import { ServiceError } from '../../wire/service-error.js';
import { matches } from '../../service/filters.js';
import { listing, type Paging } from '../../service/listing.js';
import { byIds } from '../../service/lookup.js';
import type { Call, Service } from '../../service/operation.js';
import type { Ec2World } from './world.js';

/** Without `MaxResults` EC2 answers all at once. @source EC2 API Reference, Pagination */
const paging: Paging<'MaxResults' | 'NextToken', 'NextToken'> = {
  size: 'MaxResults',
  token: 'NextToken',
  next: 'NextToken',
  least: 5,
  most: 1000,
  usual: Infinity,
  excess: 'refused',
  badSize: (size) =>
    invalidValue(`Value ( ${size} ) for parameter maxResults is invalid. Expecting a value between 5 and 1000.`),
  badToken: () => invalidValue('The token is invalid', 'InvalidNextToken'),
};

/** Amazon EC2. */
export const service: Service<Ec2World> = {
  protocol: ec2Query('http://ec2.amazonaws.com/doc/2016-11-15/'),
  operations: [
    listing<Ec2World, DescribeInstancesRequest, DescribeInstancesResult, Reservation>(DescribeInstances$, {
      items: ({ scope }, { InstanceIds }) =>
        byIds(
          scope.instances,
          InstanceIds,
          ({ InstanceId }) => InstanceId,
          (id) => invalidValue(`The instance ID '${id}' does not exist`, 'InvalidInstanceID.NotFound'),
        ).map((instance) => reservationOf(instance, scope.accountId)),
      where: { Filters: matches(reservationValues, unknownFilter) },
      page: 'Reservations',
      paging,
    }),
    listing<Ec2World, DescribeVolumesRequest, DescribeVolumesResult, Volume>(DescribeVolumes$, {
      items: ({ scope }, { VolumeIds }) =>
        byIds(
          scope.volumes,
          VolumeIds,
          ({ VolumeId }) => VolumeId,
          (id) => invalidValue(`The volume '${id}' does not exist.`, 'InvalidVolume.NotFound'),
        ),
      where: { Filters: matches(volumeValues, unknownFilter) },
      page: 'Volumes',
      paging,
    }),
    listing<Ec2World, DescribeSnapshotsRequest, DescribeSnapshotsResult, Snapshot>(DescribeSnapshots$, {
      items: ({ scope }, { SnapshotIds }) =>
        byIds(
          scope.snapshots,
          SnapshotIds,
          ({ SnapshotId }) => SnapshotId,
          (id) => invalidValue(`The snapshot '${id}' does not exist.`, 'InvalidSnapshot.NotFound'),
        ),
      where: {
        Filters: matches(snapshotValues, unknownFilter),
        OwnerIds: ({ OwnerId }, owners) => owners.some((owner) => owner === 'self' || owner === OwnerId),
      },
      page: 'Snapshots',
      paging,
    }),
    listing<Ec2World, DescribeImagesRequest, DescribeImagesResult, Image>(DescribeImages$, {
      items: ({ scope }, { ImageIds }) =>
        byIds(
          scope.images,
          ImageIds,
          ({ ImageId }) => ImageId,
          (id) => invalidValue(`The image id '[${id}]' does not exist`, 'InvalidAMIID.NotFound'),
        ),
      where: {
        Filters: matches(imageValues, unknownFilter),
        Owners: ({ OwnerId }, owners) => owners.some((owner) => owner === 'self' || owner === OwnerId),
      },
      page: 'Images',
      paging,
    }),
    { schema: DescribeRegions$, answer: describeRegions },
  ],
};

/** A world does not know which instances were started together: each has a reservation of its own. */
function reservationOf(instance: Instance, accountId: string): Reservation {
  return {
    ReservationId: (instance.InstanceId ?? '').replace(/^i-/, 'r-'),
    OwnerId: accountId,
    Groups: [],
    Instances: [instance],
  };
}

function reservationValues({ OwnerId, Instances = [] }: Reservation, name: string): Values {
  const [{ InstanceId, State, Tags } = {}] = Instances;
  if (name === 'instance-id') return [InstanceId];
  if (name === 'instance-state-name') return [State?.Name];
  return name === 'owner-id' ? [OwnerId] : tagValues(Tags, name);
}

function volumeValues({ Attachments = [], State, Tags, VolumeId }: Volume, name: string): Values {
  if (name === 'volume-id') return [VolumeId];
  if (name === 'status') return [State];
  return name === 'attachment.instance-id' ? Attachments.map(({ InstanceId }) => InstanceId) : tagValues(Tags, name);
}

function snapshotValues({ Description, OwnerId, SnapshotId, State, Tags, VolumeId }: Snapshot, name: string): Values {
  if (name === 'snapshot-id') return [SnapshotId];
  if (name === 'volume-id') return [VolumeId];
  if (name === 'status') return [State];
  if (name === 'description') return [Description];
  return name === 'owner-id' ? [OwnerId] : tagValues(Tags, name);
}

function imageValues({ ImageId, Name, OwnerId, SourceInstanceId, State, Tags }: Image, name: string): Values {
  if (name === 'image-id') return [ImageId];
  if (name === 'name') return [Name];
  if (name === 'state') return [State];
  if (name === 'source-instance-id') return [SourceInstanceId];
  return name === 'owner-id' ? [OwnerId] : tagValues(Tags, name);
}

type Values = readonly (string | undefined)[] | undefined;

function tagValues(tags: readonly Tag[] = [], name: string): Values {
  if (name === 'tag-key') return tags.map(({ Key }) => Key);
  if (!name.startsWith('tag:')) return undefined;
  return tags.filter(({ Key }) => `tag:${Key ?? ''}` === name).map(({ Value }) => Value);
}

function describeRegions({ RegionNames }: DescribeRegionsRequest, { world }: Call<Ec2World>): DescribeRegionsResult {
  const unknownRegion = (name: string): ServiceError => invalidValue(`Invalid values found for region: '${name}'`);
  const names = byIds(world.regions, RegionNames, (name) => name, unknownRegion);
  return {
    Regions: names.map((name) => ({
      RegionName: name,
      Endpoint: `ec2.${name}.amazonaws.com`,
      OptInStatus: 'opt-in-not-required',
    })),
  };
}

function unknownFilter(name: string): ServiceError {
  return invalidValue(`The filter '${name}' is invalid`);
}

function invalidValue(message: string, code = 'InvalidParameterValue'): ServiceError {
  return new ServiceError(code, message);
}
