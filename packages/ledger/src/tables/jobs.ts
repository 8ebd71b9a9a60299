import { defined } from '@backproof/core';
import type { BackupJob, CopyJob, JobHistory, JobOrigin, RestoreJob, Scope } from '@backproof/core';
import { SCOPED } from './table.js';
import type { RecordedRow, ScopedRow, Table } from './table.js';

/** From where the ledger has a job: AWS listed it (`live`), an inventory that was given as history held it, or an import. */
export type RecordedOrigin = 'live' | Exclude<JobOrigin, 'ledger'>;

type AnyJob = BackupJob | CopyJob | RestoreJob;

interface JobRowBase extends ScopedRow {
  readonly jobId: string;
  readonly origin: RecordedOrigin;
}

type JobRow<Job extends AnyJob> = JobRowBase & Omit<Job, 'scope' | 'id' | 'origin'>;

export type RestoreJobRow = JobRow<RestoreJob>;
export type BackupJobRow = JobRow<BackupJob>;
export type CopyJobRow = JobRow<CopyJob>;

const JOB = {
  ...SCOPED,
  jobId: 'text',
  origin: 'text',
  createdAt: 'instant',
  completedAt: 'instant',
  message: 'text',
} as const;

/** Restores, on demand, by restore testing and without AWS Backup. */
export const restoreJobs: Table<RestoreJobRow> = {
  name: 'restore_jobs',
  partitionedBy: ['account', 'region'],
  columns: {
    ...JOB,
    status: 'text',
    sourceResourceArn: 'text',
    recoveryPointArn: 'text',
    restoreTestingPlanArn: 'text',
    createdResourceArn: 'text',
    validationStatus: 'text',
    validationMessage: 'text',
    deletionStatus: 'text',
    recoveryPointCreatedAt: 'instant',
    eventId: 'text',
    nativeCall: 'text',
  },
};

/** Backups. */
export const backupJobs: Table<BackupJobRow> = {
  name: 'backup_jobs',
  partitionedBy: ['account', 'region'],
  columns: {
    ...JOB,
    state: 'text',
    messageCategory: 'text',
    resourceArn: 'text',
    planId: 'text',
    ruleId: 'text',
    recoveryPointArn: 'text',
  },
};

/** Copies from vault to vault. */
export const copyJobs: Table<CopyJobRow> = {
  name: 'copy_jobs',
  partitionedBy: ['account', 'region'],
  columns: {
    ...JOB,
    state: 'text',
    messageCategory: 'text',
    resourceArn: 'text',
    sourceRecoveryPointArn: 'text',
    destinationRecoveryPointArn: 'text',
    destinationVaultArn: 'text',
    destinationLifecycle: 'json',
    destinationVaultType: 'text',
  },
};

/** A time of which all jobs of a kind are known in a scope. */
export interface JobHistoryRow extends ScopedRow {
  readonly jobKind: JobHistory['kind'];
  readonly knownFrom: JobHistory['from'];
  readonly knownTo: JobHistory['to'];
  readonly origin: 'live' | 'inventory';
}

export const jobHistories: Table<JobHistoryRow> = {
  name: 'job_histories',
  partitionedBy: [],
  columns: { ...SCOPED, jobKind: 'text', knownFrom: 'instant', knownTo: 'instant', origin: 'text' },
};

/** A job as a row of its table. */
export function jobRow<Job extends AnyJob>(recorded: RecordedRow, { scope, id, origin, ...fields }: Job) {
  return { ...recorded, ...scopeFields(scope), jobId: id, origin: recordedOrigin(origin), ...fields };
}

/** The origin of jobs from another ledger: in this one, they come from the inventory. */
function recordedOrigin(origin: JobOrigin | undefined): RecordedOrigin {
  return origin === 'ledger' ? 'inventory' : (origin ?? 'live');
}

export function jobHistoryRow(recorded: RecordedRow, { scope, kind, from, to, origin }: JobHistory): JobHistoryRow {
  return {
    ...recorded,
    ...scopeFields(scope),
    jobKind: kind,
    knownFrom: from,
    knownTo: to,
    origin: origin === 'live' ? origin : 'inventory',
  };
}

/** The known time of a row, as part of the history of a later inventory. */
export function jobHistoryOf({
  awsPartition,
  account,
  region,
  jobKind,
  knownFrom,
  knownTo,
}: JobHistoryRow): JobHistory {
  const scope = { partition: awsPartition, accountId: account, region };
  return { scope, kind: jobKind, from: knownFrom, to: knownTo, origin: 'ledger' };
}

/** The restore job of a row, as part of the history of a later inventory. */
export function restoreJobOf(row: RestoreJobRow): RestoreJob {
  const { origin } = row;
  return defined({
    scope: { partition: row.awsPartition, accountId: row.account, region: row.region },
    id: row.jobId,
    origin: origin === 'live' || origin === 'inventory' ? ('ledger' as const) : origin,
    createdAt: row.createdAt,
    completedAt: row.completedAt,
    message: row.message,
    status: row.status,
    sourceResourceArn: row.sourceResourceArn,
    recoveryPointArn: row.recoveryPointArn,
    restoreTestingPlanArn: row.restoreTestingPlanArn,
    createdResourceArn: row.createdResourceArn,
    validationStatus: row.validationStatus,
    validationMessage: row.validationMessage,
    deletionStatus: row.deletionStatus,
    eventId: row.eventId,
    nativeCall: row.nativeCall,
  });
}

/** The fields of a row that contain its scope. */
export function scopeFields({ partition, accountId, region }: Scope) {
  return { awsPartition: partition, account: accountId, region };
}
