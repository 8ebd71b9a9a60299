import { compare } from '@backproof/core';
import type { Ledger } from './chain.js';
import { readRows } from './read-table.js';
import type { RowRange } from './read-table.js';
import type { BackupJobRow, CopyJobRow, RecordedOrigin, RestoreJobRow } from './tables/jobs.js';
import type { Table } from './tables/table.js';

type AnyJobRow = RestoreJobRow | BackupJobRow | CopyJobRow;

/**
 * The jobs of a table, each of them once, in the order of their ids. Of several records of a job the one stays that is
 * closest to its end, of these the one of the best origin, of these the latest.
 *
 * @throws LedgerError if a part was changed or is missing
 */
export async function readJobs<Row extends AnyJobRow>(
  ledger: Ledger,
  table: Table<Row>,
  range: RowRange = {},
): Promise<readonly Row[]> {
  const jobs = new Map<string, Row>();
  for await (const row of readRows(ledger, table, range)) {
    const known = jobs.get(row.jobId);
    if (known === undefined || compareRecords(known, row) < 0) jobs.set(row.jobId, row);
  }
  return [...jobs.values()].sort((a, b) => compare(a.jobId, b.jobId));
}

/** Orders records of one job, the better one last. */
function compareRecords(a: AnyJobRow, b: AnyJobRow): number {
  return (
    finality(a) - finality(b) ||
    GRADES.indexOf(a.origin) - GRADES.indexOf(b.origin) ||
    a.takenAt - b.takenAt ||
    compare(a.runId, b.runId)
  );
}

/** The best origin last: AWS's own word now or then, a file that AWS wrote, and an event of the job's beginning. */
const GRADES: readonly RecordedOrigin[] = ['cloudtrail', 'eventbridge', 'audit-manager', 'inventory', 'live'];

/** @source API BackupJobState, CopyJobState, RestoreJobStatus */
const ENDED: ReadonlySet<string> = new Set(['COMPLETED', 'FAILED', 'ABORTED', 'EXPIRED', 'PARTIAL']);

/** The number of stages of a job that have ended: the job itself, its validation, the deletion of what a test restored. */
function finality(row: AnyJobRow): number {
  if (!('status' in row)) return Number(ENDED.has(row.state));
  const { status, validationStatus = 'VALIDATING', deletionStatus = 'DELETING' } = row;
  return (
    4 * Number(ENDED.has(status)) +
    2 * Number(validationStatus !== 'VALIDATING') +
    Number(deletionStatus !== 'DELETING')
  );
}
