import type { EstateSize } from './estate/estate.js';
import type { ScanMeasures } from './scan.js';
import type { Cost } from './stopwatch.js';

/** All that one run of the benchmark measured. */
export interface Measures extends ScanMeasures {
  readonly size: EstateSize;
  readonly fewestCalls: number;
  readonly floor: Cost;
}

/** What a scan must keep to, and whether it did. */
export interface TargetResult {
  readonly target: string;
  readonly measured: number;
  readonly limit: number;
  readonly met: boolean;
}

const MEBIBYTE = 2 ** 20;

const TARGETS: readonly { target: string; limit: number; measure: (measures: Measures) => number }[] = [
  { target: 'calls / fewest possible', limit: 1.05, measure: ({ calls, fewestCalls }) => calls / fewestCalls },
  { target: 'peak RSS, MiB', limit: 400, measure: ({ peakRssBytes }) => peakRssBytes / MEBIBYTE },
  {
    target: 'CPU of collecting / of the floor',
    limit: 4,
    measure: ({ collecting, floor }) => collecting.cpuMs / floor.cpuMs,
  },
  {
    // A scan that leaves something out is no faster.
    target: 'resources without a verdict',
    limit: 0,
    measure: ({ size, outcomes }) => size.resources - (outcomes.pass ?? 0) - (outcomes.fail ?? 0),
  },
  { target: 'populations read in part', limit: 0, measure: ({ incomplete }) => incomplete },
];

/** How the measures stand to the targets. */
export function targetResults(measures: Measures): readonly TargetResult[] {
  return TARGETS.map(({ target, limit, measure }) => {
    const measured = measure(measures);
    return { target, measured, limit, met: measured <= limit };
  });
}

/** The measures as a table for people. */
export function table(measures: Measures, results: readonly TargetResult[]): string {
  const { collecting, evaluating, floor } = measures;
  const rows = [
    ['resources', measures.resources.toLocaleString('en')],
    ['recovery points', measures.points.toLocaleString('en')],
    [
      'outcomes',
      Object.entries(measures.outcomes)
        .map(([status, count]) => `${String(count)} ${status}`)
        .join(', '),
    ],
    [
      'calls',
      `${String(measures.calls)}, of them ${String(measures.retries)} retries; at least ${String(measures.fewestCalls)}`,
    ],
    ['collecting', costText(collecting)],
    ['the same pages by http and JSON.parse', costText(floor)],
    ['evaluating', costText(evaluating)],
    ['bytes a point', measures.bytesPerPoint.toFixed(1)],
    ...results.map(({ target, measured, limit, met }) => [
      target,
      `${measured.toFixed(2)} of at most ${String(limit)}: ${met ? 'met' : 'MISSED'}`,
    ]),
  ];
  const width = Math.max(...rows.map(([name = '']) => name.length));
  return rows.map(([name = '', value = '']) => `${name.padEnd(width)}  ${value}\n`).join('');
}

function costText({ wallMs, cpuMs }: Cost): string {
  return `${seconds(wallMs)} s wall, ${seconds(cpuMs)} s CPU`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(2);
}
