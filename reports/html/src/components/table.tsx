import { count } from '@backproof/core';
import type { ComponentChildren, VNode } from 'preact';
import { around, markup } from '../markup.js';
import { number } from '../words.js';

/** A column of a table; the first one names the rows. */
export interface Column<Row> {
  readonly title: ComponentChildren;
  /** The name by which a script knows the column. */
  readonly id?: string;
  /** The title where rows are shown as blocks; required if the title is not text. */
  readonly label?: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Set to the right, in digits of equal width. */
  readonly numeric?: true;
}

/** The parts of a table. */
export interface TableContents<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** The id of a row, for links to it. */
  readonly idOf?: (row: Row) => string;
  /** The number of rows that are visible at first; the others are folded. Absent: all. */
  readonly atFirst?: number;
}

/** A table, row by row; where only some are there to see at first, the others follow in a second one. */
export function* table<Row>(contents: TableContents<Row>): Generator<string> {
  const { caption, rows, atFirst = rows.length } = contents;
  if (atFirst > 0) yield* wholeTable({ ...contents, rows: rows.slice(0, atFirst) });
  const more = rows.slice(atFirst);
  if (more.length === 0) return;
  const shell = (slot: VNode): VNode => (
    <details class="more">
      <summary>
        {caption}: {atFirst > 0 ? `${number(more.length)} more` : count(more.length, 'row')}
      </summary>
      {slot}
    </details>
  );
  yield* around(
    shell,
    wholeTable({ ...contents, caption: atFirst > 0 ? `${caption}, continued` : caption, rows: more }),
  );
}

/**
 * On narrow screens each row is shown as a block of labelled values; the roles keep it a table for those who cannot see
 * it, whatever its cells are displayed as.
 */
function* wholeTable<Row>(contents: TableContents<Row>): Generator<string> {
  const { caption, columns } = contents;
  const shell = (body: VNode): VNode => (
    <table role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th scope="col" role="columnheader" data-column={column.id} class={column.numeric && 'number'}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{body}</tbody>
    </table>
  );
  yield* around(shell, rowsOf(contents));
}

function* rowsOf<Row>({ rows, columns, idOf }: TableContents<Row>): Generator<string> {
  for (const row of rows) {
    yield markup(
      <tr role="row" id={idOf?.(row)}>
        {columns.map((column, index) =>
          index === 0 ? (
            <th scope="row" role="rowheader" data-label={labelOf(column)}>
              {column.cell(row)}
            </th>
          ) : (
            <td role="cell" data-label={labelOf(column)} class={column.numeric && 'number'}>
              {column.cell(row)}
            </td>
          ),
        )}
      </tr>,
    );
  }
}

function labelOf<Row>({ title, label }: Column<Row>): string {
  return label ?? (typeof title === 'string' ? title : '');
}
