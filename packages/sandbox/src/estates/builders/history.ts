import type { BackupJobState, RecoveryPointStatus } from '@aws-sdk/client-backup';
import type { WorldScope } from '../../world/world.js';
import { deletionOf, isContinuous, JOB_HOURS, recoveryPoint, type Backup } from './backup.js';
import { copiesOf, type CopyHistory } from './copies.js';
import { backupJob } from './jobs.js';
import { isKept, isRemembered } from './kept.js';
import { daysAgo, NOW } from './moment.js';
import type { EstatePlan } from './plan.js';
import type { EstateResource } from './resource.js';
import { runs, type Run } from './runs.js';

/** The history of a plan's work on a resource. Days are counted back from the estate's now. */
export interface History extends CopyHistory {
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
  /** The day on which a new continuous point replaced the old one, as after a change of its retention. */
  readonly replaced?: number;
  /** The days of the points in which a malware scan found something. */
  readonly infected?: readonly number[];
  /** The days of the points that are not encrypted. */
  readonly unencrypted?: readonly number[];
  /** The days of the points that a legal hold keeps past their deletion date: see `legalHold`. */
  readonly held?: readonly number[];
  /** The points of these days were deleted by hand, from the first to the last, their copies were not. */
  readonly deleted?: { readonly since: number; readonly until: number };
  /** The day on which a point was restored last, by the day of the run that made the point. */
  readonly restored?: Readonly<Record<number, number>>;
}

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

/** The result of each run of a history, oldest first. A continuous backup is made beside the snapshots. */
export function backupsOf(resource: EstateResource, history: History): readonly Backup[] {
  const { plan, since, until } = history;
  const continuous = plan.rules.filter((rule) => isContinuous(resource, rule));
  const others = plan.rules.filter((rule) => !continuous.includes(rule));
  return [continuous, others]
    .flatMap((rules) => runs(rules, since, until))
    .toSorted((a, b) => Number(a.at) - Number(b.at))
    .map((run) => toBackup(resource, history, run));
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
  if (isContinuous(resource, run.rule)) {
    return { ...common, status: history.stopped ? 'STOPPED' : 'AVAILABLE' };
  }
  const restoredOn = history.restored?.[run.day];
  return {
    ...common,
    status: history.statuses?.[run.day] ?? 'COMPLETED',
    ...deletionOf(run),
    ...(restoredOn !== undefined && { restoredAt: daysAgo(restoredOn) }),
    ...(history.infected?.includes(run.day) && { infected: true }),
    ...(history.unencrypted?.includes(run.day) && { unencrypted: true }),
  };
}

/** All runs of a continuous rule bring one point up to date, which keeps its first date. */
function listed(made: readonly Backup[], history: History, now: number): readonly Backup[] {
  const { statuses = {}, held = [], replaced = Infinity } = history;
  const first = made.find(({ resource, run }) => run.day <= replaced && isContinuous(resource, run.rule));
  return made.filter((backup) => {
    const { resource, run } = backup;
    if (isDeleted(history, run)) return false;
    if (isContinuous(resource, run.rule)) return backup === first;
    return run.day in statuses || held.includes(run.day) || isKept(backup, now);
  });
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
