import { scopeKey } from '@backproof/core';
import { CopyMap } from '../components/copy-map.js';
import { section } from '../components/section.js';
import { table } from '../components/table.js';
import type { CopyFlow, CopySource, ProtectionDigest } from '../digest/protection-digest.js';
import { moment, number } from '../words.js';
import { SECTIONS } from './contents.js';

/** The places with usable copies as a map and in numbers, and the resources without a copy. */
export function* copies({ flows, sources }: ProtectionDigest): Generator<string> {
  const lead =
    flows.length === 0 ? (
      <p class="none">No usable copy was found outside the account and Region of its resource.</p>
    ) : (
      <>
        <p>
          Usable recovery points in another account or Region than their resource, or in an air-gapped vault. Copies in
          accounts that were not scanned are not included.
        </p>
        <CopyMap flows={flows} />
      </>
    );
  yield* section(SECTIONS.copies, lead, pieces());

  function* pieces(): Generator<string> {
    if (flows.length > 0) yield* flowTable(flows);
    if (sources.length > 0) yield* sourceTable(sources);
  }
}

function flowTable(flows: readonly CopyFlow[]): Generator<string> {
  return table<CopyFlow>({
    caption: 'Copies by source and destination',
    columns: [
      { title: 'From', cell: ({ from }) => from },
      { title: 'To', cell: (flow) => `${scopeKey(flow)}${flow.airGapped ? ', air-gapped' : ''}` },
      { title: 'Resources', cell: ({ resources }) => number(resources), numeric: true },
      { title: 'Usable copies', cell: ({ usable }) => number(usable), numeric: true },
      { title: 'Newest data', cell: ({ newest }) => <time datetime={newest}>{moment(newest)}</time> },
    ],
    rows: flows,
  });
}

function sourceTable(sources: readonly CopySource[]): Generator<string> {
  return table<CopySource>({
    caption: 'Resources without a usable copy elsewhere',
    columns: [
      { title: 'In', cell: ({ from }) => from },
      { title: 'Resources', cell: ({ resources }) => number(resources), numeric: true },
      { title: 'Without a copy', cell: ({ withoutCopy }) => number(withoutCopy), numeric: true },
    ],
    rows: sources,
  });
}
