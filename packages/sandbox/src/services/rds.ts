import {
  type DBCluster,
  type DBClusterMessage,
  type DBInstance,
  type DBInstanceMessage,
  DescribeDBClusters$,
  type DescribeDBClustersMessage,
  DescribeDBInstances$,
  type DescribeDBInstancesMessage,
  DescribeGlobalClusters$,
  type DescribeGlobalClustersMessage,
  type GlobalCluster,
  type GlobalClustersMessage,
} from '@aws-sdk/client-rds';
import { awsQuery } from '../wire/query.js';
import { ServiceError } from '../wire/service-error.js';
import { matches } from './filters.js';
import { listing } from './listing.js';
import { byIds } from './lookup.js';
import type { Service } from './operation.js';
import { automatedBackupOperation } from './rds-automated-backups.js';
import { idsOf, paging, unknownFilter } from './rds-paging.js';
import { snapshotOperations } from './rds-snapshots.js';

/** Amazon RDS and Aurora. */
export const rds: Service = {
  protocol: awsQuery('http://rds.amazonaws.com/doc/2014-10-31/'),
  operations: [
    listing<DescribeDBInstancesMessage, DBInstanceMessage, DBInstance>(DescribeDBInstances$, {
      items: ({ scope }, { DBInstanceIdentifier }) =>
        byIds(
          scope.dbInstances,
          idsOf(DBInstanceIdentifier),
          (instance) => instance.DBInstanceIdentifier,
          (id) => new ServiceError('DBInstanceNotFound', `DBInstance ${id} not found.`, 404),
        ),
      where: {
        Filters: matches((instance, name) => {
          if (name === 'db-instance-id') return [instance.DBInstanceIdentifier, instance.DBInstanceArn];
          if (name === 'db-cluster-id') return [instance.DBClusterIdentifier];
          return name === 'engine' ? [instance.Engine] : undefined;
        }, unknownFilter),
      },
      page: 'DBInstances',
      paging,
    }),
    listing<DescribeDBClustersMessage, DBClusterMessage, DBCluster>(DescribeDBClusters$, {
      items: ({ scope }, { DBClusterIdentifier }) =>
        byIds(
          scope.dbClusters,
          idsOf(DBClusterIdentifier),
          (cluster) => cluster.DBClusterIdentifier,
          (id) => new ServiceError('DBClusterNotFoundFault', `DBCluster ${id} not found.`, 404),
        ),
      where: {
        Filters: matches((cluster, name) => {
          if (name === 'db-cluster-id') return [cluster.DBClusterIdentifier, cluster.DBClusterArn];
          return name === 'engine' ? [cluster.Engine] : undefined;
        }, unknownFilter),
      },
      page: 'DBClusters',
      paging,
    }),
    listing<DescribeGlobalClustersMessage, GlobalClustersMessage, GlobalCluster>(DescribeGlobalClusters$, {
      items: ({ scope }, { GlobalClusterIdentifier }) =>
        byIds(
          scope.globalClusters,
          idsOf(GlobalClusterIdentifier),
          (cluster) => cluster.GlobalClusterIdentifier,
          (id) => new ServiceError('GlobalClusterNotFoundFault', `Global cluster ${id} not found.`, 404),
        ),
      page: 'GlobalClusters',
      paging,
    }),
    automatedBackupOperation,
    ...snapshotOperations,
  ],
};
