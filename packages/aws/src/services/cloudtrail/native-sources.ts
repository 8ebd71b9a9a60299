import { DescribeImagesCommand, DescribeSnapshotsCommand } from '@aws-sdk/client-ec2';
import { DescribeDBClusterSnapshotsCommand, DescribeDBSnapshotsCommand } from '@aws-sdk/client-rds';
import { buildArn, defined } from '@backproof/core';
import type { NativeRestoreName, RestoreJob } from '@backproof/core';
import type { ReadingContext } from '../../reading.js';
import { required } from '../../required.js';
import { ec2 } from '../ec2/service.js';
import { rds } from '../rds/service.js';
import { toInstant } from '../translate.js';

/** The resource that a snapshot or an image was made of, and when. */
export type Source = Pick<RestoreJob, 'sourceResourceArn' | 'recoveryPointCreatedAt'>;

/** The sources of snapshots or images, by the ARNs of these: of those that still exist. */
type Sources = ReadonlyMap<string, Source>;

/** Asks the service for the sources of some snapshots or images, by their ARNs. One that is gone is left out. */
type FindSources = (context: ReadingContext, arns: readonly string[]) => Promise<Sources>;

/** Where a call names a snapshot or an image alone, its service knows what that was made of. */
export const SOURCES_OF: Readonly<Partial<Record<NativeRestoreName, FindSources>>> = {
  CreateVolume: ofEbsSnapshots,
  CreateCachediSCSIVolume: ofEbsSnapshots,
  CreateStorediSCSIVolume: ofEbsSnapshots,
  RunInstances: ofImages,
  RestoreDBInstanceFromDBSnapshot: ofDatabaseSnapshots,
  RestoreDBClusterFromSnapshot: ofClusterSnapshots,
};

/** @source API DescribeSnapshots: with a filter, a snapshot that is gone is no error */
async function ofEbsSnapshots({ callsOf, scope, found }: ReadingContext, arns: readonly string[]): Promise<Sources> {
  const gatewayVolumes = new Map(
    found('resources').flatMap(({ type, arn }) =>
      type === 'Storage Gateway' ? [[arn.slice(arn.lastIndexOf('/') + 1).toLowerCase(), arn] as const] : [],
    ),
  );
  const ids = idsIn(arns, 'snapshot/');
  const input = { OwnerIds: ['self'], Filters: [{ Name: 'snapshot-id', Values: [...ids.keys()] }] };
  const sources = new Map<string, Source>();
  for await (const page of callsOf(ec2).pages(DescribeSnapshotsCommand, input)) {
    for (const { SnapshotId = '', VolumeId, StartTime } of required(
      page.Snapshots,
      'DescribeSnapshots: Snapshots',
      page,
    )) {
      const volume = required(VolumeId, 'DescribeSnapshots: VolumeId', page);
      const ofVolume = buildArn({ ...scope, service: 'ec2', resource: `volume/${volume}` });
      const arn = ids.get(SnapshotId);
      if (arn !== undefined) sources.set(arn, sourceOf(gatewayVolumes.get(volume) ?? ofVolume, StartTime));
    }
  }
  return sources;
}

/** @source API DescribeImages: SourceInstanceId, of an image that was made of an instance here */
async function ofImages({ callsOf, scope }: ReadingContext, arns: readonly string[]): Promise<Sources> {
  const ids = idsIn(arns, 'image/');
  const input = { Owners: ['self'], Filters: [{ Name: 'image-id', Values: [...ids.keys()] }] };
  const sources = new Map<string, Source>();
  for await (const page of callsOf(ec2).pages(DescribeImagesCommand, input)) {
    for (const { ImageId = '', SourceInstanceId, CreationDate } of required(
      page.Images,
      'DescribeImages: Images',
      page,
    )) {
      const arn = ids.get(ImageId);
      if (arn === undefined || SourceInstanceId === undefined) continue;
      const ofInstance = buildArn({ ...scope, service: 'ec2', resource: `instance/${SourceInstanceId}` });
      sources.set(arn, sourceOf(ofInstance, CreationDate === undefined ? undefined : new Date(CreationDate)));
    }
  }
  return sources;
}

async function ofDatabaseSnapshots({ callsOf, scope }: ReadingContext, arns: readonly string[]): Promise<Sources> {
  const ids = idsIn(arns, ':snapshot:');
  const sources = new Map<string, Source>();
  if (ids.size === 0) return sources;
  const input = { Filters: [{ Name: 'db-snapshot-id', Values: [...ids.keys()] }] };
  for await (const page of callsOf(rds).pages(DescribeDBSnapshotsCommand, input)) {
    const snapshots = required(page.DBSnapshots, 'DescribeDBSnapshots: DBSnapshots', page);
    for (const { DBSnapshotIdentifier = '', DBInstanceIdentifier } of snapshots) {
      const name = required(DBInstanceIdentifier, 'DescribeDBSnapshots: DBInstanceIdentifier', page);
      const arn = ids.get(DBSnapshotIdentifier);
      if (arn !== undefined) sources.set(arn, sourceOf(buildArn({ ...scope, service: 'rds', resource: `db:${name}` })));
    }
  }
  return sources;
}

async function ofClusterSnapshots({ callsOf, scope }: ReadingContext, arns: readonly string[]): Promise<Sources> {
  const ids = idsIn(arns, ':cluster-snapshot:');
  const sources = new Map<string, Source>();
  if (ids.size === 0) return sources;
  const input = { Filters: [{ Name: 'db-cluster-snapshot-id', Values: [...ids.keys()] }] };
  for await (const page of callsOf(rds).pages(DescribeDBClusterSnapshotsCommand, input)) {
    const snapshots = required(page.DBClusterSnapshots, 'DescribeDBClusterSnapshots: DBClusterSnapshots', page);
    for (const { DBClusterSnapshotIdentifier = '', DBClusterIdentifier } of snapshots) {
      const name = required(DBClusterIdentifier, 'DescribeDBClusterSnapshots: DBClusterIdentifier', page);
      const arn = ids.get(DBClusterSnapshotIdentifier);
      const ofCluster = buildArn({ ...scope, service: 'rds', resource: `cluster:${name}` });
      if (arn !== undefined) sources.set(arn, sourceOf(ofCluster));
    }
  }
  return sources;
}

function sourceOf(sourceResourceArn: string, madeAt?: Date): Source {
  return defined({ sourceResourceArn, recoveryPointCreatedAt: toInstant(madeAt) });
}

/** The ids in ARNs, after a word, each with its ARN. */
function idsIn(arns: readonly string[], before: string): ReadonlyMap<string, string> {
  return new Map(
    arns.flatMap((arn) => {
      const at = arn.indexOf(before);
      return at < 0 ? [] : [[arn.slice(at + before.length), arn] as const];
    }),
  );
}
