import { durationText, groupCell, lossName, survivalDetail } from '@backproof/core';
import type { DrilledResource, DrillReport, DrillSummary } from '@backproof/core';
import type { VNode } from 'preact';
import { LeftOut } from '../components/left-out.js';
import { Place, ResourceName } from '../components/resource.js';
import { table } from '../components/table.js';
import { markup } from '../markup.js';
import { number } from '../words.js';
import { SURVIVAL_MARKS, SurvivalMark } from './survival-mark.js';

/** Resources by losses, those of which the least is left first. @param elsewhere the document that has all of them */
export function* resourceMatrix({ losses, now, summary }: DrillReport, elsewhere?: string): Generator<string> {
  const [only] = losses;
  const isOne = only !== undefined && losses.length === 1;
  yield* table<DrilledResource>({
    caption: 'Resources: the age of the newest data that comes back after each loss',
    columns: [
      { title: 'Resource', cell: ({ resource }) => <ResourceName subject={resource} /> },
      { title: 'Where', cell: ({ resource }) => <Place {...resource} /> },
      ...losses.map((loss, index) => ({
        title: capital(lossName(loss)),
        cell: ({ survivals }: DrilledResource) => <SurvivalMark survival={survivals[index]} />,
      })),
      ...(isOne
        ? [{ title: 'Reason', cell: ({ survivals: [of] }: DrilledResource) => capital(survivalDetail(of, now)) }]
        : []),
      { title: 'Proven', cell: ({ restoreMs }) => <Restores ms={restoreMs} /> },
    ],
    rows: summary.worst,
    atFirst: 50,
  });
  yield markup(<LeftOut shown={summary.worst.length} of={summary.resources} noun="resources" elsewhere={elsewhere} />);
}

/** Groups by losses, those of which the least comes back first. */
export function* groupMatrix({ losses, summary: { groups } }: DrillReport): Generator<string> {
  yield* table<DrillSummary['groups'][number]>({
    caption: 'Groups: how many members come back after each loss, and the age of the oldest data among them',
    columns: [
      { title: 'Group', cell: ({ name }) => <span class="name">{name}</span> },
      { title: 'Members', cell: ({ members }) => number(members), numeric: true },
      ...losses.map((loss, index) => ({
        title: capital(lossName(loss)),
        cell: ({ byLoss }: DrillSummary['groups'][number]) => <GroupMark of={byLoss[index]} />,
      })),
    ],
    rows: groups,
    atFirst: 50,
  });
}

function GroupMark({ of }: { readonly of: DrillSummary['byLoss'][number] | undefined }): VNode {
  if (of === undefined || of.struck === 0) return <span class="none">not struck</span>;
  const { survives, unknown } = of.counts;
  const status = survives === of.struck ? 'survives' : survives + unknown === of.struck ? 'unknown' : 'lost';
  const { kind, sign } = SURVIVAL_MARKS[status];
  return (
    <span class={`kind ${kind}`}>
      <span aria-hidden="true">{sign}</span> {groupCell(of)}
    </span>
  );
}

/** Proven by a restore, or computed from evidence only. */
function Restores({ ms }: { readonly ms: number | undefined }): VNode {
  if (ms === undefined) return <span class="none">computed only</span>;
  return <>restored in {durationText(ms)}</>;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
