import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { collect, resolveScopes } from '@backproof/aws';
import { evaluateIn, REPORTERS, RULES, SPOOL_MEMORY, withSpool } from 'backproof';
import { neededPopulations, recoveryPointTable } from '@backproof/core';
import type { Inventory, RecoveryPointTable, ReportedRun, Spool } from '@backproof/core';
import { answerWith } from '../child.js';
import { withPhases } from './phases.js';
import type { Phases } from './phases.js';
import type { Served } from './server.js';
import { stopwatch } from '../stopwatch.js';
import type { Cost } from '../stopwatch.js';

/** What a scan of the served estate took, and what came of it. */
export interface ScanMeasures extends Costs {
  readonly calls: number;
  readonly retries: number;
  readonly resources: number;
  readonly points: number;
  readonly bytesPerPoint: number;
  /** Of the whole scan. */
  readonly peakRssBytes: number;
  /** When the scan had ended: what is measured after it holds all points once more. */
  readonly scannedAt: number;
  /** What was given to the spool: as much of it as exceeds its memory lies on disk. */
  readonly spooledBytes: number;
  /** Populations that were not read completely: there should be none. */
  readonly incomplete: number;
  /** How many rules judged. */
  readonly rules: number;
  /** Outcomes by status. */
  readonly outcomes: Readonly<Record<string, number>>;
}

interface Costs {
  readonly collecting: Cost;
  readonly evaluating: Cost;
  /** The run as JSON. */
  readonly writing: Cost;
}

type Question = Pick<Served, 'request' | 'takenAt'> & {
  readonly profile?: boolean;
  /** That judge. */
  readonly threads: number;
};

/** Scans the estate as the command does, with a stopwatch; with a profiler, if so asked. */
answerWith(async ({ profile, ...served }: Question): Promise<ScanMeasures | Phases> => {
  if (profile === true)
    return withSpool(SPOOL_MEMORY, async (spool) => (await withPhases(() => scan(served, spool))).phases);
  return withSpool(SPOOL_MEMORY, (spool) => measured(served, spool));
});

async function measured(served: Question, spool: Spool): Promise<ScanMeasures> {
  const counted = countingSpool(spool);
  const { inventory, run, ...costs } = await scan(served, counted.spool);
  const scannedAt = Date.now();
  const peakRssBytes = process.resourceUsage().maxRSS * 1024;
  const outcomes: Record<string, number> = {};
  for (const { status } of run.outcomes) outcomes[status] = (outcomes[status] ?? 0) + 1;
  return {
    ...costs,
    calls: run.calls.reduce((sum, { calls }) => sum + calls, 0),
    retries: run.calls.reduce((sum, { retries }) => sum + retries, 0),
    resources: inventory.resources.length,
    points: inventory.recoveryPoints.count,
    ...{ peakRssBytes, scannedAt },
    spooledBytes: counted.bytes(),
    bytesPerPoint: bytesHeldBy(inventory.recoveryPoints) / inventory.recoveryPoints.count,
    incomplete: inventory.populations.filter(({ status }) => status !== 'complete').length,
    rules: run.rules.length,
    outcomes,
  };
}

async function scan(
  { request, takenAt, threads }: Question,
  spool: Spool,
): Promise<Costs & { inventory: Inventory; run: ReportedRun }> {
  const sinceCollecting = stopwatch();
  const scopes = await resolveScopes(request);
  const inventory = await collect({
    scopes,
    populations: neededPopulations(RULES.filter(({ recommended }) => recommended)),
    takenAt,
    spool,
  });
  const collecting = sinceCollecting();

  const sinceEvaluating = stopwatch();
  const run = await evaluateIn(spool, inventory, { workers: { count: threads } });
  const evaluating = sinceEvaluating();

  const sinceWriting = stopwatch();
  await writeJson(run);
  return { inventory, run, collecting, evaluating, writing: sinceWriting() };
}

function countingSpool(counted: Spool): { readonly spool: Spool; readonly bytes: () => number } {
  let total = 0;
  const spool: Spool = {
    put: (value, bytes) => {
      total += bytes;
      return counted.put(value, bytes);
    },
  };
  return { spool, bytes: () => total };
}

/** Writes a run where nobody reads it. */
async function writeJson(run: ReportedRun): Promise<void> {
  const json = REPORTERS.find(({ id }) => id === 'json');
  if (json === undefined) throw new Error('there is no reporter "json"');
  await pipeline(Readable.from(json.render(run)), createWriteStream('/dev/null'));
}

/** What a table holds, measured by a second one of the same points. */
function bytesHeldBy(points: RecoveryPointTable): number {
  const before = bytesHeld();
  const copy = recoveryPointTable(points);
  const after = bytesHeld();
  return copy.count === points.count ? after - before : NaN;
}

function bytesHeld(): number {
  // The first one finds what is free, the second one waits until it has been freed.
  for (let i = 0; i < 2; i++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
