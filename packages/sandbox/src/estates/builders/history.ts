import type { BackupJobState, RecoveryPointStatus } from '@aws-sdk/client-backup';
import type { WorldScope } from '../../world/world.js';
import { backupJob, copiedPoint, copyJob, recoveryPoint, type Backup } from './backup.js';
import { hoursAfter, NOW } from './moment.js';
import type { EstatePlan } from './plan.js';
import { continuousPointArn, pointArn } from './point-arn.js';
import type { EstateResource } from './resource.js';
import { runs, type Run } from './runs.js';

/** What a plan has done for a resource. Days are counted back from the estate's now. */
export interface History {
  readonly plan: EstatePlan;
  /** The day of the first run. */
  readonly since: number;
  /** The day of the last run; absent: the plan still runs. */
  readonly until?: number;
  /** From that day on, each run ended like this and made no point. */
  readonly failing?: { readonly since: number; readonly state: 'FAILED' | 'EXPIRED'; readonly message: string };
  /** Points that are not COMPLETED, by day. Unlike others they are listed past their deletion date. */
  readonly statuses?: Readonly<Record<number, RecoveryPointStatus>>;
  /** What the jobs since that day said when they were completed with issues. */
  readonly issues?: { readonly since: number; readonly category: string; readonly message: string };
  /** The continuous point no longer follows its resource. */
  readonly stopped?: true;
  /** The points were deleted by hand, their copies were not. */
  readonly copiesOnly?: true;
}

/** AWS keeps the records of jobs for 30 days. @source API ListBackupJobs */
const JOB_HISTORY_DAYS = 30;

/** AWS deletes a point at some moment in the eight hours after it expired. @source Developer Guide, deleting-backups */
const DELETION_HOURS = 8;

/** The recovery points that are left of a history, their copies, and the jobs that AWS remembers. */
export function historyOf(resource: EstateResource, history: History): readonly WorldScope[] {
  const backups = runs(history.plan.rules, history.since, history.until).map((run) => toBackup(resource, history, run));
  const made = backups.filter(({ job }) => job.state !== 'FAILED' && job.state !== 'EXPIRED');
  const recent = backups.filter(({ run }) => run.day <= JOB_HISTORY_DAYS);
  return [
    ...(history.copiesOnly ? [] : listed(made, history).map(recoveryPoint)),
    ...recent.map(backupJob),
    ...made.flatMap((backup) => copiesOf(backup)),
  ];
}

function toBackup(resource: EstateResource, history: History, run: Run): Backup {
  const common = { resource, plan: history.plan, run, job: jobOf(history, run.day) };
  if (isContinuous(resource, run)) {
    return {
      ...common,
      pointArn: continuousPointArn(history.plan.scope, resource.arn),
      status: history.stopped ? 'STOPPED' : 'AVAILABLE',
    };
  }
  return {
    ...common,
    pointArn: pointArn(resource, run.rule.vault, history.plan, run.at),
    status: history.statuses?.[run.day] ?? 'COMPLETED',
    deleteAt: hoursAfter(run.at, run.rule.keepDays * 24),
  };
}

/** All runs of a continuous rule bring one point up to date, which keeps its first date. */
function listed(made: readonly Backup[], { statuses = {} }: History): readonly Backup[] {
  return made.filter(({ resource, run, deleteAt }, index) => {
    if (isContinuous(resource, run)) return index === 0;
    return run.day in statuses || isKept(deleteAt);
  });
}

function copiesOf(backup: Backup): readonly WorldScope[] {
  const { copyTo } = backup.run.rule;
  if (!copyTo) return [];
  return [
    ...(isKept(backup.deleteAt) ? [copiedPoint(backup, copyTo)] : []),
    ...(backup.run.day <= JOB_HISTORY_DAYS ? [copyJob(backup, copyTo)] : []),
  ];
}

function isKept(deleteAt: Date | undefined): boolean {
  return !deleteAt || hoursAfter(deleteAt, DELETION_HOURS).getTime() > NOW;
}

/** @source Developer Guide, point-in-time-recovery: of the types here, RDS instances and Aurora clusters */
function isContinuous({ type, arn }: EstateResource, { rule }: Run): boolean {
  return rule.continuous === true && (type === 'Aurora' || (type === 'RDS' && arn.includes(':db:')));
}

const STATE_OF_UNFINISHED: Partial<Record<RecoveryPointStatus, BackupJobState>> = {
  CREATING: 'RUNNING',
  PARTIAL: 'PARTIAL',
};

function jobOf({ failing, issues, statuses = {} }: History, day: number): Backup['job'] {
  if (failing && day <= failing.since) {
    return { state: failing.state, category: 'MISCELLANEOUS', message: failing.message };
  }
  if (issues && day <= issues.since) return { state: 'COMPLETED', ...issues };
  const status = statuses[day];
  return { state: (status && STATE_OF_UNFINISHED[status]) ?? 'COMPLETED', category: 'SUCCESS' };
}
