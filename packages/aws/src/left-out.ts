/**
 * The lists that AWS leaves out where there is nothing in them, by the shape that has them. Any other list is `required`:
 * an absent one is not an empty one.
 */
type LeftOutIfEmpty =
  // @source API (AWS Backup) BackupRule, BackupSelection, Conditions: optional
  | 'BackupRule.CopyActions'
  | 'BackupSelection.Resources'
  | 'BackupSelection.NotResources'
  | 'BackupSelection.ListOfTags'
  | 'Conditions.StringEquals'
  | 'Conditions.StringNotEquals'
  | 'Conditions.StringLike'
  | 'Conditions.StringNotLike'
  // @source API (AWS Backup) RestoreTestingRecoveryPointSelection: "Defaults to empty list if not listed"
  | 'RestoreTestingRecoveryPointSelection.ExcludeVaults'
  // @source API (AWS Backup) RestoreTestingSelectionForGet: specific ARNs or conditions
  | 'RestoreTestingSelectionForGet.ProtectedResourceArns'
  | 'ProtectedResourceConditions.StringEquals'
  | 'ProtectedResourceConditions.StringNotEquals'
  // @source API (AWS Config) RecordingMode: overrides are optional
  | 'RecordingMode.recordingModeOverrides'
  // @source API (Amazon DLM) PolicyDetails, Schedule, Exclusions: default policies have no schedules, custom ones none of the others
  | 'PolicyDetails.Schedules'
  | 'PolicyDetails.CrossRegionCopyTargets'
  | 'Schedule.CrossRegionCopyRules'
  | 'Exclusions.ExcludeTags'
  | 'Exclusions.ExcludeVolumeTypes'
  // @source API (Amazon DynamoDB) TableDescription: absent for a table that is not replicated
  | 'TableDescription.Replicas'
  // @source API (Amazon EC2) Instance: they only make an instance older than its last start
  | 'Instance.BlockDeviceMappings'
  | 'Instance.NetworkInterfaces'
  // @source API (Amazon EC2) Volume: required of a volume in use
  | 'Volume.Attachments'
  // @source API (Amazon RDS) DBInstance, DBCluster: absent of some engines. A replica names its source as well
  | 'DBInstance.ReadReplicaDBInstanceIdentifiers'
  | 'DBInstance.ReadReplicaDBClusterIdentifiers'
  | 'DBInstance.DBInstanceAutomatedBackupsReplications'
  | 'DBCluster.ReadReplicaIdentifiers'
  // @source API (Amazon RDS) DBInstance: only a replica has one
  | 'DBInstance.StatusInfos'
  // @source API (Amazon RDS) DBSubnetGroup: absent outside of a VPC
  | 'DBSubnetGroup.Subnets';

/** The values that AWS means where it leaves a member out, by the shape that has it. */
const MEANT = {
  // @source API (AWS Backup) BackupRule, BackupRuleInput: daily at 05:00 UTC, to start within 8 hours, snapshots
  'BackupRule.ScheduleExpression': 'cron(0 5 ? * * *)',
  'BackupRule.ScheduleExpressionTimezone': 'Etc/UTC',
  'BackupRule.StartWindowMinutes': 480,
  'BackupRule.EnableContinuousBackup': false,
  // @source API (AWS Backup) BackupVaultListMember: the type is left out where AWS offers no air-gapped vaults
  'BackupVaultListMember.VaultType': 'BACKUP_VAULT',
  // @source API (AWS Backup) RestoreTestingPlanForGet, RestoreTestingRecoveryPointSelection, RestoreTestingSelectionForGet
  'RestoreTestingPlanForGet.ScheduleExpressionTimezone': 'Etc/UTC',
  'RestoreTestingRecoveryPointSelection.SelectionWindowDays': 30,
  'RestoreTestingSelectionForGet.ValidationWindowHours': 0,
  // @source API (Amazon RDS) DBInstance: the setting does not apply to RDS Custom
  'DBInstance.MultiAZ': false,
  // @source API (Amazon DLM) PolicyDetails: custom policies name it, unless they are of snapshots
  'PolicyDetails.PolicyType': 'EBS_SNAPSHOT_MANAGEMENT',
} as const;

/** Returns a list that AWS leaves out where there is nothing in it. @param _what - `BackupRule.CopyActions` */
export function listOf<Item>(_what: LeftOutIfEmpty, list: readonly Item[] | undefined): readonly Item[] {
  return list ?? [];
}

/** Returns a value, or what AWS means where it leaves it out. @param what - `BackupRule.StartWindowMinutes` */
export function meant<K extends keyof typeof MEANT, Value>(
  what: K,
  value: Value | undefined,
): Value | (typeof MEANT)[K] {
  return value ?? MEANT[what];
}
