import type { RestoreJobsListMember } from '@aws-sdk/client-backup';
import type { WorldScope } from '../../world/world.js';
import { copyOf, pointArnOf, type Backup } from './backup.js';
import { backupsOf, isDeleted, isMade, type History } from './history.js';
import { uuid } from './ids.js';
import { daysAgo, hoursAfter } from './moment.js';
import { restoreEvents } from './restore-events.js';
import { inScope, type EstateResource } from './resource.js';
import type { EstateTestPlan } from './restore-testing-plan.js';

/** A restore of the newest point that a resource had then. */
export interface Restore {
  /** The day on which it ran, counted back from the estate's now. */
  readonly day: number;
  /** The plan that tested it. Absent: somebody restored it on demand. */
  readonly by?: EstateTestPlan;
  /** Absent: one. */
  readonly hours?: number;
  /** The reason why it failed. Absent: it was completed. */
  readonly failure?: string;
  /** Absent: the result was not validated. */
  readonly validation?: 'SUCCESSFUL' | 'FAILED' | 'TIMED_OUT';
  /** The message of the validation. */
  readonly validationMessage?: string;
  /** True if AWS could delete what a test made. Absent: it could. */
  readonly deletion?: 'DELETING' | 'FAILED';
  /** The ARN of what it made. */
  readonly into?: string;
  /** AWS names the point alone, not the resource. */
  readonly unnamed?: true;
}

/** The record of a restore job, as long as AWS keeps it, and its events, in the account and Region of the point. */
export function restoreJob(backup: Backup, restore: Restore, isListed = true): WorldScope {
  const { resource, run } = backup;
  const pointArn = pointArnOf(backup);
  const { day, by, hours = 1, failure, validation, deletion, into } = restore;
  const { vault } = run.rule;
  const at = daysAgo(day);
  const record: RestoreJobsListMember = {
    AccountId: vault.scope.accountId,
    RestoreJobId: uuid('restore job', pointArn, by?.arn ?? 'on demand', at.toISOString()),
    ...(by && { CreatedBy: { RestoreTestingPlanArn: by.arn }, DeletionStatus: deletion ?? 'SUCCESSFUL' }),
    RecoveryPointArn: pointArn,
    RecoveryPointCreationDate: run.at,
    BackupVaultArn: vault.arn,
    ...(!restore.unnamed && { SourceResourceArn: resource.arn }),
    ...(into && { CreatedResourceArn: into }),
    ResourceType: resource.type,
    IamRoleArn: backup.plan.roleArn,
    Status: failure === undefined ? 'COMPLETED' : 'FAILED',
    StatusMessage: failure,
    PercentDone: failure === undefined ? '100.00%' : '0.00%',
    CreationDate: at,
    CompletionDate: hoursAfter(at, hours),
    ValidationStatus: validation,
    ValidationStatusMessage: restore.validationMessage,
  };
  const trailEvents = restoreEvents(record, vault.scope);
  return inScope(vault.scope, { ...(isListed && { restoreJobs: [record] }), trailEvents });
}

/** The point that could be restored on a day: the newest backup of before, or its copy if that is what lies where the test ran. */
export function restorable(
  resource: EstateResource,
  histories: readonly History[],
  { day, by }: Pick<Restore, 'day' | 'by'>,
): Backup | undefined {
  const candidates = histories.flatMap((history) => {
    const made = backupsOf(resource, history).filter(isMade);
    if (by !== undefined && by.scope !== history.plan.scope) return made.flatMap((backup) => copyIn(by, backup));
    return made.filter(({ run }) => !isDeleted(history, run));
  });
  return candidates
    .filter(({ run, status }) => run.day >= day && status !== 'EXPIRED')
    .toSorted((a, b) => a.run.day - b.run.day)[0];
}

function copyIn({ scope }: EstateTestPlan, backup: Backup): readonly Backup[] {
  const { copyTo } = backup.run.rule;
  return copyTo?.scope === scope ? [copyOf(backup, copyTo)] : [];
}
