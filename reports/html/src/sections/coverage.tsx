import type { ReportedRun, SubjectType, Tally } from '@backproof/core';
import { Bar, KindCounts } from '../components/kind.js';
import { section } from '../components/section.js';
import { table } from '../components/table.js';
import type { RunDigest } from '../digest/run-digest.js';
import { SECTIONS } from './contents.js';

type Row = readonly [SubjectType, ReadonlyMap<string, Tally>];

/** Each type of resource under each rule. */
export function* coverage({ rules }: ReportedRun, { matrix }: RunDigest): Generator<string> {
  if (matrix.size === 0) {
    yield* section(SECTIONS.coverage, <p class="none">No rule judged any resource.</p>);
    return;
  }
  yield* section(
    SECTIONS.coverage,
    <p>Outcomes of each rule, by resource type.</p>,
    table<Row>({
      caption: 'Outcomes by resource type and rule',
      columns: [
        { title: 'Type', cell: ([type]) => <span class="nowrap">{type}</span> },
        ...rules.map(({ id }) => ({ title: id, cell: ([, ofType]: Row) => <Cell counts={ofType.get(id)} /> })),
      ],
      rows: [...matrix],
    }),
  );
}

function Cell({ counts }: { readonly counts: Tally | undefined }) {
  if (counts === undefined) return <span class="none">not judged</span>;
  return (
    <>
      <Bar counts={counts} />
      <KindCounts counts={counts} />
    </>
  );
}
