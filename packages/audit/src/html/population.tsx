import { compare, count } from '@backproof/core';
import type { OwnershipTags } from '@backproof/ledger';
import { markup, moment, number, Place, ResourceName, section, table } from '@backproof/report-html';
import type { VNode } from 'preact';
import type { Audit } from '../audit.js';
import { MOVEMENTS } from '../population.js';
import type { AuditedPopulation, AuditedResource, ConfigCount, Movement, PopulationCount } from '../population.js';
import { SECTIONS } from './contents.js';
import { longTable } from './long-table.js';
import { Ownership } from './ownership.js';
import { At } from './words.js';

/** All that the runs list: at the beginning, at the end, and each change in between. */
export function* population({ population: of, ownership = {} }: Audit): Generator<string> {
  const { resources, byType, byAccount, total } = of;
  if (resources.length === 0) {
    yield* section(SECTIONS.population, <p class="none">No run lists a resource.</p>);
    return;
  }
  yield* section(SECTIONS.population, <Lead of={of} />, pieces());

  function* pieces(): Generator<string> {
    yield* countTable('Resources by type', 'Type', [...byType, { ...total, of: 'All types' }]);
    yield* countTable('Resources by account', 'Account', [...byAccount, { ...total, of: 'All accounts' }]);
    yield markup(<h3>Additions, removals and exclusions</h3>);
    const moved = resources.flatMap((resource) => resource.movements.map((movement) => ({ resource, movement })));
    if (moved.length === 0) yield markup(<p>The population did not change.</p>);
    else yield* movementTable(moved.toSorted((a, b) => compare(a.movement.seen.at, b.movement.seen.at)));
    yield markup(<h3>All resources</h3>);
    yield* resourceTable(resources, ownership);
    yield* configTables(of);
  }
}

function Lead({ of: { opening, closing, total } }: { readonly of: AuditedPopulation }): VNode {
  return (
    <p>
      {opening && (
        <>
          The opening run of <At run={opening} /> lists {count(total.opening, 'resource')}.{' '}
        </>
      )}
      {number(total.added)} were added and {number(total.removed)} removed.{' '}
      {closing && (
        <>
          The closing run of <At run={closing} /> lists {number(total.closing)}: {number(total.judged)} judged,{' '}
          {number(total.excluded)} excluded.
        </>
      )}{' '}
      Vaults, plans and accounts that rules judge count as resources.
    </p>
  );
}

function countTable(caption: string, title: string, rows: readonly PopulationCount[]): Generator<string> {
  const numeric = (column: string, of: (each: PopulationCount) => number) => ({
    title: column,
    cell: (each: PopulationCount) => number(of(each)),
    numeric: true as const,
  });
  return table<PopulationCount>({
    caption,
    columns: [
      { title, cell: ({ of }) => of },
      numeric('Opening', ({ opening }) => opening),
      numeric('Added', ({ added }) => added),
      numeric('Removed', ({ removed }) => removed),
      numeric('Closing', ({ closing }) => closing),
      numeric('Judged', ({ judged }) => judged),
      numeric('Excluded', ({ excluded }) => excluded),
      numeric('Exceptions', ({ exceptions }) => exceptions),
    ],
    rows,
  });
}

interface Moved {
  readonly resource: AuditedResource;
  readonly movement: Movement;
}

function movementTable(rows: readonly Moved[]): Generator<string> {
  return longTable<Moved>({
    caption: 'Changes of the population, oldest first',
    columns: [
      { title: 'Resource', cell: ({ resource }) => <ResourceName subject={resource} /> },
      { title: 'Where', cell: ({ resource }) => <Place {...resource} /> },
      {
        title: 'Change',
        cell: ({ movement: { kind, reason } }) => (
          <>
            {MOVEMENTS[kind]}
            {reason !== undefined && <span class="detail">{reason}</span>}
          </>
        ),
      },
      { title: 'Run before', cell: ({ movement: { before } }) => <At run={before} /> },
      { title: 'Seen by the run', cell: ({ movement: { seen } }) => <At run={seen} /> },
    ],
    rows,
    atFirst: 50,
  });
}

function resourceTable(rows: readonly AuditedResource[], tags: OwnershipTags): Generator<string> {
  return longTable<AuditedResource>({
    caption: 'Every resource that a run lists',
    columns: [
      {
        title: 'Resource',
        cell: (resource) => (
          <>
            <ResourceName subject={resource} />
            <Ownership of={resource} tags={tags} />
          </>
        ),
      },
      { title: 'Where', cell: (resource) => <Place {...resource} /> },
      { title: 'Opening', cell: ({ opening }) => opening },
      {
        title: 'Closing',
        cell: ({ closing, excluded }) => (
          <>
            {closing}
            {closing === 'excluded' && <span class="detail">{excluded}</span>}
          </>
        ),
      },
      {
        title: 'Listed',
        cell: ({ first, last }) => (
          <>
            <At run={first} /> <span class="detail">to {moment(last.at)}</span>
          </>
        ),
      },
      { title: 'Judged by runs', cell: ({ judgedRuns }) => number(judgedRuns), numeric: true },
      { title: 'Exceptions', cell: ({ exceptions }) => number(exceptions), numeric: true },
    ],
    rows,
    atFirst: 50,
  });
}

const UNCOUNTED: Readonly<Record<AuditedPopulation['config']['uncounted'][number]['reason'], string>> = {
  'not-recorded': 'it records nothing there',
  unread: 'not read',
  'not-asked': 'not asked',
};

/** The numbers of AWS Config beside those of the closing run. */
function* configTables({ config: { counts, uncounted } }: AuditedPopulation): Generator<string> {
  if (counts.length > 0) {
    yield* table<ConfigCount>({
      caption: 'Compared with AWS Config in the closing run',
      columns: [
        { title: 'Type in AWS Config', cell: ({ configType }) => configType },
        { title: 'Where', cell: (each) => <Place {...each} /> },
        { title: 'Listed by the scan', cell: ({ listed }) => number(listed), numeric: true },
        { title: 'Counted by AWS Config', cell: ({ counted }) => number(counted), numeric: true },
        { title: 'Missing', cell: ({ missing }) => number(missing), numeric: true },
        { title: 'Result', cell: ({ result }) => result },
      ],
      rows: counts,
      atFirst: 50,
    });
  }
  if (uncounted.length === 0) return;
  const places = uncounted.map(({ accountId, region, reason }) => `${accountId} ${region} (${UNCOUNTED[reason]})`);
  yield markup(<p>AWS Config gave no numbers in the closing run for {places.join(', ')}.</p>);
}
