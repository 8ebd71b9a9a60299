import { groupBy } from '@backproof/core';
import type { ExcludedResource, ReportedRun, ScannedScope } from '@backproof/core';
import type { VNode } from 'preact';
import { LeftOut } from '../components/left-out.js';
import { Place, ResourceName } from '../components/resource.js';
import { section } from '../components/section.js';
import { Settings } from '../components/settings.js';
import { table } from '../components/table.js';
import { around, markup } from '../markup.js';
import { count } from '../words.js';
import { SECTIONS } from './contents.js';

/** What was looked at and as whom, and what was left out of it and why. */
export function* scope({ scopes, excluded, settings }: ReportedRun, rows: number): Generator<string> {
  const { subjects } = settings;
  const lead =
    Object.keys(subjects).length === 0 ? (
      <p>All resources of the supported types are judged, but for those that are replaced rather than restored.</p>
    ) : (
      <>
        <p>Which resources are judged was set:</p>
        <Settings values={subjects} />
      </>
    );
  yield* section(SECTIONS.scope, lead, pieces());

  function* pieces(): Generator<string> {
    yield* scopeTable(scopes.slice(0, rows));
    yield markup(<LeftOut shown={Math.min(rows, scopes.length)} of={scopes.length} noun="scopes" />);
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
        title: 'Read as',
        cell: ({ principalArn }) =>
          principalArn === undefined ? <span class="none">not told</span> : <span class="arn">{principalArn}</span>,
      },
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
  return userReason === undefined ? REASONS[reason] : `left out by its owner: ${userReason}`;
}

const REASONS: Readonly<Record<ExcludedResource['reason'], string>> = {
  'auto-scaling': 'machines of an Auto Scaling group',
  spot: 'spot instances',
  'instance-store': 'instances whose root lies in an instance store',
  'service-managed': 'machines that an AWS service manages',
  'restore-test-leftover': 'what a restore test left behind',
  'cluster-member': 'members of a database cluster, which is judged as a whole',
  'being-created': 'resources that are being created',
  'being-deleted': 'resources that are being deleted',
  'not-selected': 'not among the types or tags that were asked for',
  'excluded-by-user': 'left out by its owner',
};
