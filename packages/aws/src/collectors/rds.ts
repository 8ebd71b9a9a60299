import {
  type DBCluster,
  paginateDescribeDBClusters,
  paginateDescribeDBInstances,
  type RDSClient,
} from '@aws-sdk/client-rds';
import { defined, type NativeBackup, type Scope } from '@backproof/core';
import { defineCollector, type Operation, type Page, type ReadingContext } from '../collector.js';
import { required } from '../required.js';
import { DATABASE_TYPES, toCluster, toInstance } from './rds-databases.js';
import { clusterReplicas, globalClusterOperations, instanceReplicas, readGlobalClusters } from './rds-replicas.js';
import { backupsSentElsewhere, readReplicatedBackups, replicatedBackupOperations } from './rds-replicated-backups.js';
import { rdsSnapshots } from './rds-snapshots.js';
import { toInstant } from './translate.js';

const operations = {
  DescribeDBInstances: { iam: 'rds:DescribeDBInstances', pageSize: 100 },
  DescribeDBClusters: { iam: 'rds:DescribeDBClusters', pageSize: 100 },
} satisfies Record<string, Operation>;

const databases = DATABASE_TYPES.map((of) => ({ kind: 'resources', of }) as const);
const clusterBackups = DATABASE_TYPES.map((of) => ({ kind: 'nativeBackups', of }) as const);
const clusterReplications = DATABASE_TYPES.map((of) => ({ kind: 'replicas', of }) as const);

/**
 * Amazon RDS, Aurora, DocumentDB and Neptune: one API lists them all, so they are read once and told apart by engine.
 *
 * @source API DescribeDBInstances, DescribeDBClusters
 */
export const rds = defineCollector({
  service: 'rds',
  operations: {
    ...operations,
    ...globalClusterOperations,
    ...replicatedBackupOperations,
    ...rdsSnapshots.operations,
  },
  readings: [
    {
      yields: [...databases, { kind: 'nativeBackups', of: 'RDS' }, { kind: 'replicas', of: 'RDS' }],
      read: readInstances,
    },
    { yields: [...databases, ...clusterBackups, ...clusterReplications], read: readClusters },
    { yields: [{ kind: 'replicas', of: 'Aurora' }], after: ['resources'], read: readGlobalClusters },
    { yields: [{ kind: 'nativeBackups', of: 'RDS' }], read: readReplicatedBackups },
    ...rdsSnapshots.readings,
  ],
});

type Context = ReadingContext<RDSClient>;

async function* readInstances({ client, scope, signal }: Context): AsyncIterable<Page> {
  const { pageSize } = operations.DescribeDBInstances;
  for await (const page of paginateDescribeDBInstances({ client, pageSize }, {}, { abortSignal: signal })) {
    const listed = required(page.DBInstances, 'DescribeDBInstances: DBInstances', page);
    const instances = listed.filter((instance) => !holdsNoData(instance.DBInstanceStatus));
    const alone = instances.filter((instance) => !instance.DBClusterIdentifier);
    const others = listed.filter((instance) => holdsNoData(instance.DBInstanceStatus));
    yield {
      resources: instances.map((instance) => toInstance(scope, instance)),
      passedOver: others.flatMap(({ DBInstanceArn }) => DBInstanceArn ?? []),
      nativeBackups: alone.flatMap((instance) => [
        toNativeBackup(scope, 'DescribeDBInstances', instance.DBInstanceArn, instance),
        ...backupsSentElsewhere(scope, instance),
      ]),
      replicas: alone.flatMap((instance) => instanceReplicas(scope, instance)),
    };
  }
}

async function* readClusters({ client, scope, signal }: Context): AsyncIterable<Page> {
  const { pageSize } = operations.DescribeDBClusters;
  for await (const page of paginateDescribeDBClusters({ client, pageSize }, {}, { abortSignal: signal })) {
    const listed = required(page.DBClusters, 'DescribeDBClusters: DBClusters', page);
    const clusters = listed.filter((cluster) => !holdsNoData(cluster.Status));
    const others = listed.filter((cluster) => holdsNoData(cluster.Status));
    yield {
      resources: clusters.map((cluster) => toCluster(scope, cluster)),
      passedOver: others.flatMap(({ DBClusterArn }) => DBClusterArn ?? []),
      nativeBackups: clusters.map((cluster) =>
        toNativeBackup(scope, 'DescribeDBClusters', cluster.DBClusterArn, cluster),
      ),
      replicas: clusters.flatMap((cluster) => clusterReplicas(scope, cluster)),
    };
  }
}

/**
 * Not there yet, or not any more.
 *
 * @source Amazon RDS User Guide, accessing-monitoring: DB instance status; Amazon Aurora User Guide, accessing-monitoring
 */
function holdsNoData(status: string | undefined): boolean {
  return status === 'creating' || status === 'deleting' || status === 'failed';
}

type AutomatedBackups = Pick<
  DBCluster,
  'BackupRetentionPeriod' | 'EarliestRestorableTime' | 'LatestRestorableTime' | 'AwsBackupRecoveryPointArn'
>;

/** @source API DBInstance, DBCluster; Amazon RDS User Guide, user-workingwithautomatedbackups: 0 days turn them off */
function toNativeBackup(
  scope: Scope,
  operation: string,
  resourceArn: string | undefined,
  backups: AutomatedBackups,
): NativeBackup {
  const retentionDays = required(backups.BackupRetentionPeriod, `${operation}: BackupRetentionPeriod`);
  return {
    scope,
    resourceArn: required(resourceArn, `${operation}: ARN`),
    mechanism: 'rds-automated-backups',
    enabled: retentionDays > 0,
    retentionDays,
    ...defined({
      earliestRestorableAt: toInstant(backups.EarliestRestorableTime),
      latestRestorableAt: toInstant(backups.LatestRestorableTime),
      recoveryPointArn: backups.AwsBackupRecoveryPointArn,
    }),
  };
}
