import type { BackupJobState, RecoveryPointStatus } from '@aws-sdk/client-backup';
import type { WorldScope } from '../../world/world.js';
import { copyOf, deletionOf, JOB_HOURS, recoveryPoint, type Backup } from './backup.js';
import { backupJob, copyJob } from './jobs.js';
import { dayAt, daysAgo, hoursAfter, JOB_HISTORY_DAYS, NOW } from './moment.js';
import type { EstatePlan } from './plan.js';
import { continuousPointArn, pointArn } from './point-arn.js';
import type { EstateResource } from './resource.js';
import { runs, type Run } from './runs.js';

/** The history of a plan's work on a resource. Days are counted back from the estate's now. */
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
  /** The message of jobs since that day that were completed with issues. */
  readonly issues?: { readonly since: number; readonly category: string; readonly message: string };
  /** The continuous point no longer follows its resource. */
  readonly stopped?: true;
  /** The days of the points in which a malware scan found something. */
  readonly infected?: readonly number[];
  /** The days of the points that a legal hold keeps past their deletion date: see `legalHold`. */
  readonly held?: readonly number[];
  /** The points of these days were deleted by hand, from the first to the last, their copies were not. */
  readonly deleted?: { readonly since: number; readonly until: number };
  /** From that day on no copy was made: its job failed with this message, or the copy action was not yet in the rule. */
  readonly uncopied?: { readonly since: number; readonly message?: string };
  /** The day on which a point was restored last, by the day of the run that made the point. */
  readonly restored?: Readonly<Record<number, number>>;
}

/** AWS deletes a point at some moment in the eight hours after it expired. @source Developer Guide, deleting-backups */
const DELETION_HOURS = 8;

/**
 * The recovery points that are left of a history at a moment, their copies, and the jobs that AWS remembers. A run is
 * there when it has ended, and its copies with it.
 */
export function historyOf(resource: EstateResource, history: History, now = NOW): readonly WorldScope[] {
  const ended = now - 2 * JOB_HOURS * HOUR_MS;
  const backups = backupsOf(resource, history).filter(({ run }) => run.at.getTime() <= ended);
  const made = backups.filter(isMade);
  return [
    ...listed(made, history, now).map(recoveryPoint),
    ...backups.filter((backup) => isRemembered(backup, now)).map(backupJob),
    ...made.flatMap((backup) => copiesOf(backup, history, now)),
  ];
}

const HOUR_MS = 60 * 60 * 1000;

/** The result of each run of a history, oldest first. */
export function backupsOf(resource: EstateResource, history: History): readonly Backup[] {
  return runs(history.plan.rules, history.since, history.until).map((run) => toBackup(resource, history, run));
}

/** Returns whether a backup has made a point. */
export function isMade({ job }: Backup): boolean {
  return job.state !== 'FAILED' && job.state !== 'EXPIRED';
}

/** Returns whether the point of a run was deleted by hand. */
export function isDeleted({ deleted }: History, { day }: Run): boolean {
  return deleted !== undefined && day <= deleted.since && day >= deleted.until;
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
  const restoredOn = history.restored?.[run.day];
  return {
    ...common,
    pointArn: pointArn(resource, run.rule.vault, history.plan, run.at),
    status: history.statuses?.[run.day] ?? 'COMPLETED',
    ...deletionOf(run),
    ...(restoredOn !== undefined && { restoredAt: daysAgo(restoredOn) }),
    ...(history.infected?.includes(run.day) && { infected: true }),
  };
}

/** All runs of a continuous rule bring one point up to date, which keeps its first date. */
function listed(made: readonly Backup[], history: History, now: number): readonly Backup[] {
  const { statuses = {}, held = [] } = history;
  return made.filter((backup, index) => {
    const { resource, run } = backup;
    if (isDeleted(history, run)) return false;
    if (isContinuous(resource, run)) return index === 0;
    return run.day in statuses || held.includes(run.day) || isKept(backup, now);
  });
}

function copiesOf(backup: Backup, { uncopied }: History, now: number): readonly WorldScope[] {
  const { copyTo } = backup.run.rule;
  if (!copyTo) return [];
  const copy = copyOf(backup, copyTo);
  const isMissing = uncopied !== undefined && backup.run.day <= uncopied.since;
  if (isMissing) {
    const failed = uncopied.message !== undefined && isRemembered(backup, now);
    return failed ? [copyJob(backup, copy, uncopied.message)] : [];
  }
  const accessible = copyTo.accessVault ? [copyOf(copy, copyTo.accessVault)] : [];
  return [
    ...[copy, ...accessible].filter((each) => isKept(each, now)).map(recoveryPoint),
    ...(isRemembered(backup, now) ? [copyJob(backup, copy)] : []),
  ];
}

function isRemembered({ run }: Backup, now: number): boolean {
  return run.day <= dayAt(now) + JOB_HISTORY_DAYS;
}

function isKept({ deleteAt }: Backup, now: number): boolean {
  return !deleteAt || hoursAfter(deleteAt, DELETION_HOURS).getTime() > now;
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
