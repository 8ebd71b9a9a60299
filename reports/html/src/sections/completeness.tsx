import { scopeKey } from '@backproof/core';
import type { CountComparison, ReportedRun } from '@backproof/core';
import type { VNode } from 'preact';
import { LeftOut } from '../components/left-out.js';
import { table } from '../components/table.js';
import { markup } from '../markup.js';
import { number } from '../words.js';

type Completeness = ReportedRun['completeness'];

const RESULTS: Readonly<Record<CountComparison['result'], string>> = {
  complete: '✓ complete',
  shortfall: '✗ resources are missing',
  doubtful: '? may be missing',
};

const DOUBTS: Readonly<Record<NonNullable<CountComparison['doubt']>, string>> = {
  daily: 'AWS Config records once a day',
  failing: 'the AWS Config recorder fails',
  'recent-change': 'recorded within a day of the scan, possibly deleted since',
  'other-engines': 'AWS Config may count DocumentDB and Neptune here',
};

const REASONS: Readonly<Record<Completeness['uncounted'][number]['reason'], string>> = {
  'not-recorded': 'Not recorded by AWS Config',
  unread: 'AWS Config could not be read',
  'not-asked': 'AWS Config was not queried',
};

/** The resources that the scan found, compared with the counts of AWS Config. */
export function* completeness({ counts, uncounted, unknownTypes }: Completeness, rows: number): Generator<string> {
  yield markup(<h3>Compared with AWS Config</h3>);
  if (counts.length > 0) {
    const differing = counts.filter(({ result }) => result !== 'complete');
    const shown = [...differing, ...counts.filter(({ result }) => result === 'complete')].slice(0, rows);
    yield* countTable(shown, Math.min(differing.length, shown.length));
    yield markup(<LeftOut shown={shown.length} of={counts.length} noun="comparisons" />);
  }
  for (const [reason, text] of Object.entries(REASONS)) {
    const scopes = uncounted.filter((scope) => scope.reason === reason);
    if (scopes.length > 0) yield markup(<Uncounted scopes={scopes.map(scopeKey)} reason={text} />);
  }
  if (counts.length === 0 && uncounted.length === 0) yield markup(<p class="none">Nothing was compared.</p>);
  if (unknownTypes.length === 0) return;
  const types = unknownTypes.map(({ resourceType, count: items }) => `${number(items)} of type ${resourceType}`);
  yield markup(
    <p class="left-out">
      AWS Backup protects resources of types that this version does not judge: {types.join(', ')}.
    </p>,
  );
}

const NAMED = 10;

function Uncounted({ scopes, reason }: { readonly scopes: readonly string[]; readonly reason: string }): VNode {
  const more = scopes.length > NAMED ? ` and ${number(scopes.length - NAMED)} more` : '';
  return (
    <p>
      {reason}: {scopes.slice(0, NAMED).join(', ')}
      {more}.
    </p>
  );
}

function countTable(rows: readonly CountComparison[], atFirst: number): Generator<string> {
  return table<CountComparison>({
    caption: 'Resources that the scan found, and that AWS Config counts',
    columns: [
      { title: 'Type', cell: ({ configType }) => configType },
      { title: 'Where', cell: ({ scope }) => scopeKey(scope) },
      { title: 'Found', cell: ({ seen }) => number(seen), numeric: true },
      { title: 'Counted', cell: ({ counted }) => number(counted), numeric: true },
      {
        title: 'Result',
        cell: ({ result, doubt, missing, unseen }) => (
          <>
            {RESULTS[result]}
            {missing > 0 && <span class="detail">{number(missing)} missing</span>}
            {doubt !== undefined && <span class="detail">{DOUBTS[doubt]}</span>}
            {unseen.slice(0, NAMED).map(({ arn }) => (
              <span class="arn">{arn}</span>
            ))}
          </>
        ),
      },
    ],
    rows,
    atFirst,
  });
}
