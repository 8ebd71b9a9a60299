import type { OwnType, Scope } from '@backproof/core';
import { hexId } from './ids.js';
import { hoursAfter, hoursAgo } from './moment.js';
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
  /** Its automated backups can restore a time already. Absent: they can. */
  readonly restorable?: boolean;
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

/** An instance, of a cluster if one is named. */
export function instanceOf(scope: Scope, options: InstanceOptions, cluster?: string): EstateResource {
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
    ...settingsOf(engine),
    ...instanceSettings(scope, arn),
    AllocatedStorage: 100,
    InstanceCreateTime: createdAt,
    MultiAZ: options.multiAz ?? false,
    StorageEncrypted: true,
    BackupTarget: options.onOutpost ? 'outposts' : 'region',
    ...automatedBackups(retentionDays, options),
    ...(options.continuousPoint && {
      AwsBackupRecoveryPointArn: continuousPointArn(scope, { type: 'RDS', arn, name }),
    }),
    ...(cluster && { DBClusterIdentifier: cluster }),
    ...(options.backupsSentTo && {
      DBInstanceAutomatedBackupsReplications: [replicationTo(options.backupsSentTo, arn)],
    }),
    ...(options.replicaOf && { ReadReplicaSourceDBInstanceIdentifier: options.replicaOf }),
    TagList: tagList(options.tags ?? {}),
  };
  const type = cluster ? clusterType(engine) : 'RDS';
  const hasBackups = cluster === undefined && retentionDays > 0 && options.restorable !== false;
  const world = inScope(scope, {
    dbInstances: [instance],
    dbInstanceAutomatedBackups: hasBackups ? [automatedBackupsOf({ scope, arn, name }, retentionDays, options)] : [],
  });
  return { scope, arn, type, name, createdAt, world };
}

/** The versions that the estates run. */
const VERSIONS: Readonly<Record<string, string>> = {
  'aurora-mysql': '8.0.mysql_aurora.3.08.0',
  'aurora-postgresql': '16.6',
  docdb: '5.0.0',
  mariadb: '11.4.4',
  mysql: '8.0.40',
  neptune: '1.4.1.0',
  postgres: '16.6',
};

/** The members of instances and clusters that clients take for granted. */
export function settingsOf(engine: string) {
  return {
    EngineVersion: VERSIONS[engine] ?? '1.0',
    DeletionProtection: false,
    AutoMinorVersionUpgrade: true,
    CopyTagsToSnapshot: true,
    IAMDatabaseAuthenticationEnabled: false,
    EnabledCloudwatchLogsExports: [],
    MasterUsername: 'admin',
    PreferredBackupWindow: '02:00-02:30',
    PreferredMaintenanceWindow: 'sun:03:00-sun:03:30',
    VpcSecurityGroups: [],
  };
}

/** The members of instances that clients take for granted. */
function instanceSettings({ region }: Scope, arn: string) {
  return {
    AvailabilityZone: `${region}a`,
    DBParameterGroups: [{ DBParameterGroupName: 'default', ParameterApplyStatus: 'in-sync' }],
    DBSecurityGroups: [],
    Endpoint: { Address: `${hexId(12, arn)}.${region}.rds.amazonaws.com`, Port: 5432 },
    LicenseModel: 'general-public-license',
    MonitoringInterval: 0,
    OptionGroupMemberships: [{ OptionGroupName: 'default', Status: 'in-sync' }],
    PendingModifiedValues: {},
    PerformanceInsightsEnabled: false,
    PubliclyAccessible: false,
    StorageType: 'gp3',
  };
}

type Status = Pick<InstanceOptions, 'status' | 'stoppedAt'>;
type Heads = Pick<InstanceOptions, 'stoppedAt' | 'restorable'>;

/** In RDS's words. */
export function statusOf({ status, stoppedAt }: Status): string {
  return status ?? (stoppedAt ? 'stopped' : 'available');
}

/** @source Amazon RDS User Guide, USER_StopInstance: after seven days it is started again */
export function restartOf({ stoppedAt }: Status) {
  return stoppedAt ? { AutomaticRestartTime: hoursAfter(stoppedAt, 7 * 24) } : {};
}

/**
 * Where automated backups are on, RDS can restore up to about five minutes ago (RDS User Guide, USER_PIT), or to when it
 * stopped. Before the first of them is made, RDS reports no time.
 */
export function automatedBackups(retentionDays: number, { stoppedAt, restorable = true }: Heads) {
  const latest = retentionDays > 0 && restorable ? { LatestRestorableTime: stoppedAt ?? hoursAgo(0.1) } : {};
  return { BackupRetentionPeriod: retentionDays, ...latest };
}

/** The type that AWS Backup gives to a cluster of an engine. */
export function clusterType(engine: string): OwnType {
  if (engine.startsWith('aurora')) return 'Aurora';
  if (engine === 'docdb') return 'DocumentDB';
  if (engine === 'neptune') return 'Neptune';
  return 'RDS';
}
