import {
  type DBCluster,
  type DBInstance,
  type GlobalCluster,
  type GlobalClusterMember,
  DescribeGlobalClustersCommand,
} from '@aws-sdk/client-rds';
import {
  buildArn,
  type Database,
  defined,
  parseArn,
  type Replica,
  type ReplicationMechanism,
  type Scope,
} from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { listOf, meant } from '../../left-out.js';
import { required, says } from '../../required.js';
import type { Words } from '../../required.js';
import { databaseType } from './databases.js';

/**
 * The replications to and from an instance that belongs to no cluster. A replica names its source, so the source's word
 * is needed only for replicas elsewhere, which it names by ARN.
 *
 * @source API DBInstance
 */
export function instanceReplicas(scope: Scope, instance: DBInstance): readonly Replica[] {
  const arn = required(instance.DBInstanceArn, 'DescribeDBInstances: DBInstanceArn');
  const { ReadReplicaSourceDBInstanceIdentifier: instanceId, ReadReplicaSourceDBClusterIdentifier: clusterId } =
    instance;
  const elsewhere = [
    ...listOf('DBInstance.ReadReplicaDBInstanceIdentifiers', instance.ReadReplicaDBInstanceIdentifiers),
    ...listOf('DBInstance.ReadReplicaDBClusterIdentifiers', instance.ReadReplicaDBClusterIdentifiers),
  ].filter((id) => parseArn(id) !== undefined);
  const halted = haltedWord(instance);
  return [
    ...(meant('DBInstance.MultiAZ', instance.MultiAZ)
      ? [{ scope, mechanism: 'rds-multi-az', sourceArn: arn } as const]
      : []),
    ...(instanceId ? [readReplica(scope, toArn(scope, 'db', instanceId), arn, halted)] : []),
    ...(clusterId ? [readReplica(scope, toArn(scope, 'cluster', clusterId), arn, halted)] : []),
    ...elsewhere.map((replicaArn) => readReplica(scope, arn, replicaArn)),
  ];
}

/** @source API (Amazon RDS) DBInstanceStatusInfo.Status; Amazon RDS User Guide, USER_ReadRepl.Monitoring */
const FOLLOWS: Words = {
  yes: ['creating', 'replicating', 'replication degraded', 'replication stop point set'],
  no: ['error', 'replication stop point reached', 'stopped', 'terminated'],
};

/** The word for a read replica that no longer follows its source; undefined if it does, or RDS reports nothing. */
function haltedWord({ StatusInfos }: DBInstance): string | undefined {
  const replication = listOf('DBInstance.StatusInfos', StatusInfos).find(
    ({ StatusType }) => StatusType === 'read replication',
  );
  if (replication === undefined) return undefined;
  const { Status } = replication;
  return says('DescribeDBInstances: StatusInfos.Status', Status, FOLLOWS) ? undefined : Status;
}

/** The ways in which the members of a cluster, by its type in AWS Backup, keep its data more than once. */
const WITHIN_CLUSTER = {
  RDS: 'rds-multi-az',
  Aurora: 'aurora-readers',
  DocumentDB: 'documentdb-replicas',
  Neptune: 'neptune-replicas',
} as const satisfies Record<Database['type'], ReplicationMechanism>;

/**
 * The replications to and from a cluster, except global databases.
 *
 * @source API DBCluster
 */
export function clusterReplicas(scope: Scope, cluster: DBCluster): readonly Replica[] {
  const arn = required(cluster.DBClusterArn, 'DescribeDBClusters: DBClusterArn');
  const mechanism = WITHIN_CLUSTER[databaseType(required(cluster.Engine, 'DescribeDBClusters: Engine'))];
  const { DBClusterMembers, ReplicationSourceIdentifier: sourceId } = cluster;
  const members = required(DBClusterMembers, 'DescribeDBClusters: DBClusterMembers').map(({ DBInstanceIdentifier }) =>
    required(DBInstanceIdentifier, 'DescribeDBClusters: DBClusterMembers.DBInstanceIdentifier'),
  );
  const elsewhere = listOf('DBCluster.ReadReplicaIdentifiers', cluster.ReadReplicaIdentifiers).filter(
    (id) => parseArn(id) !== undefined,
  );
  return [
    ...(members.length > 1 ? [{ scope, mechanism, sourceArn: arn }] : []),
    ...(sourceId ? [readReplica(scope, toArn(scope, 'cluster', sourceId), arn)] : []),
    ...elsewhere.map((replicaArn) => readReplica(scope, arn, replicaArn)),
  ];
}

/** The global databases that any Aurora cluster here may be a part of. */
export async function* readGlobalClusters(context: ReadingContext): AsyncIterable<Page> {
  const { pages, scope, found, translated } = context;
  if (!found('resources').some(({ type }) => type === 'Aurora')) return;
  for await (const page of pages(DescribeGlobalClustersCommand, {})) {
    const globalClusters = required(page.GlobalClusters, 'DescribeGlobalClusters: GlobalClusters', page);
    const id = 'DescribeGlobalClusters: GlobalClusterIdentifier';
    yield { replicas: translated(globalClusters, id, (each) => globalReplicas(scope, each)).flat() };
  }
}

/**
 * From the writer to each reader. Amid a failover there is no writer, so the source of each is not known. Global clusters
 * of DocumentDB, which the listing may hold too, replicate by another mechanism.
 *
 * @source API GlobalCluster, GlobalClusterMember
 */
function globalReplicas(scope: Scope, { Engine, GlobalClusterMembers }: GlobalCluster): Replica[] {
  if (databaseType(required(Engine, 'DescribeGlobalClusters: Engine')) !== 'Aurora') return [];
  const members = required(GlobalClusterMembers, 'DescribeGlobalClusters: GlobalClusterMembers').map((member) => ({
    arn: required(member.DBClusterArn, 'DescribeGlobalClusters: DBClusterArn'),
    isWriter: required(member.IsWriter, 'DescribeGlobalClusters: IsWriter'),
    halted: unsynchronized(member),
  }));
  const sourceArn = members.find(({ isWriter }) => isWriter)?.arn;
  return members
    .filter(({ arn }) => arn !== sourceArn)
    .map(({ arn: replicaArn, halted }) => ({
      scope,
      mechanism: 'aurora-global-database',
      replicaArn,
      ...(sourceArn !== undefined && { sourceArn }),
      ...defined({ halted }),
    }));
}

/** @source API (Amazon RDS) GlobalClusterMemberSynchronizationStatus */
const SYNCHRONIZED: Words = { yes: ['connected'], no: ['pending-resync'] };

/** The word for a cluster that does not follow the writer; undefined if it does, or RDS reports nothing. */
function unsynchronized({ SynchronizationStatus: status }: GlobalClusterMember): string | undefined {
  if (status === undefined) return undefined;
  return says('DescribeGlobalClusters: SynchronizationStatus', status, SYNCHRONIZED) ? undefined : status;
}

function readReplica(scope: Scope, sourceArn: string, replicaArn: string, halted?: string): Replica {
  return { scope, mechanism: 'rds-read-replica', sourceArn, replicaArn, ...defined({ halted }) };
}

/** RDS names a database elsewhere by its ARN, and one in the same scope by its identifier. */
function toArn(scope: Scope, kind: 'db' | 'cluster', id: string): string {
  return parseArn(id) === undefined ? buildArn({ ...scope, service: 'rds', resource: `${kind}:${id}` }) : id;
}
