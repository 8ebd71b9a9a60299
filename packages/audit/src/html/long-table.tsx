import { markup, number, table } from '@backproof/report-html';

/** A page of more rows is read by nobody, and takes a browser long to open. */
const SHOWN = 2000;

/** A table that may be too long for a page: it then has the first rows, and says where the others are. */
export function* longTable<Row>(contents: Parameters<typeof table<Row>>[0]): Generator<string> {
  const { rows } = contents;
  if (rows.length > SHOWN) {
    yield markup(
      <p>
        <strong>
          {number(SHOWN)} of {number(rows.length)} are shown.
        </strong>{' '}
        The others are in the same audit as JSON (<code>--format html,json</code>), and count in all figures.
      </p>,
    );
  }
  yield* table({ ...contents, rows: rows.slice(0, SHOWN) });
}
