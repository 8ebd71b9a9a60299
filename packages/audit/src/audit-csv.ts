import { row } from '@backproof/report-csv';
import type { Audit } from './audit.js';
import type { AuditTable, Cell } from './tables/table.js';

/** A table of an audit in UTF-8 by RFC 4180, safe to open in a spreadsheet. */
export function* auditCsv(audit: Audit, { columns, rows }: AuditTable): Generator<string> {
  yield row(columns);
  for (const cells of rows(audit)) yield row(cells.map(textOf));
}

function textOf(cell: Cell): string {
  if (cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return String(cell);
}
