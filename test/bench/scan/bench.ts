import { availableParallelism } from 'node:os';
import { ask, askOnce, startChild } from '../child.js';
import { watchMemory } from '../memory.js';
import { costText, countText, tallyText, targetResults } from '../report.js';
import type { BenchReport, Row, Target } from '../report.js';
import type { SizeOptions } from '../size.js';
import type { Cost } from '../stopwatch.js';
import type { EstateSize } from './estate/estate.js';
import type { Phases } from './phases.js';
import type { ScanMeasures } from './scan.js';
import { ASK_WORK } from './ask-work.js';
import type { Served, ServerWork, Serving } from './server.js';
import { estateSize } from './sizes.js';

/** All that one run of the benchmark measured. */
interface Measures extends ScanMeasures {
  readonly size: EstateSize;
  readonly latencyMs: number;
  readonly threads: number;
  readonly fewestCalls: number;
  readonly expectedResources: number;
  readonly peakPssBytes: number;
  /** In a scan of its own, under a profiler. */
  readonly phases: Phases;
  readonly floor: Cost;
  /** While the scan was measured. */
  readonly server: ServerWork;
}

const MEBIBYTE = 2 ** 20;

/** What a scan must keep to. */
const TARGETS: readonly Target<Measures>[] = [
  { target: 'calls / fewest possible', limit: 1.02, measure: ({ calls, fewestCalls }) => calls / fewestCalls },
  { target: 'peak PSS, MiB', limit: 700, measure: ({ peakPssBytes }) => peakPssBytes / MEBIBYTE },
  {
    target: 'CPU of collecting / of the floor',
    limit: 2,
    measure: ({ collecting, floor }) => collecting.cpuMs / floor.cpuMs,
  },
  {
    // A scan that leaves something out is no faster.
    target: 'resources without a verdict of each rule',
    limit: 0,
    measure: ({ expectedResources, rules, outcomes }) => expectedResources * rules - sum(Object.values(outcomes)),
  },
  {
    target: 'CPU of engine and hash / of the rules',
    limit: 1.5,
    // Without phases nothing is known of it.
    measure: ({ phases }) => engineMs(phases) / (phaseMs(phases, /^evaluate: rule /) || Infinity),
  },
  { target: 'sockets', limit: 256, measure: ({ server }) => server.mostSockets },
  { target: 'populations read in part', limit: 0, measure: ({ incomplete }) => incomplete },
];

/** A scan of a large estate over HTTP, against the floor that no reader of the same pages can go below. */
export async function scanBench(options: SizeOptions): Promise<BenchReport> {
  const { latency = 0, pages, threads = availableParallelism(), noPhases = false } = options;
  const measures = await measure({ size: estateSize(options), latencyMs: latency, pages }, threads, noPhases);
  return { measures, rows: rowsOf(measures), targets: targetResults(TARGETS, measures) };
}

/** The scans and the floor run one after the other, each in a fresh process beside the server's. */
async function measure(serving: Serving, threads: number, noPhases: boolean): Promise<Measures> {
  const server = startChild(new URL('server.js', import.meta.url), ['--max-old-space-size=8192']);
  try {
    const { pages, fewestCalls, expectedResources, ...served } = await ask<Served>(server, serving);
    const scan = new URL('scan.js', import.meta.url);
    const scanning = startChild(scan, ['--expose-gc', '--max-old-space-size=8192']);
    const peakPss = watchMemory(scanning.pid ?? 0);
    const scanned = await ask<ScanMeasures>(scanning, { ...served, threads });
    const peakPssBytes = peakPss(scanned.scannedAt);
    scanning.kill();
    const work = await ask<ServerWork>(server, ASK_WORK);
    const profiled = { ...served, profile: true, threads: 1 };
    const phases = noPhases ? {} : await askOnce<Phases>(scan, profiled, ['--max-old-space-size=8192']);
    const floor = await askOnce<Cost>(new URL('floor.js', import.meta.url), { request: served.request, pages });
    return {
      ...{ ...serving, threads, fewestCalls, expectedResources, floor, phases, peakPssBytes, server: work },
      ...scanned,
    };
  } finally {
    server.kill();
  }
}

function phaseMs(phases: Phases, names: RegExp): number {
  return sum(Object.entries(phases).map(([name, ms]) => (names.test(name) ? ms : 0)));
}

function engineMs(phases: Phases): number {
  return phaseMs(phases, /^(?:evaluate: (?!rule )|hash$|protection$|dispose$)/);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function rowsOf(measures: Measures): readonly Row[] {
  const { calls, retries, fewestCalls, phases } = measures;
  return [
    ['resources', countText(measures.resources)],
    ['recovery points', countText(measures.points)],
    ['outcomes', tallyText(measures.outcomes)],
    ['calls', `${countText(calls)}, of them ${countText(retries)} retries; at least ${countText(fewestCalls)}`],
    ['collecting', costText(measures.collecting)],
    ['the same pages by http and JSON.parse', costText(measures.floor)],
    ["the server's processor time beside it", `${(measures.server.cpuMs / 1000).toFixed(2)} s`],
    [`evaluating in ${measures.threads} threads`, costText(measures.evaluating)],
    ['writing the run', costText(measures.writing)],
    ...Object.entries(phases)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([phase, ms]): Row => [`  main thread, ${phase}`, `${(ms / 1000).toFixed(2)} s`]),
    ['given to the spool', `${(measures.spooledBytes / MEBIBYTE).toFixed(0)} MiB`],
    ['peak RSS', `${(measures.peakRssBytes / MEBIBYTE).toFixed(0)} MiB`],
    ['bytes a point', measures.bytesPerPoint.toFixed(1)],
  ];
}
