import { formatBytes, leftoverGroups, leftoverText, vaultText } from '@backproof/core';
import type {
  ExpiredPoints,
  GoneResource,
  KeptTwice,
  Leftovers,
  PointCount,
  ReportedRun,
  UnjudgedFailure,
} from '@backproof/core';
import { LeftOut } from '../components/left-out.js';
import { Place, ResourceName } from '../components/resource.js';
import { section } from '../components/section.js';
import { table } from '../components/table.js';
import type { Column } from '../components/table.js';
import { markup } from '../markup.js';
import { moment, number } from '../words.js';
import { recordsLeftovers, SECTIONS } from './contents.js';

/**
 * Recovery points of resources that are gone, expired points, failing jobs that no rule judged, and instances whose
 * volumes are backed up twice. Says nothing of a run that does not record them.
 */
export function* leftovers(run: ReportedRun, rows: number): Generator<string> {
  if (!recordsLeftovers(run)) return;
  const { leftovers: seen } = run;
  const groups = leftoverGroups(run);
  if (seen === undefined) {
    const lead = groups.map((group) => <p>{sentence(leftoverText(group, 1))}</p>);
    yield* section(SECTIONS.leftovers, <>{lead}</>, []);
    return;
  }
  const lead =
    groups.length === 0 ? (
      <p class="none">Nothing is left over.</p>
    ) : (
      <>
        <p>No rule judges these, and no verdict depends on them. Sizes are as AWS reports them.</p>
        <ul>
          {groups.map(({ title }) => (
            <li>{title}</li>
          ))}
        </ul>
      </>
    );
  yield* section(SECTIONS.leftovers, lead, tables(seen, rows));
}

function* tables({ gone, expired, failing, keptTwice }: Leftovers, rows: number): Generator<string> {
  yield* limited('Resources that are gone', largestFirst(gone), GONE, rows);
  yield* limited('Expired recovery points that were not deleted', largestFirst(expired), EXPIRED, rows);
  yield* limited('Failing backup jobs of resources that no rule judged', failing, FAILING, rows);
  yield* limited('Instances whose volumes are also backed up separately', keptTwice, KEPT_TWICE, rows);
}

function* limited<Row>(caption: string, all: readonly Row[], columns: readonly Column<Row>[], rows: number) {
  if (all.length === 0) return;
  const shown = all.slice(0, rows);
  yield* table({ caption, columns, rows: shown, atFirst: Math.min(SHOWN, shown.length) });
  yield markup(<LeftOut shown={shown.length} of={all.length} noun="leftovers" />);
}

/** The number of rows of a table that are not folded. */
const SHOWN = 10;

function largestFirst<Counted extends PointCount>(counted: readonly Counted[]): readonly Counted[] {
  return counted.toSorted((a, b) => b.points - a.points || b.sizeBytes - a.sizeBytes);
}

const COUNTED: readonly Column<PointCount>[] = [
  { title: 'Recovery points', cell: ({ points }) => number(points), numeric: true },
  { title: 'Usable', cell: ({ usable }) => number(usable), numeric: true },
  { title: 'Expired', cell: ({ expired }) => number(expired), numeric: true },
  { title: 'Size', cell: ({ sizeBytes }) => (sizeBytes > 0 ? formatBytes(sizeBytes) : 'unknown'), numeric: true },
  { title: 'Oldest', cell: ({ oldest }) => moment(oldest) },
  { title: 'Newest', cell: ({ newest }) => moment(newest) },
];

const GONE: readonly Column<GoneResource>[] = [
  {
    title: 'Resource',
    cell: ({ arn, type }) => (
      <>
        <span class="type">{type}</span>
        <span class="arn">{arn}</span>
      </>
    ),
  },
  ...COUNTED,
];

const EXPIRED: readonly Column<ExpiredPoints>[] = [
  { title: 'Vault', cell: ({ vaultArn }) => vaultText(vaultArn) },
  { title: 'Resources', cell: ({ resources }) => number(resources), numeric: true },
  ...COUNTED,
];

const FAILING: readonly Column<UnjudgedFailure>[] = [
  { title: 'Resource', cell: ({ resourceArn }) => <span class="arn">{resourceArn}</span> },
  { title: 'Where', cell: (failure) => <Place {...failure} /> },
  { title: 'Failed jobs', cell: ({ failures }) => number(failures), numeric: true },
  { title: 'Last', cell: ({ last }) => moment(last) },
  { title: 'How it ended', cell: ({ state, message }) => `${state}: ${message ?? 'AWS gave no reason'}` },
];

const KEPT_TWICE: readonly Column<KeptTwice>[] = [
  { title: 'Instance', cell: ({ name, arn }) => <ResourceName subject={{ name, arn, type: 'EC2' }} /> },
  { title: 'Volumes', cell: ({ volumes }) => number(volumes), numeric: true },
];

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
