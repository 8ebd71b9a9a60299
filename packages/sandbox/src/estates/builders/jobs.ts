import type { BackupJob, CopyJob } from '@aws-sdk/client-backup';
import type { WorldScope } from '../../world/world.js';
import { createdBy, JOB_HOURS, pointArnOf, type Backup } from './backup.js';
import { uuid } from './ids.js';
import { hoursAfter } from './moment.js';
import { lifecycleOf } from './plan.js';
import { inScope } from './resource.js';

/** The record of the job that made the backup, or failed to. */
export function backupJob(backup: Backup): WorldScope {
  const { resource, plan, run, job } = backup;
  const { vault } = run.rule;
  const madePoint = job.state === 'COMPLETED' || job.state === 'PARTIAL';
  const record: BackupJob = {
    AccountId: plan.scope.accountId,
    BackupJobId: uuid('job', run.rule.id, resource.arn, run.at.toISOString()),
    BackupVaultName: vault.name,
    BackupVaultArn: vault.arn,
    ...(madePoint && { RecoveryPointArn: pointArnOf(backup) }),
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

/** The record of the job that made the copy of a backup, where that lies, or failed to, with the message that it ended with. */
export function copyJob(backup: Backup, copy: Backup, failure?: string): WorldScope {
  const { resource, plan, run } = backup;
  const { vault } = copy.run.rule;
  const { scope } = run.rule.vault;
  const record: CopyJob = {
    AccountId: scope.accountId,
    CopyJobId: uuid('copy job', vault.arn, resource.arn, run.at.toISOString()),
    SourceBackupVaultArn: run.rule.vault.arn,
    SourceRecoveryPointArn: pointArnOf(backup),
    DestinationBackupVaultArn: vault.arn,
    DestinationVaultType: vault.type,
    ...(failure === undefined && { DestinationRecoveryPointArn: pointArnOf(copy) }),
    DestinationRecoveryPointLifecycle: lifecycleOf(copy.run.rule),
    ResourceArn: resource.arn,
    ResourceType: resource.type,
    ResourceName: resource.name,
    CreatedBy: createdBy(backup),
    IamRoleArn: plan.roleArn,
    State: failure === undefined ? 'COMPLETED' : 'FAILED',
    MessageCategory: failure === undefined ? 'SUCCESS' : 'MISCELLANEOUS',
    StatusMessage: failure,
    CreationDate: hoursAfter(run.at, JOB_HOURS),
    CompletionDate: hoursAfter(run.at, 2 * JOB_HOURS),
  };
  return inScope(scope, { copyJobs: [record] });
}
