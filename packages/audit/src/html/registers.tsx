import { count, formatDuration } from '@backproof/core';
import {
  markup,
  moment,
  number,
  Place,
  ResourceName,
  section,
  table,
  WAIVER_TERMS,
  WaiverName,
} from '@backproof/report-html';
import type { Audit, AuditedWaiver, RestoreGap } from '../audit.js';
import type { AuditedRestore } from '../audited-restore.js';
import { neverRestored } from '../population.js';
import type { AuditedPopulation, AuditedResource } from '../population.js';
import { SECTIONS } from './contents.js';
import { longTable } from './long-table.js';
import { At } from './words.js';

const KIND_WORDS: Readonly<Record<AuditedRestore['kind'], string>> = {
  test: 'restore test',
  'on-demand': 'on demand',
  native: 'without AWS Backup, its end is unknown',
};

/** The restores of the period, with their results and the run that recorded each. */
export function* restores({ restores: all, restoreGaps, population }: Audit): Generator<string> {
  const ofKind = (kind: AuditedRestore['kind']): readonly AuditedRestore[] => all.filter((each) => each.kind === kind);
  const tests = ofKind('test');
  const completed = tests.filter(({ status }) => status === 'COMPLETED').length;
  const validated = tests.filter(({ validationStatus }) => validationStatus === 'SUCCESSFUL').length;
  const lead = (
    <p>
      The ledger has {count(all.length, 'restore')} that began in the period: {count(tests.length, 'restore test')} (
      {number(completed)} completed, {number(validated)} validated), {number(ofKind('on-demand').length)} on demand,{' '}
      {number(ofKind('native').length)} without AWS Backup.
    </p>
  );
  yield* section(SECTIONS.restores, lead, pieces());

  function* pieces(): Generator<string> {
    if (all.length > 0) {
      yield* longTable<AuditedRestore>({
        caption: 'Restores, oldest first',
        columns: [
          {
            title: 'Resource',
            cell: ({ resourceArn, recoveryPointArn, accountId, region }) => (
              <>
                <span class="arn">{resourceArn ?? 'not reported by AWS'}</span>
                <Place accountId={accountId} region={region} />
                {recoveryPointArn !== undefined && <span class="arn">from {recoveryPointArn}</span>}
              </>
            ),
          },
          { title: 'Started', cell: ({ startedAt }) => <time datetime={startedAt}>{moment(startedAt)}</time> },
          {
            title: 'Result',
            cell: ({ kind, status, validationStatus, message }) => (
              <>
                {KIND_WORDS[kind]}
                {kind === 'native' ? '' : `, ${status}`}
                <span class="detail">
                  {validationStatus === undefined ? 'not validated' : `validation ${validationStatus}`}
                </span>
                {message !== undefined && <span class="detail">{message}</span>}
              </>
            ),
          },
          { title: 'Took', cell: ({ tookMs }) => (tookMs === undefined ? 'not reported' : formatDuration(tookMs)) },
          {
            title: 'Evidence',
            cell: ({ jobId, origin, recorded }) => (
              <>
                <span class="arn">job {jobId}</span>
                <span class="detail">
                  {origin}, recorded <At run={recorded} />
                </span>
              </>
            ),
          },
        ],
        rows: all,
        atFirst: 100,
      });
    }
    yield* neverRestoredTable(population);
    if (restoreGaps.length === 0) {
      yield markup(<p>The restore history of the period is complete in all accounts and Regions that were scanned.</p>);
      return;
    }
    yield* table<RestoreGap>({
      caption: 'Times for which the restore history is incomplete',
      columns: [
        { title: 'Where', cell: (gap) => <Place {...gap} /> },
        { title: 'From', cell: ({ from }) => <time datetime={from}>{moment(from)}</time> },
        { title: 'To', cell: ({ to }) => <time datetime={to}>{moment(to)}</time> },
      ],
      rows: restoreGaps,
    });
  }
}

function* neverRestoredTable(population: AuditedPopulation): Generator<string> {
  const { ledgerSince, closing } = population;
  if (ledgerSince === undefined || closing === undefined) return;
  const rows = neverRestored(population);
  yield markup(<h3>Never restored</h3>);
  yield markup(
    <p>
      The ledger knows no completed restore of {count(rows.length, 'judged resource')} of the closing run. It began on{' '}
      <time datetime={ledgerSince}>{moment(ledgerSince)}</time>.
    </p>,
  );
  if (rows.length === 0) return;
  yield* longTable<AuditedResource>({
    caption: 'Resources without a known completed restore',
    columns: [
      { title: 'Resource', cell: (resource) => <ResourceName subject={resource} /> },
      { title: 'Where', cell: (resource) => <Place {...resource} /> },
      { title: 'First listed', cell: ({ first }) => <At run={first} /> },
    ],
    rows,
    atFirst: 25,
  });
}

/** The register of approved exceptions. */
export function* waivers({ waivers: all }: Audit): Generator<string> {
  const lead = all.length === 0 && <p class="none">No run of the period had a waiver.</p>;
  yield* section(SECTIONS.waivers, lead, all.length === 0 ? [] : register(all));
}

function register(rows: readonly AuditedWaiver[]): Generator<string> {
  return table<AuditedWaiver>({
    caption: 'Waivers of the period',
    columns: [
      {
        title: 'Waiver',
        cell: (waiver) => <WaiverName waiver={waiver} />,
      },
      {
        title: 'State at the end',
        cell: (waiver) => (
          <>
            <span class={`state ${waiver.state}`}>{stateOf(waiver)}</span>
            <span class="detail">
              expires <time datetime={waiver.expires}>{moment(waiver.expires)}</time>
            </span>
            {waiver.expiredInPeriod && <span class="detail">within the period</span>}
          </>
        ),
      },
      {
        title: 'In runs',
        cell: ({ first, last, changed }) => (
          <>
            <At run={first} /> <span class="detail">to {moment(last.at)}</span>
            {changed.map(({ at }) => (
              <span class="detail">terms changed by {moment(at)}</span>
            ))}
          </>
        ),
      },
      ...WAIVER_TERMS,
    ],
    rows,
  });
}

function stateOf({ state, removed }: AuditedWaiver): string {
  if (removed) return 'withdrawn: not in the last run';
  if (state === 'active') return 'in force';
  return state === 'expired'
    ? 'expired: what it accepted is open again'
    : 'stale: it matched no failure in the last run';
}
