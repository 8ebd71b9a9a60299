import {
  type DBCluster,
  type GlobalCluster,
  paginateDescribeDBClusters,
  paginateDescribeDBInstances,
  paginateDescribeGlobalClusters,
  type RDSClient,
} from '@aws-sdk/client-rds';
import { type Database, defined, type NativeBackup, type Replica, type Scope } from '@backproof/core';
import { defineCollector, type Operation, type Page, type ReadingContext } from '../collector.js';
import { required } from '../required.js';
import { databaseType, toCluster, toInstance } from './rds-databases.js';
import { toInstant } from './translate.js';

const operations = {
  DescribeDBInstances: { iam: 'rds:DescribeDBInstances', pageSize: 100 },
  DescribeDBClusters: { iam: 'rds:DescribeDBClusters', pageSize: 100 },
  DescribeGlobalClusters: { iam: 'rds:DescribeGlobalClusters', pageSize: 100 },
} satisfies Record<string, Operation>;

const DATABASES = ['RDS', 'Aurora', 'DocumentDB', 'Neptune'] as const satisfies readonly Database['type'][];
const databases = DATABASES.map((of) => ({ kind: 'resources', of }) as const);
const clusterBackups = DATABASES.map((of) => ({ kind: 'nativeBackups', of }) as const);

/**
 * Amazon RDS, Aurora, DocumentDB and Neptune: one API lists them all, so they are read once and told apart by engine.
 *
 * @source API DescribeDBInstances, DescribeDBClusters, DescribeGlobalClusters
 */
export const rds = defineCollector({
  service: 'rds',
  operations,
  readings: [
    { yields: [...databases, { kind: 'nativeBackups', of: 'RDS' }], read: readInstances },
    { yields: [...databases, ...clusterBackups], read: readClusters },
    { yields: [{ kind: 'replicas' }], read: readGlobalClusters },
  ],
});

type Context = ReadingContext<RDSClient>;

async function* readInstances({ client, scope, signal }: Context): AsyncIterable<Page> {
  const { pageSize } = operations.DescribeDBInstances;
  for await (const page of paginateDescribeDBInstances({ client, pageSize }, {}, { abortSignal: signal })) {
    const listed = required(page.DBInstances, 'DescribeDBInstances: DBInstances', page);
    const instances = listed.filter((instance) => !holdsNoData(instance.DBInstanceStatus));
    const alone = instances.filter((instance) => !instance.DBClusterIdentifier);
    yield {
      resources: instances.map((instance) => toInstance(scope, instance)),
      nativeBackups: alone.map((instance) =>
        toNativeBackup(scope, 'DescribeDBInstances', instance.DBInstanceArn, instance),
      ),
    };
  }
}

async function* readClusters({ client, scope, signal }: Context): AsyncIterable<Page> {
  const { pageSize } = operations.DescribeDBClusters;
  for await (const page of paginateDescribeDBClusters({ client, pageSize }, {}, { abortSignal: signal })) {
    const listed = required(page.DBClusters, 'DescribeDBClusters: DBClusters', page);
    const clusters = listed.filter((cluster) => !holdsNoData(cluster.Status));
    yield {
      resources: clusters.map((cluster) => toCluster(scope, cluster)),
      nativeBackups: clusters.map((cluster) =>
        toNativeBackup(scope, 'DescribeDBClusters', cluster.DBClusterArn, cluster),
      ),
    };
  }
}

async function* readGlobalClusters({ client, scope, signal }: Context): AsyncIterable<Page> {
  const { pageSize } = operations.DescribeGlobalClusters;
  for await (const page of paginateDescribeGlobalClusters({ client, pageSize }, {}, { abortSignal: signal })) {
    const globalClusters = required(page.GlobalClusters, 'DescribeGlobalClusters: GlobalClusters', page);
    yield { replicas: globalClusters.flatMap((globalCluster) => toReplicas(scope, globalCluster)) };
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

/**
 * From the writer to each reader; none amid a failover, when there is no writer. Global clusters of DocumentDB, which
 * the listing may hold too, replicate by another mechanism.
 *
 * @source API GlobalCluster, GlobalClusterMember
 */
function toReplicas(scope: Scope, { Engine, GlobalClusterMembers: members = [] }: GlobalCluster): Replica[] {
  if (databaseType(required(Engine, 'DescribeGlobalClusters: Engine')) !== 'Aurora') return [];
  const writer = members.find((member) => member.IsWriter);
  if (!writer) return [];
  const readers = members.filter((member) => member !== writer);
  return readers.map((reader) => ({
    scope,
    mechanism: 'aurora-global-database',
    sourceArn: required(writer.DBClusterArn, 'DescribeGlobalClusters: DBClusterArn'),
    replicaArn: required(reader.DBClusterArn, 'DescribeGlobalClusters: DBClusterArn'),
  }));
}
