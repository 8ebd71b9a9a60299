import { ask, askOnce, startChild } from '../child.js';
import { costText, countText, tallyText, targetResults } from '../report.js';
import type { BenchReport, Row, Target } from '../report.js';
import type { SizeOptions } from '../size.js';
import type { Cost } from '../stopwatch.js';
import type { EstateSize } from './estate/estate.js';
import type { ScanMeasures } from './scan.js';
import type { Served } from './server.js';

/** All that one run of the benchmark measured. */
interface Measures extends ScanMeasures {
  readonly size: EstateSize;
  readonly fewestCalls: number;
  readonly floor: Cost;
}

const MEBIBYTE = 2 ** 20;

/** What a scan must keep to. */
const TARGETS: readonly Target<Measures>[] = [
  { target: 'calls / fewest possible', limit: 1.05, measure: ({ calls, fewestCalls }) => calls / fewestCalls },
  { target: 'peak RSS, MiB', limit: 400, measure: ({ peakRssBytes }) => peakRssBytes / MEBIBYTE },
  {
    target: 'CPU of collecting / of the floor',
    limit: 4,
    measure: ({ collecting, floor }) => collecting.cpuMs / floor.cpuMs,
  },
  {
    // A scan that leaves something out is no faster.
    target: 'resources without a verdict of each rule',
    limit: 0,
    measure: ({ size, rules, outcomes }) => size.resources * rules - sum(Object.values(outcomes)),
  },
  { target: 'populations read in part', limit: 0, measure: ({ incomplete }) => incomplete },
];

/** A scan of a large estate over HTTP, against the floor that no reader of the same pages can go below. */
export async function scanBench({ resources = 20_000, points = 60 }: SizeOptions): Promise<BenchReport> {
  const measures = await measure({ resources, points });
  return { measures, rows: rowsOf(measures), targets: targetResults(TARGETS, measures) };
}

/** The scan and the floor run one after the other, each in a fresh process beside the server's. */
async function measure(size: EstateSize): Promise<Measures> {
  const server = startChild(new URL('server.js', import.meta.url), ['--max-old-space-size=8192']);
  try {
    const { request, takenAt, fewestCalls, pages } = await ask<Served>(server, size);
    const scan = new URL('scan.js', import.meta.url);
    const scanned = await askOnce<ScanMeasures>(scan, { request, takenAt }, ['--expose-gc']);
    const floor = await askOnce<Cost>(new URL('floor.js', import.meta.url), { request, pages });
    return { size, fewestCalls, floor, ...scanned };
  } finally {
    server.kill();
  }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function rowsOf(measures: Measures): readonly Row[] {
  const { calls, retries, fewestCalls } = measures;
  return [
    ['resources', countText(measures.resources)],
    ['recovery points', countText(measures.points)],
    ['outcomes', tallyText(measures.outcomes)],
    ['calls', `${countText(calls)}, of them ${countText(retries)} retries; at least ${countText(fewestCalls)}`],
    ['collecting', costText(measures.collecting)],
    ['the same pages by http and JSON.parse', costText(measures.floor)],
    ['evaluating', costText(measures.evaluating)],
    ['bytes a point', measures.bytesPerPoint.toFixed(1)],
  ];
}
