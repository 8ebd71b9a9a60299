import type {
  BackupJob,
  BackupJobState,
  CopyJob,
  RecoveryPointByBackupVault,
  RecoveryPointStatus,
} from '@aws-sdk/client-backup';
import type { ResourceType } from '@backproof/core';
import type { WorldScope } from '../../world/world.js';
import { uuid } from './ids.js';
import { hoursAfter } from './moment.js';
import type { EstatePlan } from './plan.js';
import { pointArn } from './point-arn.js';
import { inScope, type EstateResource } from './resource.js';
import type { Run } from './runs.js';
import type { EstateVault } from './vault.js';

/** One backup of one resource: what a run of a plan came to. */
export interface Backup {
  readonly resource: EstateResource;
  readonly plan: EstatePlan;
  readonly run: Run;
  /** The point that it made or brought up to date. */
  readonly pointArn: string;
  readonly status: RecoveryPointStatus;
  /** Absent for the continuous point, which lives as long as its rule. */
  readonly deleteAt?: Date;
  readonly job: { readonly state: BackupJobState; readonly category: string; readonly message?: string };
}

/** AWS Backup says 0 for RDS, and nothing for clusters and FSx. @source API BackupJob, BackupSizeInBytes */
const SIZES: Partial<Record<ResourceType, number>> = {
  EC2: 42_949_672_960,
  EBS: 42_949_672_960,
  EFS: 6_000_000_000,
  DynamoDB: 4_800_000,
  'Storage Gateway': 107_374_182_400,
  RDS: 0,
};

const JOB_HOURS = 0.5;

/** The recovery point, in the vault of its rule. */
export function recoveryPoint(backup: Backup): WorldScope {
  return pointIn(backup.run.rule.vault, backup, {});
}

/** The copy of the recovery point, which keeps the source's ARN and date. @source Developer Guide, recov-point-create-a-copy */
export function copiedPoint(backup: Backup, vault: EstateVault): WorldScope {
  return pointIn(vault, backup, {
    RecoveryPointArn: copyArn(backup, vault),
    SourceBackupVaultArn: backup.run.rule.vault.arn,
    Status: 'COMPLETED',
  });
}

function pointIn(vault: EstateVault, backup: Backup, more: RecoveryPointByBackupVault): WorldScope {
  const { resource, plan, run, deleteAt } = backup;
  const point: RecoveryPointByBackupVault = {
    RecoveryPointArn: backup.pointArn,
    BackupVaultName: vault.name,
    BackupVaultArn: vault.arn,
    ResourceArn: resource.arn,
    ResourceType: resource.type,
    ResourceName: resource.name,
    CreatedBy: createdBy(backup),
    IamRoleArn: plan.roleArn,
    Status: backup.status,
    CreationDate: run.at,
    InitiationDate: run.at,
    ...(backup.status !== 'CREATING' && { CompletionDate: hoursAfter(run.at, JOB_HOURS) }),
    BackupSizeInBytes: SIZES[resource.type],
    Lifecycle: { DeleteAfterDays: run.rule.keepDays },
    ...(deleteAt && { CalculatedLifecycle: { DeleteAt: deleteAt } }),
    EncryptionKeyArn: vault.keyArn,
    EncryptionKeyType: 'CUSTOMER_MANAGED_KMS_KEY',
    IsEncrypted: true,
    IsParent: false,
    VaultType: 'BACKUP_VAULT',
    ...more,
  };
  return inScope(vault.scope, { recoveryPoints: { [vault.name]: [point] } });
}

/** The record of the job that made the backup, or failed to. */
export function backupJob(backup: Backup): WorldScope {
  const { resource, plan, run, job } = backup;
  const { vault } = run.rule;
  const madePoint = job.state === 'COMPLETED' || job.state === 'PARTIAL';
  const record: BackupJob = {
    AccountId: plan.scope.accountId,
    BackupJobId: uuid('job', plan.arn, resource.arn, run.at.toISOString()),
    BackupVaultName: vault.name,
    BackupVaultArn: vault.arn,
    ...(madePoint && { RecoveryPointArn: backup.pointArn }),
    ResourceArn: resource.arn,
    ResourceType: resource.type,
    ResourceName: resource.name,
    CreatedBy: createdBy(backup),
    IamRoleArn: plan.roleArn,
    State: job.state,
    MessageCategory: job.category,
    StatusMessage: job.message,
    PercentDone: madePoint ? '100.0' : '0.0',
    CreationDate: run.at,
    InitiationDate: run.at,
    StartBy: hoursAfter(run.at, 8),
    ...(job.state !== 'RUNNING' && { CompletionDate: hoursAfter(run.at, JOB_HOURS) }),
  };
  return inScope(plan.scope, { backupJobs: [record] });
}

/** The record of the job that copied the point into `vault`. */
export function copyJob(backup: Backup, vault: EstateVault): WorldScope {
  const { resource, plan, run } = backup;
  const record: CopyJob = {
    AccountId: plan.scope.accountId,
    CopyJobId: uuid('copy job', vault.arn, resource.arn, run.at.toISOString()),
    SourceBackupVaultArn: run.rule.vault.arn,
    SourceRecoveryPointArn: backup.pointArn,
    DestinationBackupVaultArn: vault.arn,
    DestinationRecoveryPointArn: copyArn(backup, vault),
    DestinationRecoveryPointLifecycle: { DeleteAfterDays: run.rule.keepDays },
    ResourceArn: resource.arn,
    ResourceType: resource.type,
    ResourceName: resource.name,
    CreatedBy: createdBy(backup),
    IamRoleArn: plan.roleArn,
    State: 'COMPLETED',
    MessageCategory: 'SUCCESS',
    CreationDate: hoursAfter(run.at, JOB_HOURS),
    CompletionDate: hoursAfter(run.at, 2 * JOB_HOURS),
  };
  return inScope(plan.scope, { copyJobs: [record] });
}

function copyArn(backup: Backup, vault: EstateVault): string {
  return pointArn(backup.resource, vault, backup.plan, backup.run.at);
}

function createdBy({ plan, run }: Backup) {
  return {
    BackupPlanId: plan.id,
    BackupPlanArn: plan.arn,
    BackupPlanName: plan.name,
    BackupPlanVersion: uuid('version', plan.arn),
    BackupRuleId: run.rule.id,
    BackupRuleName: run.rule.name,
    BackupRuleCron: run.rule.cron,
    BackupRuleTimezone: 'Etc/UTC',
  };
}
