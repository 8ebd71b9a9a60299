import { canonicalJson } from '@backproof/core';
import type { Ledger } from './chain.js';
import { readJobs } from './read-jobs.js';
import { readRows } from './read-table.js';
import type { RowRange } from './read-table.js';
import { TABLES } from './tables/index.js';
import { columnName, fieldsOf } from './tables/table.js';
import type { AnyTable, ColumnType } from './tables/table.js';

export const EXPORT_FORMATS = ['ndjson', 'csv'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * A table as text, a row a line, its columns named as in the files; of jobs each one once. Moments are ISO 8601.
 * @throws LedgerError if a part was changed or is missing
 */
export async function* exportTable(
  ledger: Ledger,
  table: AnyTable,
  format: ExportFormat,
  range: RowRange = {},
): AsyncGenerator<string> {
  const columns = fieldsOf(table).map((field) => ({
    field,
    name: columnName(field),
    type: table.columns[field] ?? 'text',
  }));
  if (format === 'csv') yield csvLine(columns.map(({ name }) => name));
  for await (const row of rowsOf(ledger, table, range)) {
    const values = new Map<string, unknown>(Object.entries(row));
    const plain = columns.map(({ name, field, type }) => ({ name, type, value: plainValue(values.get(field), type) }));
    yield format === 'csv'
      ? csvLine(plain.map(({ value, type }) => csvText(value, type)))
      : `${JSON.stringify(Object.fromEntries(plain.map(({ name, value }) => [name, value])))}\n`;
  }
}

async function* rowsOf(ledger: Ledger, table: AnyTable, range: RowRange): AsyncGenerator<object> {
  const { restoreJobs, backupJobs, copyJobs } = TABLES;
  switch (table.name) {
    case restoreJobs.name:
      yield* await readJobs(ledger, restoreJobs, range);
      break;
    case backupJobs.name:
      yield* await readJobs(ledger, backupJobs, range);
      break;
    case copyJobs.name:
      yield* await readJobs(ledger, copyJobs, range);
      break;
    default:
      yield* readRows(ledger, table, range);
  }
}

function plainValue(value: unknown, type: ColumnType): unknown {
  return type === 'instant' && typeof value === 'number' ? new Date(value).toISOString() : value;
}

function csvText(value: unknown, type: ColumnType): string {
  if (value === undefined) return '';
  return typeof value === 'string' && type !== 'json' ? value : canonicalJson(value);
}

/** One record by RFC 4180. A spreadsheet takes what begins so for a formula; the apostrophe makes it text. */
function csvLine(values: readonly string[]): string {
  const cells = values.map((value) => {
    const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${cells.join(',')}\r\n`;
}
