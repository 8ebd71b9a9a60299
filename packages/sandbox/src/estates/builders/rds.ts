import type { ResourceType, Scope } from '@backproof/core';
import { hexId } from './ids.js';
import { daysAgo, hoursAfter, hoursAgo } from './moment.js';
import { continuousPointArn } from './point-arn.js';
import { automatedBackupsOf, replicationTo } from './rds-automated-backups.js';
import { arnIn, inScope, LONG_AGO, tagList, type EstateResource, type Named } from './resource.js';

interface InstanceOptions extends Named {
  readonly engine?: string;
  /** In RDS's words; `available`, or `stopped` where it says since when, unless said otherwise. */
  readonly status?: string;
  /** It is stopped, since then. */
  readonly stoppedAt?: Date;
  /** From when on RDS can restore it. Absent: since its automated backups are kept. */
  readonly restorableFrom?: Date;
  /** RDS's own automated backups: 0 switches them off. */
  readonly retentionDays?: number;
  /** AWS Backup keeps its continuous point by RDS's automated backups. */
  readonly continuousPoint?: true;
  readonly onOutpost?: true;
  readonly multiAz?: true;
  /** The instance that it follows as a read replica: its identifier, or its ARN if it is elsewhere. */
  readonly replicaOf?: string;
  /** RDS sends its automated backups there too. The destination lists them: see `replicatedBackups`. */
  readonly backupsSentTo?: Scope;
}

/** An RDS instance that belongs to no cluster, with a week of automated backups unless said otherwise. */
export function dbInstance(scope: Scope, options: InstanceOptions): EstateResource {
  return instanceOf(scope, options);
}

interface ClusterOptions extends Named {
  readonly engine: string;
  /** The names of its instances, the writer first. */
  readonly members: readonly [string, ...string[]];
  readonly retentionDays?: number;
  /** In RDS's words; `available`, or `stopped` where it says since when, unless said otherwise. */
  readonly status?: string;
  /** It is stopped, since then. */
  readonly stoppedAt?: Date;
}

/** A database cluster with the instances in it. AWS Backup calls it by its engine. */
export interface EstateCluster extends EstateResource {
  readonly members: readonly EstateResource[];
}

/** A cluster of Aurora, DocumentDB, Neptune, or of RDS over three zones. Its automated backups cannot be switched off. */
export function dbCluster(scope: Scope, options: ClusterOptions): EstateCluster {
  const { name, engine, createdAt = LONG_AGO, retentionDays = 1 } = options;
  const arn = arnIn(scope, 'rds', `cluster:${name}`);
  const cluster = {
    DBClusterIdentifier: name,
    DBClusterArn: arn,
    DbClusterResourceId: `cluster-${hexId(26, arn).toUpperCase()}`,
    Engine: engine,
    EngineMode: 'provisioned',
    Status: statusOf(options),
    ...restartOf(options),
    ClusterCreateTime: createdAt,
    MultiAZ: options.members.length > 1,
    StorageEncrypted: true,
    DBClusterMembers: options.members.map((member, index) => ({
      DBInstanceIdentifier: member,
      IsClusterWriter: index === 0,
      PromotionTier: 1,
    })),
    ...automatedBackups(retentionDays),
    EarliestRestorableTime: daysAgo(retentionDays),
    TagList: tagList(options.tags ?? {}),
  };
  return {
    scope,
    arn,
    type: clusterType(engine),
    name,
    createdAt,
    world: inScope(scope, { dbClusters: [cluster] }),
    members: options.members.map((member) => instanceOf(scope, { ...options, name: member, retentionDays }, name)),
  };
}

/** A global database: the first cluster writes, the others follow it in their Regions. */
export function globalDatabase(name: string, writer: EstateCluster, readers: readonly EstateCluster[]) {
  const { partition, accountId } = writer.scope;
  const globalCluster = {
    GlobalClusterIdentifier: name,
    GlobalClusterResourceId: `cluster-${hexId(16, name)}`,
    GlobalClusterArn: `arn:${partition}:rds::${accountId}:global-cluster:${name}`,
    Status: 'available',
    Engine: 'aurora-postgresql',
    GlobalClusterMembers: [
      { DBClusterArn: writer.arn, Readers: readers.map((reader) => reader.arn), IsWriter: true },
      ...readers.map((reader) => ({ DBClusterArn: reader.arn, Readers: [], IsWriter: false })),
    ],
  };
  return inScope(writer.scope, { globalClusters: [globalCluster] });
}

function instanceOf(scope: Scope, options: InstanceOptions, cluster?: string): EstateResource {
  const { name, engine = 'postgres', createdAt = LONG_AGO, retentionDays = 7 } = options;
  const arn = arnIn(scope, 'rds', `db:${name}`);
  const instance = {
    DBInstanceIdentifier: name,
    DBInstanceArn: arn,
    DbiResourceId: `db-${hexId(26, arn).toUpperCase()}`,
    DBInstanceClass: 'db.m6g.large',
    DBInstanceStatus: statusOf(options),
    ...restartOf(options),
    Engine: engine,
    AllocatedStorage: 100,
    InstanceCreateTime: createdAt,
    MultiAZ: options.multiAz ?? false,
    StorageEncrypted: true,
    BackupTarget: options.onOutpost ? 'outposts' : 'region',
    ...automatedBackups(retentionDays),
    ...(options.continuousPoint && { AwsBackupRecoveryPointArn: continuousPointArn(scope, arn) }),
    ...(cluster && { DBClusterIdentifier: cluster }),
    ...(options.backupsSentTo && {
      DBInstanceAutomatedBackupsReplications: [replicationTo(options.backupsSentTo, arn)],
    }),
    ...(options.replicaOf && { ReadReplicaSourceDBInstanceIdentifier: options.replicaOf }),
    TagList: tagList(options.tags ?? {}),
  };
  const type = cluster ? clusterType(engine) : 'RDS';
  const hasBackups = cluster === undefined && retentionDays > 0;
  const world = inScope(scope, {
    dbInstances: [instance],
    dbInstanceAutomatedBackups: hasBackups
      ? [automatedBackupsOf({ scope, arn, name }, retentionDays, options.restorableFrom)]
      : [],
  });
  return { scope, arn, type, name, createdAt, world };
}

type Status = Pick<InstanceOptions, 'status' | 'stoppedAt'>;

function statusOf({ status, stoppedAt }: Status): string {
  return status ?? (stoppedAt ? 'stopped' : 'available');
}

/** @source Amazon RDS User Guide, USER_StopInstance: after seven days it is started again */
function restartOf({ stoppedAt }: Status) {
  return stoppedAt ? { AutomaticRestartTime: hoursAfter(stoppedAt, 7 * 24) } : {};
}

/** Where automated backups are on, RDS can restore up to about five minutes ago (RDS User Guide, USER_PIT). */
function automatedBackups(retentionDays: number) {
  return retentionDays === 0
    ? { BackupRetentionPeriod: 0 }
    : { BackupRetentionPeriod: retentionDays, LatestRestorableTime: hoursAgo(0.1) };
}

function clusterType(engine: string): ResourceType {
  if (engine.startsWith('aurora')) return 'Aurora';
  if (engine === 'docdb') return 'DocumentDB';
  if (engine === 'neptune') return 'Neptune';
  return 'RDS';
}
