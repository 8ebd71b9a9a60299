import type { DBCluster, DBInstance } from '@aws-sdk/client-rds';
import { buildArn, type Database, defined, type Scope } from '@backproof/core';
import { listOf } from '../../left-out.js';
import { known, required } from '../../required.js';
import { clusterState, instanceState } from './states.js';
import { toInstant, toKeyArn, toTags } from '../translate.js';

/**
 * A DB instance, or a member of a cluster, which is no unit of backup: its cluster is.
 *
 * @source API DBInstance; Developer Guide, assigning-resources
 * @throws MissingFieldError if RDS left out a field that it must send
 */
export function toInstance(scope: Scope, instance: DBInstance): Database {
  const engine = required(instance.Engine, 'DescribeDBInstances: Engine');
  const clusterId = instance.DBClusterIdentifier;
  return {
    type: databaseType(engine),
    form: clusterId ? 'clusterMember' : 'instance',
    engine,
    arn: required(instance.DBInstanceArn, 'DescribeDBInstances: DBInstanceArn'),
    accountId: scope.accountId,
    region: scope.region,
    name: required(instance.DBInstanceIdentifier, 'DescribeDBInstances: DBInstanceIdentifier'),
    tags: toTags(instance.TagList, 'DescribeDBInstances'),
    ...defined({
      createdAt: toInstant(instance.InstanceCreateTime),
      state: instanceState(instance),
      encryptionKeyArn: toKeyArn(scope, instance.KmsKeyId),
      clusterArn: clusterId ? buildClusterArn(scope, clusterId) : undefined,
      onOutpost: isOnOutpost(instance) ? (true as const) : undefined,
    }),
  };
}

/** The engines of Multi-AZ DB clusters. @source API CreateDBCluster, Engine */
const MULTI_AZ_ENGINES = ['mysql', 'postgres'] as const;

/**
 * A cluster of Aurora, DocumentDB or Neptune, or a Multi-AZ DB cluster of RDS.
 *
 * @source API DBCluster
 * @throws MissingFieldError if RDS left out a field that it must send
 * @throws UnknownWordError if its engine is one that AWS added later: what AWS Backup can do for it is not known
 */
export function toCluster(scope: Scope, cluster: DBCluster): Database {
  const engine = required(cluster.Engine, 'DescribeDBClusters: Engine');
  const type = databaseType(engine);
  if (type === 'RDS') known('DescribeDBClusters: Engine', engine, MULTI_AZ_ENGINES);
  return {
    type,
    form: 'cluster',
    engine,
    arn: required(cluster.DBClusterArn, 'DescribeDBClusters: DBClusterArn'),
    accountId: scope.accountId,
    region: scope.region,
    name: required(cluster.DBClusterIdentifier, 'DescribeDBClusters: DBClusterIdentifier'),
    tags: toTags(cluster.TagList, 'DescribeDBClusters'),
    ...defined({
      createdAt: toInstant(cluster.ClusterCreateTime),
      state: clusterState(cluster),
      encryptionKeyArn: toKeyArn(scope, cluster.KmsKeyId),
    }),
  };
}

/**
 * Returns the name that AWS Backup gives to a database of this engine. Any engine that has no other name is RDS's own.
 *
 * @source API DBCluster.Engine; Amazon DocumentDB API and Amazon Neptune API DBCluster.Engine
 */
export function databaseType(engine: string): Database['type'] {
  if (engine.startsWith('aurora')) return 'Aurora';
  if (engine === 'docdb') return 'DocumentDB';
  if (engine === 'neptune') return 'Neptune';
  return 'RDS';
}

/** @source Service Authorization Reference, Amazon RDS: clusters of DocumentDB and Neptune have RDS's ARNs too */
function buildClusterArn(scope: Scope, clusterId: string): string {
  return buildArn({ ...scope, service: 'rds', resource: `cluster:${clusterId}` });
}

/** @source API DBInstance.BackupTarget, Subnet.SubnetOutpost: on an Outpost, backups may still be kept in the Region */
function isOnOutpost({ BackupTarget, DBSubnetGroup }: DBInstance): boolean {
  const subnets = listOf('DBSubnetGroup.Subnets', DBSubnetGroup?.Subnets);
  return BackupTarget === 'outposts' || subnets.some((subnet) => subnet.SubnetOutpost?.Arn);
}
