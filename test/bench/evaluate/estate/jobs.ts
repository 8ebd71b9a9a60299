import { HOUR } from '@backproof/core';
import type {
  BackupJob,
  CopyJob,
  JobHistory,
  RestoreJob,
  RestoreTestingPlan,
  RestoreTestingSelection,
} from '@backproof/core';
import { backupJob, copyJob, daysAgo, jobHistory, restoreJob } from '@backproof/testing';
import { BACKUP_SCOPES, WORKLOADS } from './places.js';
import { copyTarget, KEEP_DAYS } from './plans.js';
import { pointArn, runOf, wasBackedUp } from './points.js';
import type { BenchResource } from './resources.js';

/** Of so many days the jobs of each resource are known. */
const JOB_DAYS = 3;

export function backupJobs(each: BenchResource): readonly BackupJob[] {
  const { resource, scope, index, plan } = each;
  return days().map((day) => {
    const common = { scope, id: `backup-job-${index}-${day}`, createdAt: runOf(day), planId: plan };
    if (wasBackedUp(each, day)) return backupJob(resource, { ...common, messageCategory: 'SUCCESS' });
    const message = 'Insufficient privileges to create a snapshot';
    return backupJob(resource, { ...common, state: 'FAILED', messageCategory: 'AccessDenied', message });
  });
}

export function copyJobs(each: BenchResource): readonly CopyJob[] {
  const { resource, scope, index, plan, uncopied } = each;
  const destinationVaultArn = copyTarget(plan, scope);
  if (destinationVaultArn === undefined) return [];
  return days().map((day) => {
    const common = {
      scope,
      id: `copy-job-${index}-${day}`,
      createdAt: runOf(day) + HOUR,
      sourceRecoveryPointArn: pointArn(resource, (index * KEEP_DAYS.monthly + day) * 2),
      destinationVaultArn,
      destinationLifecycle: { deleteAfterDays: KEEP_DAYS.daily },
    };
    if (!uncopied && wasBackedUp(each, day)) return copyJob(resource, common);
    return copyJob(resource, { ...common, state: 'FAILED', message: 'Access denied by the policy of the vault' });
  });
}

/** Of ten resources six were tested in time, one restored by hand and one in vain, one tested too long ago and one never. */
export function restoreJobs({ resource, scope, index }: BenchResource): readonly RestoreJob[] {
  const fate = index % 10;
  const job = (number: number, ageDays: number, fields: Partial<RestoreJob> = {}): RestoreJob =>
    restoreJob(resource, { scope, id: `restore-job-${index}-${number}`, createdAt: daysAgo(ageDays), ...fields });
  const restoreTestingPlanArn = planArn(scope);
  const test = { restoreTestingPlanArn, validationStatus: 'SUCCESSFUL', deletionStatus: 'SUCCESSFUL' };
  if (fate < 6) return [10, 40, 70].map((ageDays, number) => job(number, ageDays, test));
  if (fate === 6) return [job(0, 20)];
  if (fate === 7) return [job(0, 15, { ...test, status: 'FAILED', message: 'The subnet has no free addresses' })];
  if (fate === 8) return [job(0, 110, test)];
  return [];
}

/** Earlier scans know the jobs that AWS has forgotten. */
export function jobHistories(): readonly JobHistory[] {
  return [...WORKLOADS, ...BACKUP_SCOPES].map((scope) => jobHistory({ scope }));
}

export function restoreTestingPlans(): readonly RestoreTestingPlan[] {
  return WORKLOADS.map((scope) => ({
    scope,
    arn: planArn(scope),
    name: 'monthly_test',
    scheduleExpression: 'cron(0 9 12 * ? *)',
    timezone: 'Etc/UTC',
    lastExecutedAt: daysAgo(10),
    algorithm: 'LATEST_WITHIN_WINDOW',
    recoveryPointTypes: ['SNAPSHOT'],
    includeVaults: ['*'],
    excludeVaults: [],
    selectionWindowDays: 30,
  }));
}

export function restoreTestingSelections(): readonly RestoreTestingSelection[] {
  return WORKLOADS.flatMap((scope) =>
    ['EC2', 'RDS', 'Aurora', 'EFS'].map((resourceType) => ({
      scope,
      planName: 'monthly_test',
      name: resourceType,
      resourceType,
      resourceArns: ['*'],
      stringEquals: [],
      stringNotEquals: [],
      validationWindowHours: 24,
    })),
  );
}

function planArn({ accountId, region }: BenchResource['scope']): string {
  return `arn:aws:backup:${region}:${accountId}:restore-testing-plan:monthly_test`;
}

function days(): readonly number[] {
  return Array.from({ length: JOB_DAYS }, (_, day) => day);
}
