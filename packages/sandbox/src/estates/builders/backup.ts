import type {
  AggregatedScanResult,
  BackupJobState,
  RecoveryPointByBackupVault,
  RecoveryPointStatus,
} from '@aws-sdk/client-backup';
import type { ResourceType } from '@backproof/core';
import type { WorldScope } from '../../world/world.js';
import { CADENCES } from './cadence.js';
import { hoursAfter } from './moment.js';
import { copyRule, lifecycleOf, type EstatePlan, type EstateRule } from './plan.js';
import { continuousPointArn, pointArn } from './point-arn.js';
import { inScope, type EstateResource } from './resource.js';
import type { Run } from './runs.js';
import type { EstateVault } from './vault.js';

/** One backup of one resource, or a copy of it: what a run of a plan came to. */
export interface Backup {
  readonly resource: EstateResource;
  readonly plan: EstatePlan;
  /** Its rule names the vault that the point lies in. */
  readonly run: Run;
  readonly status: RecoveryPointStatus;
  /** Absent for the continuous point, which lives as long as its rule, and for what is kept forever. */
  readonly deleteAt?: Date;
  /** A malware scan found something in the point. */
  readonly infected?: true;
  /** The point is not encrypted. */
  readonly unencrypted?: true;
  /** When the point was restored last, where AWS says so. */
  readonly restoredAt?: Date;
  /** The vault of the point that this is a copy of. */
  readonly copiedFrom?: EstateVault;
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

/** The points of these types have a point for each part. @source Developer Guide, eks-backups, applicationstackbackups */
const COMPOSITES: readonly ResourceType[] = ['CloudFormation', 'EKS'];

/** The time that a job takes. */
export const JOB_HOURS = 0.5;

/** The recovery point, in the vault of its rule. */
export function recoveryPoint(backup: Backup): WorldScope {
  const { resource, plan, run, status, deleteAt, restoredAt, copiedFrom } = backup;
  const { vault } = run.rule;
  const point: RecoveryPointByBackupVault = {
    RecoveryPointArn: pointArnOf(backup),
    BackupVaultName: vault.name,
    BackupVaultArn: vault.arn,
    ...(copiedFrom && { SourceBackupVaultArn: copiedFrom.arn }),
    ResourceArn: resource.arn,
    ResourceType: resource.type,
    ResourceName: resource.name,
    CreatedBy: createdBy(backup),
    IamRoleArn: plan.roleArn,
    Status: status,
    CreationDate: run.at,
    InitiationDate: run.at,
    ...(status !== 'CREATING' && { CompletionDate: hoursAfter(run.at, JOB_HOURS) }),
    BackupSizeInBytes: SIZES[resource.type],
    Lifecycle: lifecycleOf(run.rule),
    ...(deleteAt && { CalculatedLifecycle: { DeleteAt: deleteAt } }),
    ...(restoredAt && { LastRestoreTime: restoredAt }),
    ...(backup.infected && { AggregatedScanResult: scanThatFound(run.at) }),
    ...(backup.unencrypted
      ? { IsEncrypted: false }
      : { EncryptionKeyArn: vault.keyArn, EncryptionKeyType: 'CUSTOMER_MANAGED_KMS_KEY', IsEncrypted: true }),
    IsParent: COMPOSITES.includes(resource.type),
    VaultType: vault.type,
  };
  return inScope(vault.scope, { recoveryPoints: { [vault.name]: [point] } });
}

/** @source API AggregatedScanResult */
function scanThatFound(at: Date): AggregatedScanResult {
  return { FailedScan: false, Findings: ['MALWARE'], LastComputed: hoursAfter(at, 2 * JOB_HOURS) };
}

/** The copy of a backup in `vault`, which keeps the source's date. @source Developer Guide, recov-point-create-a-copy */
export function copyOf({ resource, plan, run, job }: Backup, vault: EstateVault): Backup {
  const copied = { ...run, rule: { ...copyRule(run.rule), vault } };
  return {
    resource,
    plan,
    job,
    run: copied,
    status: 'COMPLETED',
    ...deletionOf(copied),
    copiedFrom: run.rule.vault,
  };
}

/** The ARN of the point that a backup made or brought up to date. The copy of a continuous point is a snapshot. */
export function pointArnOf({ resource, plan, run, copiedFrom }: Backup): string {
  if (!copiedFrom && isContinuous(resource, run.rule)) return continuousPointArn(plan.scope, resource);
  return pointArn(resource, run.rule.vault, plan, run.at);
}

/** @source Developer Guide, point-in-time-recovery: of the types here, RDS instances, Aurora clusters and S3 buckets */
export function isContinuous({ type, arn }: EstateResource, { continuous }: EstateRule): boolean {
  return continuous === true && (type === 'Aurora' || type === 'S3' || (type === 'RDS' && arn.includes(':db:')));
}

/** When the point of a run is to be deleted, if ever. */
export function deletionOf({ at, rule }: Run): Pick<Backup, 'deleteAt'> {
  return rule.keepDays === 'forever' ? {} : { deleteAt: hoursAfter(at, rule.keepDays * 24) };
}

/** The plan and the rule of a point or a job, as AWS returns them. */
export function createdBy({ plan, run }: Backup) {
  const { cron, timezone = 'Etc/UTC' } = CADENCES[run.rule.cadence];
  return {
    BackupPlanId: plan.id,
    BackupPlanArn: plan.arn,
    BackupPlanName: plan.name,
    BackupPlanVersion: plan.version,
    BackupRuleId: run.rule.id,
    BackupRuleName: run.rule.name,
    BackupRuleCron: cron,
    BackupRuleTimezone: timezone,
  };
}
