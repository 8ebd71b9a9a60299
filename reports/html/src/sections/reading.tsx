import { count, groupBy, scopeKey, unknownWordText } from '@backproof/core';
import type { CallCount, Population, ReportedRun } from '@backproof/core';
import { GapText } from '../components/finding.js';
import { LeftOut } from '../components/left-out.js';
import { section } from '../components/section.js';
import { table } from '../components/table.js';
import { markup } from '../markup.js';
import { number } from '../words.js';
import { completeness } from './completeness.js';
import { SECTIONS } from './contents.js';

/** Each list and whether it was read completely, incomplete ones first; the requests; the comparison with AWS Config. */
export function* reading({ populations, completeness: compared, calls }: ReportedRun, rows: number): Generator<string> {
  const incomplete = populations.filter(({ status }) => status !== 'complete');
  const complete = populations.filter(({ status }) => status === 'complete');
  const requests = sum(calls.map((each) => each.calls));
  const lead = (
    <p>
      {number(complete.length)} of {count(populations.length, 'list')} read completely, with{' '}
      {count(requests, 'request')} to AWS. Every resource is judged: there is no sampling.
    </p>
  );
  yield* section(SECTIONS.reading, lead, pieces());

  function* pieces(): Generator<string> {
    const shown = [...incomplete, ...complete].slice(0, rows);
    if (shown.length > 0) yield* populationTable(shown, Math.min(shown.length, incomplete.length));
    yield markup(<LeftOut shown={shown.length} of={populations.length} noun="lists" />);
    yield* unknownWordList(populations, rows);
    if (calls.length > 0) yield* callTable(calls);
    yield* completeness(compared, rows);
  }
}

function populationTable(rows: readonly Population[], atFirst: number): Generator<string> {
  return table<Population>({
    caption: 'Lists',
    columns: [
      {
        title: 'List',
        cell: ({ kind, of }) => (
          <>
            {kind}
            {of !== undefined && <span class="arn">{of}</span>}
          </>
        ),
      },
      { title: 'Where', cell: ({ scope }) => scopeKey(scope) },
      { title: 'Read', cell: (population) => <Reading population={population} /> },
      { title: 'Items', cell: ({ count: items }) => number(items), numeric: true },
      { title: 'Pages', cell: ({ pages }) => number(pages), numeric: true },
    ],
    rows,
    atFirst,
  });
}

function Reading({ population }: { readonly population: Population }) {
  if (population.status === 'complete') return <span class="kind pass">✓ completely</span>;
  return (
    <>
      <span class="kind unknown">{population.status === 'partial' ? '? partly' : '? not at all'}</span>
      <ul class="gaps">
        {population.gaps.map((gap) => (
          <li>
            <GapText gap={gap} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The words of AWS that decide nothing: where one decides, the verdict is unknown. */
function* unknownWordList(populations: readonly Population[], rows: number): Generator<string> {
  const words = populations.flatMap(({ scope, unknownWords = [] }) => unknownWords.map((word) => ({ scope, word })));
  if (words.length === 0) return;
  const shown = words.slice(0, rows);
  yield* table<(typeof words)[number]>({
    caption: 'Words of AWS that this version does not know',
    columns: [
      { title: 'Where', cell: ({ scope }) => scopeKey(scope) },
      { title: 'Word', cell: ({ word }) => unknownWordText(word) },
    ],
    rows: shown,
    atFirst: shown.length,
  });
  yield markup(<LeftOut shown={shown.length} of={words.length} noun="words" />);
}

function callTable(calls: readonly CallCount[]): Generator<string> {
  const byOperation = [...groupBy(calls, ({ operation }) => operation)].sort(([a], [b]) => (a < b ? -1 : 1));
  return table<readonly [string, readonly CallCount[]]>({
    caption: 'Requests by operation of AWS',
    columns: [
      { title: 'Operation', cell: ([operation]) => <code>{operation}</code> },
      { title: 'Accounts and Regions', cell: ([, each]) => number(each.length), numeric: true },
      { title: 'Requests', cell: ([, each]) => number(sum(each.map((call) => call.calls))), numeric: true },
      { title: 'Retries', cell: ([, each]) => number(sum(each.map(({ retries }) => retries))), numeric: true },
    ],
    rows: byOperation,
    atFirst: 0,
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
