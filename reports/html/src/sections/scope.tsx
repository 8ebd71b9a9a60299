import { accountsNotScanned, count, EXCLUSION_NAMES, groupBy } from '@backproof/core';
import type { AccountNotScanned, ExcludedResource, ReportedRun, ScannedScope } from '@backproof/core';
import type { VNode } from 'preact';
import { LeftOut } from '../components/left-out.js';
import { Place, ResourceName } from '../components/resource.js';
import { section } from '../components/section.js';
import { Settings } from '../components/settings.js';
import { table } from '../components/table.js';
import { around, markup } from '../markup.js';
import { SECTIONS } from './contents.js';

/** The accounts and Regions that were read, with the principal, and the accounts and resources that were left out, with the reason. */
export function* scope(run: ReportedRun, rows: number): Generator<string> {
  const { scopes, excluded, settings } = run;
  const { subjects } = settings;
  const accounts = accountsNotScanned(run);
  const lead =
    Object.keys(subjects).length === 0 ? (
      <p>All resources of the supported types are judged, except those that are replaced rather than restored.</p>
    ) : (
      <>
        <p>The configuration selects the resources that are judged:</p>
        <Settings values={subjects} />
      </>
    );
  yield* section(SECTIONS.scope, lead, pieces());

  function* pieces(): Generator<string> {
    yield* scopeTable(scopes.slice(0, rows));
    yield markup(<LeftOut shown={Math.min(rows, scopes.length)} of={scopes.length} noun="scopes" />);
    if (accounts.length > 0) yield* accountTable(accounts.slice(0, rows));
    yield markup(<LeftOut shown={Math.min(rows, accounts.length)} of={accounts.length} noun="accounts" />);
    if (excluded.length > 0) yield markup(<h3>Not judged: {count(excluded.length, 'resource')}</h3>);
    const room = Math.floor(rows / Math.max(1, new Set(excluded.map(reasonOf)).size));
    for (const [reason, resources] of groupBy(excluded, reasonOf)) yield* excludedFor(reason, resources, room);
  }
}

function scopeTable(rows: readonly ScannedScope[]): Generator<string> {
  return table<ScannedScope>({
    caption: 'Accounts and Regions that were read',
    columns: [
      { title: 'Account', cell: ({ accountId }) => accountId },
      { title: 'Region', cell: ({ region }) => region },
      { title: 'Partition', cell: ({ partition }) => partition },
      {
        title: 'Principal',
        cell: ({ principalArn }) =>
          principalArn === undefined ? <span class="none">unavailable</span> : <span class="arn">{principalArn}</span>,
      },
    ],
    rows,
  });
}

function accountTable(rows: readonly AccountNotScanned[]): Generator<string> {
  return table<AccountNotScanned>({
    caption: 'Accounts of the organization that were not scanned',
    columns: [
      { title: 'Account', cell: ({ name }) => name },
      { title: 'Id', cell: ({ accountId }) => accountId },
      { title: 'Reason', cell: ({ leftOut }) => leftOut },
    ],
    rows,
  });
}

function* excludedFor(reason: string, resources: readonly ExcludedResource[], room: number): Generator<string> {
  const shell = (slot: VNode): VNode => (
    <details class="group">
      <summary>
        <span class="name">{reason}</span> <span class="detail">{count(resources.length, 'resource')}</span>
      </summary>
      {slot}
    </details>
  );
  yield* around(shell, pieces());

  function* pieces(): Generator<string> {
    yield* table<ExcludedResource>({
      caption: `Not judged: ${reason}`,
      columns: [
        { title: 'Resource', cell: ({ subject }) => <ResourceName subject={subject} /> },
        { title: 'Where', cell: ({ subject }) => <Place {...subject} /> },
      ],
      rows: resources.slice(0, room),
    });
    yield markup(<LeftOut shown={Math.min(room, resources.length)} of={resources.length} noun="resources" />);
  }
}

function reasonOf({ reason, userReason }: ExcludedResource): string {
  return userReason === undefined ? EXCLUSION_NAMES[reason] : `excluded: ${userReason}`;
}
