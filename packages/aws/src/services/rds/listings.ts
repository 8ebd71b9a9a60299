import {
  type DBCluster,
  type DBInstance,
  DescribeDBClustersCommand,
  DescribeDBInstancesCommand,
} from '@aws-sdk/client-rds';
import { defined, type NativeBackup, type Scope } from '@backproof/core';
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

/**
 * DB clusters, with their automated backups and replications.
 *
 * @source API DescribeDBClusters
 */
export async function* readClusters({ pages, scope, translated }: ReadingContext): AsyncIterable<Page> {
  for await (const page of pages(DescribeDBClustersCommand, {})) {
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
