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
import { is, matches } from '../../service/filters.js';
import { listing } from '../../service/listing.js';
import { byIds } from '../../service/lookup.js';
import type { Operation } from '../../service/operation.js';
import { idsOf, paging, unknownFilter } from './paging.js';
import type { RdsWorld } from './world.js';

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
      Filters: matches((snapshot, name) => {
        if (name === 'db-instance-id') return [snapshot.DBInstanceIdentifier];
        return name === 'db-snapshot-id' ? [snapshot.DBSnapshotIdentifier] : commonValues(snapshot, name);
      }, unknownFilter),
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
        Filters: matches((snapshot, name) => {
          if (name === 'db-cluster-id') return [snapshot.DBClusterIdentifier];
          return name === 'db-cluster-snapshot-id'
            ? [snapshot.DBClusterSnapshotIdentifier]
            : commonValues(snapshot, name);
        }, unknownFilter),
      },
      page: 'DBClusterSnapshots',
      paging,
    },
  ),
];

type Snapshot = DBSnapshot | DBClusterSnapshot;

/** Without a type, automated and manual ones are listed. @source RDS API Reference, DescribeDBSnapshots, SnapshotType */
function isUsual({ SnapshotType }: Snapshot): boolean {
  return SnapshotType === 'automated' || SnapshotType === 'manual';
}

function commonValues({ Engine, SnapshotType }: Snapshot, name: string): (string | undefined)[] | undefined {
  if (name === 'snapshot-type') return [SnapshotType];
  return name === 'engine' ? [Engine] : undefined;
}
