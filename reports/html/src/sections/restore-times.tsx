import { formatDuration, groupBy, HOUR, MINUTE } from '@backproof/core';
import { scaleLog } from 'd3-scale';
import type { VNode } from 'preact';
import { table } from '../components/table.js';
import type { ResourceRestore } from '../digest/protection-digest.js';
import type { RunDigest } from '../digest/run-digest.js';
import { day, number } from '../words.js';

/** The completed restores of one type of resource. */
interface TypeTimes {
  readonly type: string;
  readonly restores: number;
  /** The durations of those that completed, the shortest first. */
  readonly durations: readonly number[];
  readonly newest: string;
}

const WIDTH = 200;
const TICKS = [MINUTE, 10 * MINUTE, HOUR, 10 * HOUR];

/** The durations of restores, type by type on one logarithmic scale: about each line is ten times as long as the one before. */
export function* restoreTimes(restores: readonly ResourceRestore[], named: RunDigest['named']): Generator<string> {
  const rows = timesByType(restores, named);
  const all = rows.flatMap(({ durations }) => durations);
  if (all.length === 0) return;
  const scale = scaleLog([MINUTE, Math.max(10 * HOUR, ...all)], [4, WIDTH - 4]).clamp(true);
  yield* table<TypeTimes>({
    caption: 'How long completed restores took, by resource type',
    columns: [
      { title: 'Type', cell: ({ type }) => <span class="nowrap">{type}</span> },
      {
        title: <Axis x={scale} />,
        label: 'Each restore',
        cell: ({ durations }) => <Dots durations={durations} x={scale} />,
      },
      { title: 'Median', cell: ({ durations }) => durationAt(durations, 0.5), numeric: true },
      { title: 'Longest', cell: ({ durations }) => durationAt(durations, 1), numeric: true },
      {
        title: 'Completed',
        cell: ({ durations, restores: of }) => `${number(durations.length)} of ${number(of)}`,
        numeric: true,
      },
      {
        title: 'Newest',
        cell: ({ newest }) => <time datetime={newest}>{day(Date.parse(newest))}</time>,
        numeric: true,
      },
    ],
    rows,
  });
}

/** The types that take longest first. */
function timesByType(restores: readonly ResourceRestore[], named: RunDigest['named']): readonly TypeTimes[] {
  const byType = groupBy(restores, ({ arn }) => named.get(arn)?.subject.type ?? 'other');
  const times = [...byType].map(([type, ofType]) => ({
    type,
    restores: ofType.length,
    durations: ofType
      .filter(({ status }) => status === 'COMPLETED')
      .flatMap(({ durationMs }) => durationMs ?? [])
      .sort((a, b) => a - b),
    newest: ofType.reduce((newest, { at }) => (at > newest ? at : newest), ''),
  }));
  return times.sort((a, b) => (b.durations.at(-1) ?? 0) - (a.durations.at(-1) ?? 0));
}

function durationAt(durations: readonly number[], share: number): string {
  const duration = durations[Math.ceil(share * durations.length) - 1];
  return duration === undefined ? '' : formatDuration(duration);
}

interface ScaleProps {
  readonly x: (duration: number) => number;
}

function Axis({ x }: ScaleProps): VNode {
  return (
    <>
      <span class="unseen">Each restore</span>
      <svg class="times-axis" viewBox={`0 0 ${WIDTH} 10`} aria-hidden="true" focusable="false">
        {TICKS.map((tick, i) => (
          <text
            x={x(tick).toFixed(1)}
            y="8"
            text-anchor={i === 0 ? 'start' : i === TICKS.length - 1 ? 'end' : 'middle'}
          >
            {formatDuration(tick)}
          </text>
        ))}
      </svg>
    </>
  );
}

function Dots({ durations, x }: ScaleProps & { readonly durations: readonly number[] }): VNode {
  const words = durations.map(formatDuration).join(', ');
  return (
    <svg class="times" viewBox={`0 0 ${WIDTH} 12`} role="img">
      <title>{words === '' ? 'none completed' : words}</title>
      {TICKS.map((tick) => (
        <path class="grid" d={`M${x(tick).toFixed(1)} 0v12`} />
      ))}
      {durations.map((duration) => (
        <circle class="took" cx={x(duration).toFixed(1)} cy="6" r="2.6" />
      ))}
    </svg>
  );
}
