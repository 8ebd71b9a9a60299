import {
  type Cluster,
  type ClustersMessage,
  DescribeClusters$,
  type DescribeClustersMessage,
  DescribeClusterSnapshots$,
  type DescribeClusterSnapshotsMessage,
  type Snapshot,
  type SnapshotMessage,
} from '@aws-sdk/client-redshift';
import { is } from '../../service/filters.js';
import { listing, type Paging } from '../../service/listing.js';
import { byIds } from '../../service/lookup.js';
import type { Service } from '../../service/operation.js';
import { awsQuery } from '../../wire/query.js';
import { ServiceError } from '../../wire/service-error.js';
import type { RedshiftWorld } from './world.js';

/** @source Amazon Redshift API Reference, DescribeClusters, MaxRecords */
const paging: Paging<'MaxRecords' | 'Marker', 'Marker'> = {
  size: 'MaxRecords',
  token: 'Marker',
  next: 'Marker',
  least: 20,
  most: 100,
  excess: 'refused',
  badSize: (size) => invalidValue(`Invalid value ${size} for MaxRecords. Must be between 20 and 100`),
  badToken: () => invalidValue('Invalid value for Marker'),
};

/** Amazon Redshift. */
export const service: Service<RedshiftWorld> = {
  protocol: awsQuery('http://redshift.amazonaws.com/doc/2012-12-01/'),
  operations: [
    listing<RedshiftWorld, DescribeClustersMessage, ClustersMessage, Cluster>(DescribeClusters$, {
      items: ({ scope }, { ClusterIdentifier }) =>
        byIds(
          scope.redshiftClusters,
          asked(ClusterIdentifier),
          (cluster) => cluster.ClusterIdentifier,
          (id) => new ServiceError('ClusterNotFound', `Cluster ${id} not found.`, 404),
        ),
      where: tagged(),
      page: 'Clusters',
      paging,
    }),
    listing<RedshiftWorld, DescribeClusterSnapshotsMessage, SnapshotMessage, Snapshot>(DescribeClusterSnapshots$, {
      items: ({ scope }, { SnapshotIdentifier }) =>
        byIds(
          scope.redshiftSnapshots,
          asked(SnapshotIdentifier),
          (snapshot) => snapshot.SnapshotIdentifier,
          (id) => new ServiceError('ClusterSnapshotNotFound', `Snapshot ${id} not found.`, 404),
        ),
      where: {
        ClusterIdentifier: is('ClusterIdentifier'),
        SnapshotArn: is('SnapshotArn'),
        SnapshotType: is('SnapshotType'),
        OwnerAccount: is('OwnerAccount'),
        StartTime:
          (from) =>
          ({ SnapshotCreateTime }) =>
            Number(SnapshotCreateTime) >= Number(from),
        EndTime:
          (to) =>
          ({ SnapshotCreateTime }) =>
            Number(SnapshotCreateTime) <= Number(to),
        ...tagged(),
      },
      page: 'Snapshots',
      paging,
    }),
  ],
};

/** An item that has any of the keys, and any of the values. @source Amazon Redshift API Reference, DescribeClusters, TagKeys */
function tagged() {
  return {
    TagKeys:
      (keys: readonly string[]) =>
      ({ Tags = [] }: Cluster | Snapshot) =>
        Tags.some(({ Key }) => Key !== undefined && keys.includes(Key)),
    TagValues:
      (values: readonly string[]) =>
      ({ Tags = [] }: Cluster | Snapshot) =>
        Tags.some(({ Value }) => Value !== undefined && values.includes(Value)),
  };
}

function asked(id: string | undefined): readonly string[] {
  return id === undefined ? [] : [id];
}

function invalidValue(message: string): ServiceError {
  return new ServiceError('InvalidParameterValue', message);
}
