import type { CellObject, Sheet } from 'write-excel-file/node';
import type { Audit } from './audit.js';
import { AUDIT_TABLES, isOnRequest } from './tables/index.js';
import type { AuditTable, Cell } from './tables/table.js';

/** The most characters of a cell. @source Excel specifications and limits: total number of characters that a cell can contain */
const MOST_IN_CELL = 32_767;

const CUT = ' ... (cut: the JSON has all of it)';

/** Control characters and halves of surrogate pairs, which XML does not allow. */
const NOT_IN_XML = /(?![\t\n])[\p{Cc}\p{Cs}]/gu;

/** The tables of an audit as a workbook of Excel, a sheet each. Cells have types, texts stay texts, and there is no formula. */
export async function auditXlsx(audit: Audit): Promise<Buffer> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const tables = AUDIT_TABLES.filter((table) => !isOnRequest(table) || Object.hasOwn(audit, table.name));
  return writeExcelFile(tables.map((table) => sheetOf(audit, table))).toBuffer();
}

function sheetOf(audit: Audit, { name, columns, rows }: AuditTable): Sheet<Buffer> {
  const title = columns.map((column): CellObject => ({ value: column, type: String, fontWeight: 'bold' }));
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map((column) => ({ width: Math.max(16, column.length + 2) })),
    data: [title, ...Array.from(rows(audit), (cells) => cells.map(cellOf))],
  };
}

function cellOf(value: Cell): CellObject | undefined {
  if (value === undefined || value === '') return undefined;
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd hh:mm:ss' };
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  const text = value.replace(NOT_IN_XML, '?');
  return {
    value: text.length <= MOST_IN_CELL ? text : text.slice(0, MOST_IN_CELL - CUT.length) + CUT,
    type: String,
  };
}
