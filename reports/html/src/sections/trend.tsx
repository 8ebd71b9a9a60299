import { TALLY_KINDS } from '@backproof/core';
import type { ReportedRun } from '@backproof/core';
import { table } from '../components/table.js';
import { Trend } from '../components/trend.js';
import type { TrendPoint } from '../components/trend.js';
import { sumOfTallies } from '../digest/tallies.js';
import { markup } from '../markup.js';
import { KIND_WORDS, moment, number } from '../words.js';

/** The trend from earlier runs to this one, if earlier runs were given. */
export function* trend({ now, rules }: ReportedRun, history: readonly TrendPoint[]): Generator<string> {
  if (history.length === 0) return;
  const points = [...history, { now, tally: sumOfTallies(rules.map(({ tally }) => tally)) }].sort(
    (a, b) => Date.parse(a.now) - Date.parse(b.now),
  );
  yield markup(<h3>Trend</h3>);
  yield markup(<Trend points={points} />);
  yield* table<TrendPoint>({
    caption: 'Outcomes run by run, newest first',
    columns: [
      { title: 'As of', cell: (point) => <time datetime={point.now}>{moment(point.now)}</time> },
      ...TALLY_KINDS.map((kind) => ({
        title: KIND_WORDS[kind].word,
        cell: ({ tally }: TrendPoint) => number(tally[kind]),
        numeric: true as const,
      })),
    ],
    rows: points.toReversed(),
    atFirst: 6,
  });
}
