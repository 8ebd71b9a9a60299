import { backupJobs, copyJobs, jobHistories, restoreJobs } from './jobs.js';
import { newestPoints } from './newest-points.js';
import { excludedResources, outcomes, populations, runs } from './run.js';
import type { AnyTable } from './table.js';

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
