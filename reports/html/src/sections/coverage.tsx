import type { ReportedRun, SubjectType, Tally, TallyKind } from '@backproof/core';
import type { VNode } from 'preact';
import { Bar, KindCounts } from '../components/kind.js';
import { emptySection, section } from '../components/section.js';
import { table } from '../components/table.js';
import type { RunDigest } from '../digest/run-digest.js';
import { inWords } from '../words.js';
import { SECTIONS } from './contents.js';

type Row = readonly [SubjectType, ReadonlyMap<string, Tally>];

/** Each type of resource under each rule. */
export function* coverage({ rules }: ReportedRun, { matrix }: RunDigest): Generator<string> {
  if (matrix.size === 0) {
    yield* emptySection(SECTIONS.coverage, 'No rule judged any resource.');
    return;
  }
  yield* section(
    SECTIONS.coverage,
    <p>Outcomes of each rule, by resource type.</p>,
    table<Row>({
      caption: 'Outcomes by resource type and rule',
      columns: [
        { title: 'Type', cell: ([type]) => <span class="nowrap">{type}</span> },
        ...rules.map(({ id }) => ({
          title: inWords(id),
          cell: ([type, ofType]: Row) => <Cell type={type} ruleId={id} counts={ofType.get(id)} />,
        })),
      ],
      rows: [...matrix],
    }),
  );
}

interface CellProps {
  readonly type: SubjectType;
  readonly ruleId: string;
  readonly counts: Tally | undefined;
}

/** The numbers of what needs attention lead to the resources, or without the script to the findings. */
function Cell({ type, ruleId, counts }: CellProps) {
  if (counts === undefined) return <span class="none">not judged</span>;
  const leadsTo = (kind: TallyKind, text: VNode): VNode => {
    if (kind !== 'open' && kind !== 'unknown') return text;
    return (
      <a
        class="lookup"
        href={kind === 'open' ? `#violations-${ruleId}` : `#${SECTIONS.unknowns.id}`}
        data-type={type}
        data-rule={ruleId}
        data-status={kind}
      >
        {text}
      </a>
    );
  };
  return (
    <>
      <Bar counts={counts} />
      <KindCounts counts={counts} leadsTo={leadsTo} />
    </>
  );
}
