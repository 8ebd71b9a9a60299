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
import { awsQuery } from '../../wire/query.js';
import { ServiceError } from '../../wire/service-error.js';
import { matches } from '../../service/filters.js';
import { listing } from '../../service/listing.js';
import { byIds } from '../../service/lookup.js';
import type { Service } from '../../service/operation.js';
import { automatedBackupOperation } from './automated-backups.js';
import { idsOf, paging, unknownFilter } from './paging.js';
import { snapshotOperations } from './snapshots.js';
import type { RdsWorld } from './world.js';

/** Amazon RDS and Aurora. */
export const service: Service<RdsWorld> = {
  protocol: awsQuery('http://rds.amazonaws.com/doc/2014-10-31/'),
  operations: [
    listing<RdsWorld, DescribeDBInstancesMessage, DBInstanceMessage, DBInstance>(DescribeDBInstances$, {
      items: ({ scope }, { DBInstanceIdentifier }) =>
        byIds(
          scope.dbInstances,
          idsOf(DBInstanceIdentifier),
          (instance) => instance.DBInstanceIdentifier,
          (id) => new ServiceError('DBInstanceNotFound', `DBInstance ${id} not found.`, 404),
        ),
      where: {
        Filters: matches(
          {
            'db-cluster-id': (instance) => [instance.DBClusterIdentifier],
            'db-instance-id': (instance) => [instance.DBInstanceIdentifier, instance.DBInstanceArn],
            'dbi-resource-id': (instance) => [instance.DbiResourceId],
            domain: ({ DomainMemberships = [] }) => DomainMemberships.map(({ Domain }) => Domain),
            engine: (instance) => [instance.Engine],
          },
          unknownFilter,
        ),
      },
      page: 'DBInstances',
      paging,
    }),
    listing<RdsWorld, DescribeDBClustersMessage, DBClusterMessage, DBCluster>(DescribeDBClusters$, {
      items: ({ scope }, { DBClusterIdentifier }) =>
        byIds(
          scope.dbClusters,
          idsOf(DBClusterIdentifier),
          (cluster) => cluster.DBClusterIdentifier,
          (id) => new ServiceError('DBClusterNotFoundFault', `DBCluster ${id} not found.`, 404),
        ),
      where: {
        Filters: matches(
          {
            'clone-group-id': (cluster) => [cluster.CloneGroupId],
            'db-cluster-id': (cluster) => [cluster.DBClusterIdentifier, cluster.DBClusterArn],
            'db-cluster-resource-id': (cluster) => [cluster.DbClusterResourceId],
            domain: ({ DomainMemberships = [] }) => DomainMemberships.map(({ Domain }) => Domain),
            engine: (cluster) => [cluster.Engine],
          },
          unknownFilter,
        ),
      },
      page: 'DBClusters',
      paging,
    }),
    listing<RdsWorld, DescribeGlobalClustersMessage, GlobalClustersMessage, GlobalCluster>(DescribeGlobalClusters$, {
      items: ({ scope }, { GlobalClusterIdentifier }) =>
        byIds(
          scope.globalClusters,
          idsOf(GlobalClusterIdentifier),
          (cluster) => cluster.GlobalClusterIdentifier,
          (id) => new ServiceError('GlobalClusterNotFoundFault', `Global cluster ${id} not found.`, 404),
        ),
      where: { Filters: matches({ region: regionsOf }, unknownFilter) },
      page: 'GlobalClusters',
      paging,
    }),
    automatedBackupOperation,
    ...snapshotOperations,
  ],
};

/** The Regions of its members. @source RDS API Reference, DescribeGlobalClusters, Filters */
function regionsOf({ GlobalClusterMembers = [] }: GlobalCluster): readonly (string | undefined)[] {
  return GlobalClusterMembers.map(({ DBClusterArn = '' }) => DBClusterArn.split(':')[3]);
}
