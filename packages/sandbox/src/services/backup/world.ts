import type {
  BackupJob,
  BackupPlan,
  BackupSelection,
  BackupVaultListMember,
  CopyJob,
  DescribeFrameworkOutput,
  Framework,
  LegalHold,
  ProtectedResource,
  RecoveryPointByBackupVault,
  RecoveryPointMember,
  ReportPlan,
  RestoreJobsListMember,
  RestoreTestingPlanForGet,
  RestoreTestingSelectionForGet,
} from '@aws-sdk/client-backup';

/** A backup plan and the ids that AWS keeps beside it. */
export interface WorldPlan {
  readonly id: string;
  readonly arn: string;
  /** The id of its version, which points and jobs name. Absent: made of its own id. */
  readonly version?: string;
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

/** The contents of one scope in AWS Backup. */
export interface BackupWorld {
  readonly plans?: readonly WorldPlan[];
  readonly vaults?: readonly BackupVaultListMember[];
  /** The points of a vault, by its name. */
  readonly recoveryPoints?: Readonly<Record<string, readonly RecoveryPointByBackupVault[]>>;
  /** The access policies of vaults, as JSON, by the vault's name. */
  /** The ARNs of the approval teams of vaults, by the names of these. */
  readonly vaultTeams?: Readonly<Record<string, string>>;
  readonly vaultPolicies?: Readonly<Record<string, string>>;
  readonly legalHolds?: readonly WorldLegalHold[];
  readonly backupJobs?: readonly BackupJob[];
  readonly copyJobs?: readonly CopyJob[];
  readonly restoreJobs?: readonly RestoreJobsListMember[];
  readonly restoreTestingPlans?: readonly RestoreTestingPlanForGet[];
  readonly restoreTestingSelections?: readonly RestoreTestingSelectionForGet[];
  readonly protectedResources?: readonly ProtectedResource[];
  /** Each with the members that only its description shows. */
  readonly frameworks?: readonly (Framework & DescribeFrameworkOutput)[];
  readonly reportPlans?: readonly ReportPlan[];
  /** By the names of AWS Backup's own types. */
  readonly optIn?: Readonly<Record<string, boolean>>;
  readonly management?: Readonly<Record<string, boolean>>;
}
