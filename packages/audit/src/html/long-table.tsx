import { markup, number, table } from '@backproof/report-html';

/** The most rows of a table: longer pages take browsers long to open. */
const SHOWN = 2000;

/** A table that is cut off if it is too long for a page, with a note that says where the other rows are. */
export function* longTable<Row>(contents: Parameters<typeof table<Row>>[0]): Generator<string> {
  const { rows } = contents;
  if (rows.length > SHOWN) {
    yield markup(
      <p>
        <strong>
          {number(SHOWN)} of {number(rows.length)} are shown.
        </strong>{' '}
        All rows are in the audit as JSON (<code>--format html,json</code>), and all figures count them.
      </p>,
    );
  }
  yield* table({ ...contents, rows: rows.slice(0, SHOWN) });
}
