import { plain } from './plain.js';

/** A table of the report. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  /** Untrusted text; rows are taken as long as there is room. */
  readonly rows: Iterable<readonly string[]>;
  /** The number of rows. */
  readonly total: number;
}

/** Limits of what is written. */
export interface Limits {
  /** The most rows of a table. */
  readonly rows: number;
  /** The most bytes of the whole document, in UTF-8. */
  readonly maxBytes: number;
}

/** Tables as far as they fit within the limits; a table that does not fit says how many of its rows are left out. */
export function* tablesText(tables: readonly Table[], before: string, limits: Limits): Generator<string> {
  const shown = tables.filter(({ total }) => total > 0);
  // The frames are written in any case, so that nothing is left out in silence.
  const frames = shown.map((table) => bytes(frameOf(table)) + bytes(noteOf(table.total, limits)));
  let room = limits.maxBytes - bytes(before) - frames.reduce((sum, size) => sum + size, 0);
  for (const table of shown) {
    yield frameOf(table);
    let written = 0;
    for (const row of table.rows) {
      const line = lineOf(row);
      if (written === limits.rows || bytes(line) > room) break;
      yield line;
      room -= bytes(line);
      written += 1;
    }
    if (written < table.total) yield noteOf(table.total - written, limits);
  }
}

function frameOf({ title, columns, total }: Table): string {
  return `\n## ${title} (${total})\n\n| ${columns.join(' | ')} |\n|${' --- |'.repeat(columns.length)}\n`;
}

function noteOf(leftOut: number, { rows, maxBytes }: Limits): string {
  return `\n_${leftOut} more not shown: this report is limited to ${rows} rows a table and ${maxBytes} bytes in all._\n`;
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.map(plain).join(' | ')} |\n`;
}

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
