import {
  DescribeImages$,
  type DescribeImagesRequest,
  type DescribeImagesResult,
  DescribeInstances$,
  type DescribeInstancesRequest,
  type DescribeInstancesResult,
  DescribeLockedSnapshots$,
  type DescribeLockedSnapshotsRequest,
  type DescribeLockedSnapshotsResult,
  DescribeRegions$,
  DescribeSnapshots$,
  type DescribeSnapshotsRequest,
  type DescribeSnapshotsResult,
  DescribeVolumes$,
  type DescribeVolumesRequest,
  type DescribeVolumesResult,
  type Image,
  type Instance,
  type LockedSnapshotsInfo,
  type Reservation,
  type Snapshot,
  type Volume,
} from '@aws-sdk/client-ec2';
import { ec2Query } from '../../wire/query.js';
import { ServiceError } from '../../wire/service-error.js';
import type { NamedFilter } from '../../service/filters.js';
import { listing, type Paging } from '../../service/listing.js';
import { byIds } from '../../service/lookup.js';
import type { Operation, Service } from '../../service/operation.js';
import { invalidValue, refusedId } from './errors.js';
import { IMAGE_FILTERS, INSTANCE_FILTERS, LOCK_FILTERS, SNAPSHOT_FILTERS, VOLUME_FILTERS } from './filter-names.js';
import { filtering } from './filters.js';
import { describeRegions } from './regions.js';
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
        byIds(scope.instances, InstanceIds, ({ InstanceId }) => InstanceId, instanceRefused).map((instance) =>
          reservationOf(instance, scope.accountId),
        ),
      where: { Filters: ofReservation },
      page: 'Reservations',
      paging,
    }),
    listing<Ec2World, DescribeVolumesRequest, DescribeVolumesResult, Volume>(DescribeVolumes$, {
      items: ({ scope }, { VolumeIds }) => byIds(scope.volumes, VolumeIds, ({ VolumeId }) => VolumeId, volumeRefused),
      where: { Filters: filtering(VOLUME_FILTERS) },
      page: 'Volumes',
      paging,
    }),
    listing<Ec2World, DescribeSnapshotsRequest, DescribeSnapshotsResult, Snapshot>(DescribeSnapshots$, {
      items: ({ scope }, { SnapshotIds }) =>
        byIds(scope.snapshots, SnapshotIds, ({ SnapshotId }) => SnapshotId, snapshotRefused),
      where: { Filters: filtering(SNAPSHOT_FILTERS), OwnerIds: isOwnedBy },
      page: 'Snapshots',
      paging,
    }),
    listing<Ec2World, DescribeLockedSnapshotsRequest, DescribeLockedSnapshotsResult, LockedSnapshotsInfo>(
      DescribeLockedSnapshots$,
      {
        items: ({ scope }, { SnapshotIds }) =>
          byIds(scope.snapshotLocks, SnapshotIds, ({ SnapshotId }) => SnapshotId, snapshotRefused),
        where: { Filters: filtering(LOCK_FILTERS) },
        page: 'Snapshots',
        paging,
      },
    ),
    listing<Ec2World, DescribeImagesRequest, DescribeImagesResult, Image>(DescribeImages$, {
      items: ({ scope }, { ImageIds, IncludeDisabled }) =>
        byIds(scope.images, ImageIds, ({ ImageId }) => ImageId, imageRefused).filter(
          ({ State }) => IncludeDisabled === true || State !== 'disabled',
        ),
      where: { Filters: filtering(IMAGE_FILTERS), Owners: isOwnedBy },
      page: 'Images',
      paging,
    }),
    { schema: DescribeRegions$, answer: describeRegions } satisfies Operation<Ec2World>,
  ].map(withDryRuns),
};

const instanceRefused = refusedId({
  prefix: 'i',
  malformed: 'InvalidInstanceID.Malformed',
  missing: 'InvalidInstanceID.NotFound',
  message: (id) => `The instance ID '${id}' does not exist`,
});

const volumeRefused = refusedId({
  prefix: 'vol',
  malformed: 'InvalidVolumeID.Malformed',
  missing: 'InvalidVolume.NotFound',
  message: (id) => `The volume '${id}' does not exist.`,
});

const snapshotRefused = refusedId({
  prefix: 'snap',
  malformed: 'InvalidSnapshotID.Malformed',
  missing: 'InvalidSnapshot.NotFound',
  message: (id) => `The snapshot '${id}' does not exist.`,
});

const imageRefused = refusedId({
  prefix: 'ami',
  malformed: 'InvalidAMIID.Malformed',
  missing: 'InvalidAMIID.NotFound',
  message: (id) => `The image id '[${id}]' does not exist`,
});

/** A world does not know which instances were started together: each has a reservation of its own. */
function reservationOf(instance: Instance, accountId: string): Reservation {
  return {
    ReservationId: (instance.InstanceId ?? '').replace(/^i-/, 'r-'),
    OwnerId: accountId,
    Groups: [],
    Instances: [instance],
  };
}

function ofReservation(filters: readonly NamedFilter[]): (reservation: Reservation) => boolean {
  const isWanted = filtering(INSTANCE_FILTERS)(filters);
  return ({ Instances = [], ...reservation }) =>
    Instances.some((instance) => isWanted({ ...reservation, ...instance }));
}

function isOwnedBy(owners: readonly string[]) {
  return ({ OwnerId }: { readonly OwnerId?: string | undefined }): boolean =>
    owners.some((owner) => owner === 'self' || owner === OwnerId);
}

/** A dry run is an error, also where the caller may do it. @source EC2 API Reference, DescribeVolumes, DryRun */
function withDryRuns(operation: Operation<Ec2World>): Operation<Ec2World> {
  return {
    ...operation,
    answer: (input: { readonly DryRun?: boolean }, call) => {
      if (input.DryRun !== true) return operation.answer(input as never, call);
      throw new ServiceError('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412);
    },
  };
}
