import type {
  BackupJob,
  BackupPlan,
  BackupSelection,
  BackupVaultListMember,
  CopyJob,
  Framework,
  LegalHold,
  ProtectedResource,
  RecoveryPointByBackupVault,
  RecoveryPointMember,
  RestoreJobsListMember,
  RestoreTestingPlanForGet,
  RestoreTestingSelectionForGet,
} from '@aws-sdk/client-backup';
import type { ConfigurationRecorder, ConfigurationRecorderStatus, ResourceType } from '@aws-sdk/client-config-service';
import type { BackupSummary, ContinuousBackupsDescription, TableDescription } from '@aws-sdk/client-dynamodb';
import type { LifecyclePolicy } from '@aws-sdk/client-dlm';
import type { Image, Instance, Snapshot, Volume } from '@aws-sdk/client-ec2';
import type { FileSystemDescription, ReplicationConfigurationDescription } from '@aws-sdk/client-efs';
import type { Backup as FsxBackup, FileSystem as FsxFileSystem, Volume as FsxVolume } from '@aws-sdk/client-fsx';
import type { KeyMetadata } from '@aws-sdk/client-kms';
import type {
  DBCluster,
  DBClusterSnapshot,
  DBInstance,
  DBInstanceAutomatedBackup,
  DBSnapshot,
  GlobalCluster,
} from '@aws-sdk/client-rds';
import type { DescribeSnapshotScheduleOutput, GatewayInfo, VolumeInfo } from '@aws-sdk/client-storage-gateway';

/** A backup plan and the ids that AWS keeps beside it. */
export interface WorldPlan {
  readonly id: string;
  readonly arn: string;
  /** Absent: long ago. */
  readonly createdAt?: Date;
  readonly plan: BackupPlan;
  readonly selections: readonly { readonly id: string; readonly selection: BackupSelection }[];
}

/** A legal hold, and the recovery points that it keeps. */
interface WorldLegalHold {
  readonly hold: LegalHold;
  readonly points: readonly RecoveryPointMember[];
}

/** A recorder of AWS Config. */
export interface WorldRecorder {
  readonly recorder: ConfigurationRecorder;
  readonly status: ConfigurationRecorderStatus;
}

/** A resource as a query of AWS Config returns it. */
export interface ConfigItem {
  readonly accountId: string;
  readonly awsRegion: string;
  readonly resourceType: ResourceType;
  readonly arn: string;
  /** ISO 8601. */
  readonly configurationItemCaptureTime: string;
  readonly resourceCreationTime?: string;
  readonly configuration?: object;
  readonly supplementaryConfiguration?: object;
}

/** A call that the world refuses or breaks, as AWS would. */
export interface Fault {
  /** `backup:ListRecoveryPointsByBackupVault` (the service's endpoint name and the operation). */
  readonly operation: string;
  /** Only calls whose input, as JSON, contains this text. */
  readonly inputContains?: string;
  /** `AccessDeniedException`, `ThrottlingException`, ... as the service spells it. */
  readonly code: string;
  readonly message: string;
  readonly status: number;
}

/** All that one account holds in one Region, in the shapes of AWS's own APIs. What is left out is empty. */
export interface WorldScope {
  readonly accountId: string;
  readonly region: string;
  readonly instances?: readonly Instance[];
  readonly volumes?: readonly Volume[];
  /** The account's own; those of others are not served. */
  readonly snapshots?: readonly Snapshot[];
  /** The account's own, too. */
  readonly images?: readonly Image[];
  readonly dbInstances?: readonly DBInstance[];
  readonly dbClusters?: readonly DBCluster[];
  /** Those that come from other Regions too. */
  readonly dbInstanceAutomatedBackups?: readonly DBInstanceAutomatedBackup[];
  readonly dbSnapshots?: readonly DBSnapshot[];
  readonly dbClusterSnapshots?: readonly DBClusterSnapshot[];
  readonly globalClusters?: readonly GlobalCluster[];
  readonly tables?: readonly TableDescription[];
  /** By table name. */
  readonly continuousBackups?: Readonly<Record<string, ContinuousBackupsDescription>>;
  /** On-demand backups of tables, AWS Backup's among them. */
  readonly tableBackups?: readonly BackupSummary[];
  readonly fileSystems?: readonly FileSystemDescription[];
  /** EFS lists a replication in the Regions and accounts of both ends: it belongs in both scopes. */
  readonly fileSystemReplications?: readonly ReplicationConfigurationDescription[];
  readonly fsxFileSystems?: readonly FsxFileSystem[];
  readonly fsxVolumes?: readonly FsxVolume[];
  readonly fsxBackups?: readonly FsxBackup[];
  readonly lifecyclePolicies?: readonly LifecyclePolicy[];
  readonly keys?: readonly KeyMetadata[];
  readonly gateways?: readonly GatewayInfo[];
  readonly gatewayVolumes?: readonly VolumeInfo[];
  /** The schedules of snapshots of gateway volumes that have one, by the volume's ARN. */
  readonly snapshotSchedules?: Readonly<Record<string, Omit<DescribeSnapshotScheduleOutput, 'VolumeARN'>>>;
  /** The tags of DynamoDB tables and Storage Gateway volumes in the tagging API, by ARN. */
  readonly tags?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly plans?: readonly WorldPlan[];
  readonly vaults?: readonly BackupVaultListMember[];
  /** The points of a vault, by its name. */
  readonly recoveryPoints?: Readonly<Record<string, readonly RecoveryPointByBackupVault[]>>;
  readonly legalHolds?: readonly WorldLegalHold[];
  readonly backupJobs?: readonly BackupJob[];
  readonly copyJobs?: readonly CopyJob[];
  readonly restoreJobs?: readonly RestoreJobsListMember[];
  readonly restoreTestingPlans?: readonly RestoreTestingPlanForGet[];
  readonly restoreTestingSelections?: readonly RestoreTestingSelectionForGet[];
  readonly protectedResources?: readonly ProtectedResource[];
  readonly frameworks?: readonly Framework[];
  /** One at most. Absent: AWS Config is off. */
  readonly configRecorders?: readonly WorldRecorder[];
  /** Records of AWS Config besides those of existing resources, or different from them. */
  readonly configItems?: readonly ConfigItem[];
  /** The aggregators that are in this scope, by name. */
  readonly configAggregators?: readonly string[];
  readonly optIn?: Readonly<Record<string, boolean>>;
  readonly management?: Readonly<Record<string, boolean>>;
  readonly faults?: readonly Fault[];
}

/** One account of the world. */
export interface WorldAccount {
  readonly id: string;
  readonly name: string;
  readonly globalSettings?: Readonly<Record<string, string>>;
}

/** An AWS in data: what the server answers from. */
export interface World {
  readonly partition: string;
  /** The moment that the world stands at, in milliseconds since 1970: ages and expiries are meant against it. */
  readonly now: number;
  /** The first is the one whose credentials a caller has; the others are reached by assuming a role. */
  readonly accounts: readonly [WorldAccount, ...WorldAccount[]];
  /** The Regions that are enabled, in every account. */
  readonly regions: readonly string[];
  readonly scopes: readonly WorldScope[];
}
