import { canonicalJson } from '@backproof/core';
import type { Instant } from '@backproof/core';
import type { Ledger } from './chain.js';
import { dayOf } from './layout.js';
import { readTable } from './read-table.js';
import { fieldsOf } from './tables/table.js';
import type { RecordedRow, Table } from './tables/table.js';
import type { RecordedOrigin } from './tables/jobs.js';

/** A job in the ledger, as far as it is the same for all kinds. */
interface KnownRow extends RecordedRow {
  readonly account: string;
  readonly region: string;
  readonly jobId: string;
  readonly createdAt: Instant;
  readonly origin: RecordedOrigin;
}

/**
 * The jobs of an inventory that say something new: AWS lists a job for 30 days, and daily runs would write it down 30
 * times. Known is what the ledger held before the inventory was taken, so that whoever reads it as of that moment or a
 * later one finds all of its jobs.
 */
export async function newJobs<Row extends KnownRow>(
  ledger: Ledger,
  table: Table<Row>,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const [first] = rows;
  if (first === undefined) return rows;
  const pending = new Map(rows.map((row) => [row.jobId, row]));
  // A job is recorded after it was created.
  const since = dayOf(rows.reduce((oldest, { createdAt }) => Math.min(oldest, createdAt), Infinity));
  const fields = fieldsOf(table);
  const content = fields.filter((field) => !['runId', 'takenAt', 'origin'].includes(field));
  for await (const { count, columns } of readTable(ledger, table, fields, { since, before: first.takenAt })) {
    for (let i = 0; i < count; i++) {
      const row = pending.get(columns.jobId[i] ?? '');
      if (row === undefined || !isAsGood(columns.origin[i], row.origin)) continue;
      if (content.every((field) => isSame(columns[field][i], row[field]))) pending.delete(row.jobId);
    }
  }
  return rows.filter(({ jobId }) => pending.has(jobId));
}

/** A job that AWS listed is better evidence than an imported one with the same content. */
function isAsGood(known: RecordedOrigin | undefined, other: RecordedOrigin): boolean {
  return known === 'live' || known === 'inventory' || known === other;
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return typeof a === 'object' && typeof b === 'object' && canonicalJson(a) === canonicalJson(b);
}
