import {
  type DBCluster,
  type DBInstance,
  DescribeDBClustersCommand,
  DescribeDBInstancesCommand,
} from '@aws-sdk/client-rds';
import { type Database, defined, type NativeBackup, type Replica, type Scope } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required } from '../../required.js';
import { toCluster, toInstance } from './databases.js';
import { clusterReplicas, instanceReplicas } from './replicas.js';
import { backupsSentElsewhere } from './automated-backups.js';
import { toInstant } from '../translate.js';

/**
 * DB instances, members of clusters among them, with their automated backups and replications.
 *
 * @source API DescribeDBInstances
 */
export async function* readInstances({ pages, scope, translated }: ReadingContext): AsyncIterable<Page> {
  for await (const page of pages(DescribeDBInstancesCommand, {})) {
    const instances = required(page.DBInstances, 'DescribeDBInstances: DBInstances', page);
    const read = translated(instances, 'DescribeDBInstances: DBInstanceIdentifier', (instance) => ({
      resource: toInstance(scope, instance),
      ...ifAlone(instance, () => ({
        nativeBackups: [instanceBackup(scope, instance), ...backupsSentElsewhere(scope, instance)],
        replicas: instanceReplicas(scope, instance),
      })),
    }));
    yield pageOf(read);
  }
}

/**
 * DB clusters, with their automated backups and replications.
 *
 * @source API DescribeDBClusters
 */
export async function* readClusters({ pages, scope, translated }: ReadingContext): AsyncIterable<Page> {
  for await (const page of pages(DescribeDBClustersCommand, {})) {
    const clusters = required(page.DBClusters, 'DescribeDBClusters: DBClusters', page);
    const read = translated(clusters, 'DescribeDBClusters: DBClusterIdentifier', (cluster) => ({
      resource: toCluster(scope, cluster),
      nativeBackups: [clusterBackup(scope, cluster)],
      replicas: clusterReplicas(scope, cluster),
    }));
    yield pageOf(read);
  }
}

/** A database with all that is read of it: one whose backups are not understood would be judged as if it had none. */
interface ReadDatabase {
  readonly resource: Database;
  readonly nativeBackups: readonly NativeBackup[];
  readonly replicas: readonly Replica[];
}

function pageOf(read: readonly ReadDatabase[]): Page {
  return {
    resources: read.map(({ resource }) => resource),
    nativeBackups: read.flatMap(({ nativeBackups }) => nativeBackups),
    replicas: read.flatMap(({ replicas }) => replicas),
  };
}

type Evidence = Omit<ReadDatabase, 'resource'>;

/** Returns the evidence about an instance; nothing for a member of a cluster, whose backups and replications are the cluster's. */
function ifAlone({ DBClusterIdentifier }: DBInstance, evidence: () => Evidence): Evidence {
  return DBClusterIdentifier ? { nativeBackups: [], replicas: [] } : evidence();
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
