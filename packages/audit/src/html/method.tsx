import { formatDuration } from '@backproof/core';
import { Place, markup, moment, number, section, Settings, SeverityBadge, table } from '@backproof/report-html';
import type { VNode } from 'preact';
import type {
  Audit,
  AuditedExclusion,
  AuditedRun,
  AuditedScope,
  Gap,
  RuleParameters,
  UnreadPopulation,
} from '../audit.js';
import { SECTIONS } from './contents.js';
import { GRACE } from '../coverage.js';
import { At } from './words.js';

/** The accounts and Regions that were scanned, with the principal, and the resources that were excluded. */
export function* scope({ scopes, exclusions }: Audit): Generator<string> {
  const lead = (
    <p>
      Every resource that was listed in these accounts and Regions was judged, except those below. Only read-only
      operations are called.
    </p>
  );
  yield* section(SECTIONS.scope, lead, pieces());

  function* pieces(): Generator<string> {
    if (scopes.length > 0) {
      yield* table<AuditedScope>({
        caption: 'Accounts and Regions',
        columns: [
          { title: 'Where', cell: (each) => <Place {...each} /> },
          {
            title: 'Principal',
            cell: ({ principalArn }) => <span class="arn">{principalArn ?? 'unavailable'}</span>,
          },
          { title: 'First run', cell: ({ first }) => <At run={first} /> },
          { title: 'Last run', cell: ({ last }) => <At run={last} /> },
          { title: 'Runs', cell: ({ runs: of }) => number(of), numeric: true },
        ],
        rows: scopes,
      });
    }
    if (exclusions.length === 0) {
      yield markup(<p>No resource was excluded.</p>);
      return;
    }
    yield* table<AuditedExclusion>({
      caption: 'Resources that were not judged',
      columns: [
        {
          title: 'Reason',
          cell: ({ reason, userReason }) => (
            <>
              {reason}
              {userReason !== undefined && <span class="detail">{userReason}</span>}
            </>
          ),
        },
        { title: 'Type', cell: ({ type }) => type },
        { title: 'Resources', cell: ({ resources }) => number(resources), numeric: true },
        { title: 'In the last run', cell: ({ inLastRun }) => number(inLastRun), numeric: true },
        { title: 'First excluded', cell: ({ first }) => <At run={first} /> },
        { title: 'Last excluded', cell: ({ last }) => <At run={last} /> },
      ],
      rows: exclusions,
    });
  }
}

const GAPS: Readonly<Record<Gap['kind'], string>> = {
  'no-run': 'no run in the whole period',
  'before-first': 'before the first run',
  between: 'between two runs',
  'after-last': 'after the last run',
};

/** Every run of the period, and the times without one. */
export function* runs({ runs: all, coverage }: Audit): Generator<string> {
  const lead = (
    <p>
      Runs may be up to {formatDuration(coverage.cadenceMs + GRACE)} apart. The longest time without a run is{' '}
      {formatDuration(coverage.longestMs)}. Failures that began and ended between two runs are not recorded.
    </p>
  );
  yield* section(SECTIONS.runs, lead, pieces());

  function* pieces(): Generator<string> {
    yield markup(<CoveredUntil coverage={coverage} />);
    if (coverage.gaps.length > 0) {
      yield* table<Gap>({
        caption: 'Not covered',
        columns: [
          { title: 'From', cell: ({ from }) => <time datetime={from}>{moment(from)}</time> },
          { title: 'To', cell: ({ to }) => <time datetime={to}>{moment(to)}</time> },
          { title: 'Duration', cell: ({ ms }) => formatDuration(ms) },
          { title: 'Where', cell: ({ kind }) => GAPS[kind] },
        ],
        rows: coverage.gaps,
      });
    }
    if (all.length > 0) yield* runTable(all);
  }
}

/** The end of the coverage, with the run that shows it. */
function CoveredUntil({ coverage: { until, after, gaps } }: Pick<Audit, 'coverage'>): VNode {
  if (until === undefined) return <p>The period has no run.</p>;
  const end = <time datetime={until}>{moment(until)}</time>;
  const shown = gaps.some(({ kind }) => kind === 'after-last') ? (
    <>no run followed the end of the period in time, so restores and failures after that may not be recorded</>
  ) : (
    after && (
      <>
        the run of <At run={after} />, after the period, shows its end
      </>
    )
  );
  return (
    <p>
      The runs cover the period {gaps.some(({ kind }) => kind !== 'after-last') && 'with gaps '}until {end}: {shown}.
    </p>
  );
}

function runTable(rows: readonly AuditedRun[]): Generator<string> {
  return table<AuditedRun>({
    caption: 'Runs of the period, oldest first',
    columns: [
      {
        title: 'Taken',
        cell: (run) => (
          <>
            <At run={run} />
            <span class="arn">run {run.id}</span>
            <span class="arn">inventory {run.inventorySha256}</span>
            {run.toolSha256 !== undefined && <span class="arn">code of the tool {run.toolSha256}</span>}
          </>
        ),
      },
      {
        title: 'Recorded',
        cell: ({ manifest }) =>
          manifest === undefined ? (
            'not in the chain'
          ) : (
            <>
              manifest {manifest.number}
              <span class="detail">{moment(manifest.recordedAt)}</span>
            </>
          ),
      },
      { title: 'Tool', cell: ({ tool }) => tool },
      {
        title: 'Lists read completely',
        cell: ({ populations: { complete, incomplete } }) => `${number(complete)} of ${number(complete + incomplete)}`,
        numeric: true,
      },
      { title: 'Passed', cell: ({ tally }) => number(tally.pass), numeric: true },
      { title: 'Failed', cell: ({ tally }) => number(tally.open + tally.baseline), numeric: true },
      { title: 'Waived', cell: ({ tally }) => number(tally.waived), numeric: true },
      { title: 'Unknown', cell: ({ tally }) => number(tally.unknown), numeric: true },
      { title: 'Resources', cell: ({ judged }) => number(judged), numeric: true },
      { title: 'Excluded', cell: ({ excluded }) => number(excluded), numeric: true },
    ],
    rows,
  });
}

/** The lists that the runs could not read completely: no verdict that needs them is a pass. */
export function* reading({ unread }: Audit): Generator<string> {
  if (unread.length === 0) {
    yield* section(SECTIONS.reading, <p>Every run read every list completely.</p>);
    return;
  }
  const pieces = table<UnreadPopulation>({
    caption: 'Lists that were not read, or not completely',
    columns: [
      {
        title: 'List',
        cell: ({ population, of }) => (
          <>
            {population}
            {of !== undefined && <span class="arn">{of}</span>}
          </>
        ),
      },
      { title: 'Where', cell: (each) => <Place {...each} /> },
      {
        title: 'Cause',
        cell: ({ operation, code, iamAction }) => (
          <>
            <code>{operation}</code>: {code}
            {iamAction !== undefined && <span class="detail">grant {iamAction}</span>}
          </>
        ),
      },
      { title: 'First run', cell: ({ first }) => <At run={first} /> },
      { title: 'Last run', cell: ({ last }) => <At run={last} /> },
      { title: 'Runs', cell: ({ runs: of }) => number(of), numeric: true },
    ],
    rows: unread,
  });
  yield* section(SECTIONS.reading, null, pieces);
}

/** The rules and parameters of the runs, and the time of each change. */
export function* parameters({ parameters: all }: Audit): Generator<string> {
  const lead = (
    <p>
      A rule is a pure function of the inventory and these parameters: the same inventory gives the same verdicts. A
      rule that appears more than once was changed.
    </p>
  );
  const pieces = table<RuleParameters>({
    caption: 'Rules, versions and effective parameters',
    columns: [
      {
        title: 'Rule',
        cell: ({ ruleId, title, version, severity, off }) => (
          <>
            <span class="name">{ruleId}</span> {version} {off ? 'off' : <SeverityBadge severity={severity} />}
            <span class="detail">{title}</span>
          </>
        ),
      },
      { title: 'Parameters', cell: ({ options }) => <Settings values={options} /> },
      {
        title: 'For some resources',
        cell: ({ overrides }) =>
          overrides.length === 0 ? 'the same' : overrides.map((each) => <Settings values={each} />),
      },
      { title: 'First run', cell: ({ first }) => <At run={first} /> },
      { title: 'Last run', cell: ({ last }) => <At run={last} /> },
    ],
    rows: all,
  });
  yield* section(SECTIONS.parameters, lead, all.length === 0 ? [] : pieces);
}
