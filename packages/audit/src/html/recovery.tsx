import { count, formatDuration, groupBy } from '@backproof/core';
import { markup, moment, number, section, table } from '@backproof/report-html';
import type { VNode } from 'preact';
import type { Audit, AuditedPeriod } from '../audit.js';
import type { ObjectivesAtRun, RestoreCoverage, RestoreTimes } from '../recovery.js';
import { SECTIONS } from './contents.js';
import { TrendLine } from './trend-line.js';
import { At } from './words.js';

const LEAD = (
  <p>
    Whether resources would have come back within their objectives, how long restores took, and how much of the
    population was restored at all.
  </p>
);

/** Recovery objectives run by run, restore times by type and month, and the coverage by restores over a year. */
export function* recovery({ recovery: of, period, population, runs }: Audit): Generator<string> {
  yield* section(SECTIONS.recovery, LEAD, pieces());

  function* pieces(): Generator<string> {
    yield markup(<h3>Recovery objectives</h3>);
    yield* objectives(of.objectives, runs.length);
    yield markup(<h3>Restore times</h3>);
    yield* restoreTimes(of.times, period);
    if (of.coverage.length === 0) return;
    yield markup(<h3>Coverage by restores over a year</h3>);
    yield markup(<CoverageLead since={population.ledgerSince} yearFrom={of.yearFrom} />);
    yield* coverage(of.coverage);
  }
}

function* objectives(rows: readonly ObjectivesAtRun[], runs: number): Generator<string> {
  if (rows.length < runs || runs === 0) {
    yield markup(
      <p class="none">
        The rule recovery-objectives judged in {number(rows.length)} of {count(runs, 'run')}. Of other runs it is not
        known whether objectives were met.
      </p>,
    );
  }
  if (rows.length === 0) return;
  const numeric = (title: string, of: (tally: ObjectivesAtRun['tally']) => number) => ({
    title,
    cell: ({ tally }: ObjectivesAtRun) => number(of(tally)),
    numeric: true as const,
  });
  yield* table<ObjectivesAtRun>({
    caption: 'Recovery objectives, run by run',
    columns: [
      { title: 'Run', cell: (entry) => <At run={entry} /> },
      numeric('Met', ({ pass }) => pass),
      numeric('Not met', ({ open, baseline }) => open + baseline),
      numeric('Waived', ({ waived }) => waived),
      numeric('Unknown', ({ unknown }) => unknown),
      numeric('Not applicable', ({ notApplicable }) => notApplicable),
    ],
    rows,
    atFirst: 14,
  });
}

function* restoreTimes(rows: readonly RestoreTimes[], period: AuditedPeriod): Generator<string> {
  if (rows.length === 0) {
    yield markup(<p class="none">The ledger has no completed restore with a duration in the period.</p>);
    return;
  }
  for (const [type, ofType] of groupBy(rows, (row) => row.type)) {
    if (ofType.length > 1) yield markup(<TimesTrend type={type} rows={ofType} period={period} />);
  }
  yield* table<RestoreTimes>({
    caption: 'Completed restores by type and month in which they began, and how long they took',
    columns: [
      { title: 'Type', cell: ({ type }) => type },
      { title: 'Month', cell: ({ month }) => month },
      { title: 'Restores', cell: ({ restores }) => number(restores), numeric: true },
      { title: 'Resources', cell: ({ resources }) => number(resources), numeric: true },
      { title: 'Median', cell: ({ medianMs }) => formatDuration(medianMs), numeric: true },
      { title: 'Longest', cell: ({ longestMs }) => formatDuration(longestMs), numeric: true },
    ],
    rows,
    atFirst: 50,
  });
}

interface TimesTrendProps {
  readonly type: string;
  readonly rows: readonly RestoreTimes[];
  readonly period: AuditedPeriod;
}

/** The medians of a type, each in the middle of its month. */
function TimesTrend({ type, rows, period }: TimesTrendProps): VNode {
  const most = Math.max(...rows.map(({ medianMs }) => medianMs));
  const value = `median up to ${formatDuration(most)}`;
  return (
    <TrendLine
      id={`restores-${type}`}
      label={type}
      value={value}
      description={`${type}: restore time by month, ${value}; the table has the numbers.`}
      period={period}
      points={rows.map(({ month, medianMs }) => ({
        at: within(`${month}-15T00:00:00.000Z`, period),
        height: most === 0 ? 0 : medianMs / most,
      }))}
    />
  );
}

/** A period may begin or end within a month. */
function within(at: string, { from, until }: AuditedPeriod): string {
  if (at < from) return from;
  return at > until ? until : at;
}

function CoverageLead({ since, yearFrom }: { readonly since: string | undefined; readonly yearFrom: string }): VNode {
  return (
    <p>
      The judged resources of the closing run by their last completed restore, of any kind, before the end of the
      period. The year began on <time datetime={yearFrom}>{moment(yearFrom)}</time>
      {since !== undefined && since > yearFrom && (
        <>
          , and the ledger on <time datetime={since}>{moment(since)}</time>: of restores before that it knows only what
          was imported or listed then
        </>
      )}
      .
    </p>
  );
}

function coverage(rows: readonly RestoreCoverage[]): Generator<string> {
  const sum = (of: (row: RestoreCoverage) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const total = {
    type: 'All types',
    judged: sum(({ judged }) => judged),
    withinYear: sum(({ withinYear }) => withinYear),
    earlier: sum(({ earlier }) => earlier),
    never: sum(({ never }) => never),
  };
  return table<RestoreCoverage>({
    caption: 'Resources by their last completed restore',
    columns: [
      { title: 'Type', cell: ({ type }) => type },
      { title: 'Judged', cell: ({ judged }) => number(judged), numeric: true },
      { title: 'Restored within the year', cell: ({ withinYear }) => number(withinYear), numeric: true },
      {
        title: 'Share',
        cell: ({ judged, withinYear }) => `${Math.floor((100 * withinYear) / judged)}%`,
        numeric: true,
      },
      { title: 'Restored earlier', cell: ({ earlier }) => number(earlier), numeric: true },
      { title: 'No known restore', cell: ({ never }) => number(never), numeric: true },
    ],
    rows: [...rows, total],
  });
}
