import {
  type DBClusterSnapshot,
  type DBClusterSnapshotMessage,
  type DBSnapshot,
  type DBSnapshotMessage,
  DescribeDBClusterSnapshots$,
  type DescribeDBClusterSnapshotsMessage,
  DescribeDBSnapshots$,
  type DescribeDBSnapshotsMessage,
} from '@aws-sdk/client-rds';
import { ServiceError } from '../../wire/service-error.js';
import { is, matches, type ValuesByFilter } from '../../service/filters.js';
import { listing } from '../../service/listing.js';
import { byIds } from '../../service/lookup.js';
import type { Operation } from '../../service/operation.js';
import { idsOf, paging, unknownFilter } from './paging.js';
import type { RdsWorld } from './world.js';

type Snapshot = DBSnapshot | DBClusterSnapshot;

const COMMON_FILTERS: ValuesByFilter<Snapshot> = {
  'snapshot-type': ({ SnapshotType }) => [SnapshotType],
  engine: ({ Engine }) => [Engine],
};

/** The snapshots of Amazon RDS and Aurora. */
export const snapshotOperations: readonly Operation<RdsWorld>[] = [
  listing<RdsWorld, DescribeDBSnapshotsMessage, DBSnapshotMessage, DBSnapshot>(DescribeDBSnapshots$, {
    items: ({ scope }, { DBSnapshotIdentifier, SnapshotType }) =>
      byIds(
        scope.dbSnapshots,
        idsOf(DBSnapshotIdentifier),
        (snapshot) => snapshot.DBSnapshotIdentifier,
        (id) => new ServiceError('DBSnapshotNotFound', `DBSnapshot ${id} not found.`, 404),
      ).filter((snapshot) => SnapshotType !== undefined || isUsual(snapshot)),
    where: {
      DBInstanceIdentifier: is('DBInstanceIdentifier'),
      DbiResourceId: is('DbiResourceId'),
      SnapshotType: is('SnapshotType'),
      Filters: matches(
        {
          'db-instance-id': (snapshot) => [snapshot.DBInstanceIdentifier],
          'db-snapshot-id': (snapshot) => [snapshot.DBSnapshotIdentifier],
          'dbi-resource-id': (snapshot) => [snapshot.DbiResourceId],
          ...COMMON_FILTERS,
        },
        unknownFilter,
      ),
    },
    page: 'DBSnapshots',
    paging,
  }),
  listing<RdsWorld, DescribeDBClusterSnapshotsMessage, DBClusterSnapshotMessage, DBClusterSnapshot>(
    DescribeDBClusterSnapshots$,
    {
      items: ({ scope }, { DBClusterSnapshotIdentifier, SnapshotType }) =>
        byIds(
          scope.dbClusterSnapshots,
          idsOf(DBClusterSnapshotIdentifier),
          (snapshot) => snapshot.DBClusterSnapshotIdentifier,
          (id) => new ServiceError('DBClusterSnapshotNotFoundFault', `DBClusterSnapshot ${id} not found.`, 404),
        ).filter((snapshot) => SnapshotType !== undefined || isUsual(snapshot)),
      where: {
        DBClusterIdentifier: is('DBClusterIdentifier'),
        SnapshotType: is('SnapshotType'),
        Filters: matches(
          {
            'db-cluster-id': (snapshot) => [snapshot.DBClusterIdentifier],
            'db-cluster-snapshot-id': (snapshot) => [snapshot.DBClusterSnapshotIdentifier],
            ...COMMON_FILTERS,
          },
          unknownFilter,
        ),
      },
      page: 'DBClusterSnapshots',
      paging,
    },
  ),
];

/** Without a type, automated and manual ones are listed. @source RDS API Reference, DescribeDBSnapshots, SnapshotType */
function isUsual({ SnapshotType }: Snapshot): boolean {
  return SnapshotType === 'automated' || SnapshotType === 'manual';
}
