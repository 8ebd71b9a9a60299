import { backupJobs, copyJobs, jobHistories, restoreJobs } from './jobs.js';
import type { BackupJobRow, CopyJobRow, JobHistoryRow, RestoreJobRow } from './jobs.js';
import { newestPoints } from './newest-points.js';
import type { NewestPointRow } from './newest-points.js';
import { excludedResources, outcomes, populations, runs } from './run.js';
import type { ExcludedResourceRow, OutcomeRow, PopulationRow, RunRow } from './run.js';
import type { AnyTable } from './table.js';

/** The rows of each table, by its name. The schemas that values are checked by derive from it. */
export interface LedgerRows {
  readonly restore_jobs: RestoreJobRow;
  readonly backup_jobs: BackupJobRow;
  readonly copy_jobs: CopyJobRow;
  readonly job_histories: JobHistoryRow;
  readonly newest_points: NewestPointRow;
  readonly outcomes: OutcomeRow;
  readonly excluded_resources: ExcludedResourceRow;
  readonly populations: PopulationRow;
  readonly runs: RunRow;
}

/** The tables of a ledger, by what they are called here. */
export const TABLES = {
  restoreJobs,
  backupJobs,
  copyJobs,
  jobHistories,
  newestPoints,
  outcomes,
  excludedResources,
  populations,
  runs,
};

/** The table whose folder has this name; undefined if there is none. */
export function tableNamed(name: string): AnyTable | undefined {
  const all: readonly AnyTable[] = Object.values(TABLES);
  return all.find((table) => table.name === name);
}
