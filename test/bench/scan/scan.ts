import { collect, resolveScopes } from '@backproof/aws';
import { evaluate, RULES } from 'backproof';
import { neededPopulations, recoveryPointTable } from '@backproof/core';
import type { RecoveryPointTable } from '@backproof/core';
import { answerWith } from '../child.js';
import type { Served } from './server.js';
import { stopwatch } from '../stopwatch.js';
import type { Cost } from '../stopwatch.js';

/** What a scan of the served estate took, and what came of it. */
export interface ScanMeasures {
  readonly collecting: Cost;
  readonly evaluating: Cost;
  readonly calls: number;
  readonly retries: number;
  readonly resources: number;
  readonly points: number;
  readonly bytesPerPoint: number;
  /** Of the whole scan. */
  readonly peakRssBytes: number;
  /** Populations that were not read completely: there should be none. */
  readonly incomplete: number;
  /** How many rules judged. */
  readonly rules: number;
  /** Outcomes by status. */
  readonly outcomes: Readonly<Record<string, number>>;
}

/** Scans the estate as `scan()` does, with a stopwatch. */
answerWith(async ({ request, takenAt }: Pick<Served, 'request' | 'takenAt'>): Promise<ScanMeasures> => {
  const sinceCollecting = stopwatch();
  const scopes = await resolveScopes(request);
  const inventory = await collect({ scopes, populations: neededPopulations(RULES), takenAt });
  const collecting = sinceCollecting();

  const sinceEvaluating = stopwatch();
  const run = evaluate(inventory);
  const evaluating = sinceEvaluating();

  const outcomes: Record<string, number> = {};
  for (const { status } of run.outcomes) outcomes[status] = (outcomes[status] ?? 0) + 1;
  return {
    collecting,
    evaluating,
    calls: run.calls.reduce((sum, { calls }) => sum + calls, 0),
    retries: run.calls.reduce((sum, { retries }) => sum + retries, 0),
    resources: inventory.resources.length,
    points: inventory.recoveryPoints.count,
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
    bytesPerPoint: bytesHeldBy(inventory.recoveryPoints) / inventory.recoveryPoints.count,
    incomplete: inventory.populations.filter(({ status }) => status !== 'complete').length,
    rules: run.rules.length,
    outcomes,
  };
});

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
