import {
  type DBCluster,
  type DBInstance,
  paginateDescribeDBClusters,
  paginateDescribeDBInstances,
  type RDSClient,
} from '@aws-sdk/client-rds';
import { defined, type NativeBackup, type Scope } from '@backproof/core';
import { defineCollector, type Operation, type Page, type ReadingContext } from '../../collector.js';
import { required } from '../../required.js';
import { DATABASE_TYPES, toCluster, toInstance } from './databases.js';
import { clusterReplicas, globalClusterOperations, instanceReplicas, readGlobalClusters } from './replicas.js';
import { automatedBackupOperations, backupsSentElsewhere, readAutomatedBackups } from './automated-backups.js';
import { rdsSnapshots } from './snapshots.js';
import { toInstant } from '../translate.js';

const operations = {
  DescribeDBInstances: { iam: 'rds:DescribeDBInstances', pageSize: 100 },
  DescribeDBClusters: { iam: 'rds:DescribeDBClusters', pageSize: 100 },
} satisfies Record<string, Operation>;

const databases = DATABASE_TYPES.map((of) => ({ kind: 'resources', of }) as const);
const clusterBackups = DATABASE_TYPES.map((of) => ({ kind: 'nativeBackups', of }) as const);
const clusterReplications = DATABASE_TYPES.map((of) => ({ kind: 'replicas', of }) as const);

/**
 * Amazon RDS, Aurora, DocumentDB and Neptune: one API lists them all, so they are read once and distinguished by
 * engine.
 *
 * @source API DescribeDBInstances, DescribeDBClusters
 */
export const rds = defineCollector({
  service: 'rds',
  operations: {
    ...operations,
    ...globalClusterOperations,
    ...automatedBackupOperations,
    ...rdsSnapshots.operations,
  },
  readings: [
    {
      yields: [...databases, { kind: 'nativeBackups', of: 'RDS' }, { kind: 'replicas', of: 'RDS' }],
      read: readInstances,
    },
    { yields: [...databases, ...clusterBackups, ...clusterReplications], read: readClusters },
    { yields: [{ kind: 'replicas', of: 'Aurora' }], after: ['resources'], read: readGlobalClusters },
    { yields: [{ kind: 'nativeBackups', of: 'RDS' }], read: readAutomatedBackups },
    ...rdsSnapshots.readings,
  ],
});

type Context = ReadingContext<RDSClient>;

async function* readInstances({ client, scope, signal, translated }: Context): AsyncIterable<Page> {
  const { pageSize } = operations.DescribeDBInstances;
  for await (const page of paginateDescribeDBInstances({ client, pageSize }, {}, { abortSignal: signal })) {
    const instances = required(page.DBInstances, 'DescribeDBInstances: DBInstances', page);
    const alone = instances.filter((instance) => !instance.DBClusterIdentifier);
    const id = 'DescribeDBInstances: DBInstanceIdentifier';
    yield {
      resources: translated(instances, id, (instance) => toInstance(scope, instance)),
      nativeBackups: [
        ...translated(alone, id, (instance) => instanceBackup(scope, instance)),
        ...translated(alone, id, (instance) => backupsSentElsewhere(scope, instance)).flat(),
      ],
      replicas: translated(alone, id, (instance) => instanceReplicas(scope, instance)).flat(),
    };
  }
}

async function* readClusters({ client, scope, signal, translated }: Context): AsyncIterable<Page> {
  const { pageSize } = operations.DescribeDBClusters;
  for await (const page of paginateDescribeDBClusters({ client, pageSize }, {}, { abortSignal: signal })) {
    const clusters = required(page.DBClusters, 'DescribeDBClusters: DBClusters', page);
    const id = 'DescribeDBClusters: DBClusterIdentifier';
    yield {
      resources: translated(clusters, id, (cluster) => toCluster(scope, cluster)),
      nativeBackups: translated(clusters, id, (cluster) => clusterBackup(scope, cluster)),
      replicas: translated(clusters, id, (cluster) => clusterReplicas(scope, cluster)).flat(),
    };
  }
}

function instanceBackup(scope: Scope, instance: DBInstance): NativeBackup {
  const arn = required(instance.DBInstanceArn, 'DescribeDBInstances: DBInstanceArn');
  return toNativeBackup(scope, 'DescribeDBInstances', arn, instance);
}

function clusterBackup(scope: Scope, cluster: DBCluster): NativeBackup {
  const arn = required(cluster.DBClusterArn, 'DescribeDBClusters: DBClusterArn');
  return toNativeBackup(scope, 'DescribeDBClusters', arn, cluster);
}

type AutomatedBackups = Pick<
  DBCluster,
  'BackupRetentionPeriod' | 'EarliestRestorableTime' | 'LatestRestorableTime' | 'AwsBackupRecoveryPointArn'
>;

/** @source API DBInstance, DBCluster; Amazon RDS User Guide, user-workingwithautomatedbackups: 0 days turn them off */
function toNativeBackup(scope: Scope, operation: string, resourceArn: string, backups: AutomatedBackups): NativeBackup {
  const retentionDays = required(backups.BackupRetentionPeriod, `${operation}: BackupRetentionPeriod`);
  return {
    scope,
    resourceArn,
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
