import { count, DAY, formatDuration } from '@backproof/core';
import type { ReportedRun, TallyKind } from '@backproof/core';
import { scaleLinear } from 'd3-scale';
import type { VNode } from 'preact';
import { Kind } from '../components/kind.js';
import { LeftOut } from '../components/left-out.js';
import { Place, ResourceName } from '../components/resource.js';
import { emptySection, section } from '../components/section.js';
import { table } from '../components/table.js';
import type { ResourceRestore } from '../digest/protection-digest.js';
import type { RunDigest } from '../digest/run-digest.js';
import { markup } from '../markup.js';
import { moment } from '../words.js';
import { SECTIONS } from './contents.js';
import { restoreTimes } from './restore-times.js';

/** The restores on record, newest first, with their durations. */
export function* restores({ now }: ReportedRun, { protection, named }: RunDigest): Generator<string> {
  const { restores: known, restoreCount } = protection;
  if (known.length === 0) {
    yield* emptySection(SECTIONS.restores, 'No restore of a judged resource is on record.');
    return;
  }
  yield* section(SECTIONS.restores, <Overview restores={known} now={now} />, pieces());

  function* pieces(): Generator<string> {
    yield* restoreTimes(known, named);
    const longest = Math.max(...known.map(({ durationMs = 0 }) => durationMs));
    yield* table<ResourceRestore>({
      caption: 'Restores, newest first',
      columns: [
        { title: 'Resource', cell: ({ arn }) => <Restored arn={arn} named={named} /> },
        { title: 'Started', cell: ({ at }) => <time datetime={at}>{moment(at)}</time> },
        { title: 'How', cell: (restore) => <How restore={restore} /> },
        { title: 'Took', cell: ({ durationMs }) => <Duration ms={durationMs} longest={longest} /> },
        { title: 'Where', cell: (restore) => <Place {...restore} /> },
      ],
      rows: known,
      atFirst: 25,
    });
    yield markup(<LeftOut shown={known.length} of={restoreCount} noun="restores" />);
  }
}

function Overview({
  restores: known,
  now,
}: {
  readonly restores: readonly ResourceRestore[];
  readonly now: string;
}): VNode {
  const since = Date.parse(now) - 90 * DAY;
  const tests = known.filter(({ at, kind }) => kind === 'test' && Date.parse(at) >= since);
  const completed = tests.filter(({ status }) => status === 'COMPLETED');
  const validated = tests.filter(({ validationStatus }) => validationStatus === 'SUCCESSFUL');
  const durations = completed.flatMap(({ durationMs }) => durationMs ?? []).sort((a, b) => a - b);
  const median = durations[Math.floor(durations.length / 2)];
  const longest = durations.at(-1);
  return (
    <p>
      {count(tests.length, 'restore test')} in the last 90 days: {completed.length} completed, {validated.length}{' '}
      validated.
      {median !== undefined &&
        longest !== undefined &&
        ` The median of those that completed took ${formatDuration(median)}, the longest ${formatDuration(longest)}.`}
    </p>
  );
}

function Restored({ arn, named }: { readonly arn: string; readonly named: RunDigest['named'] }): VNode {
  const resource = named.get(arn);
  return resource === undefined ? <span class="arn">{arn}</span> : <ResourceName subject={resource.subject} />;
}

function How({
  restore: { kind, nativeCall, status, validationStatus, id, origin },
}: {
  readonly restore: ResourceRestore;
}): VNode {
  const how = [
    ...(nativeCall === undefined
      ? [kind === 'test' ? 'restore test' : 'on demand', status]
      : [`without AWS Backup by ${nativeCall}`, 'its end is unknown']),
    validationStatus && `validation ${validationStatus}`,
  ];
  return (
    <>
      <Kind kind={kindOf(status, validationStatus)} label={how.filter(Boolean).join(', ')} />
      <span class="arn">
        job {id}
        {origin !== undefined && `, source: ${origin}`}
      </span>
    </>
  );
}

/** @source API RestoreJobStatus, RestoreValidationStatus */
function kindOf(status: string, validationStatus: string | undefined): TallyKind {
  if (status === 'FAILED' || status === 'ABORTED') return 'open';
  if (validationStatus === 'FAILED' || validationStatus === 'TIMED_OUT') return 'open';
  return status === 'COMPLETED' && validationStatus !== 'VALIDATING' ? 'pass' : 'unknown';
}

function Duration({ ms, longest }: { readonly ms: number | undefined; readonly longest: number }): VNode {
  if (ms === undefined) return <span class="none">not reported</span>;
  const width = scaleLinear([0, longest], [1, 100]);
  return (
    <>
      {formatDuration(ms)}
      <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="took" width={width(ms).toFixed(1)} height="6" />
      </svg>
    </>
  );
}
