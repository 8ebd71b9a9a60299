import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask, startChild } from '../child.js';
import { watchMemory } from '../memory.js';
import { countText, targetResults } from '../report.js';
import type { BenchReport, Target } from '../report.js';
import { estateSize } from '../scan/sizes.js';
import type { Served } from '../scan/server.js';
import type { SizeOptions } from '../size.js';
import type { Part, Written } from './part.js';

/** One way to scan the estate. */
interface Way {
  readonly collectingMs: number;
  readonly evaluatingMs: number;
  /** Of the largest process that collects. */
  readonly collectingBytes: number;
  readonly evaluatingBytes: number;
  /** Of all inventories. */
  readonly inventoryBytes: number;
  /** Of all in the run but the counts of calls, its id, and the hash of the inventory's file. */
  readonly outcome: string;
}

interface Measures {
  readonly parts: number;
  readonly atOneTime: number;
  readonly inParts: Way;
  readonly whole: Way;
}

const COMMAND = fileURLToPath(new URL('../../../../packages/backproof/bin/backproof.js', import.meta.url));
/** Of the command, whose gate may fail. */
const VERDICTS = [0, 1, 3];
const HEAP = ['--max-old-space-size=8192'];
const PARTS = 8;
const MEBIBYTE = 2 ** 20;

const TARGETS: readonly Target<Measures>[] = [
  {
    target: 'runs that are not that of one process',
    limit: 0,
    measure: ({ inParts, whole }) => Number(inParts.outcome !== whole.outcome),
  },
];

/** A scan in parts, each a process of the command, beside a scan by one process. */
export async function partsBench(options: SizeOptions): Promise<BenchReport> {
  const { latency = 0, pages } = options;
  const folder = await mkdtemp(join(tmpdir(), 'backproof-bench-parts-'));
  const server = startChild(new URL('../scan/server.js', import.meta.url), HEAP);
  try {
    const served = await ask<Served>(server, { size: estateSize(options), latencyMs: latency, pages });
    const atOneTime = availableParallelism();
    const inParts = await way(served, join(folder, 'parts'), PARTS, atOneTime);
    const whole = await way(served, join(folder, 'whole'), 1, 1);
    const measures = { parts: PARTS, atOneTime, inParts, whole };
    const rows = [...rowsOf(`${PARTS} parts`, inParts), ...rowsOf('one process', whole)];
    return { measures, rows, targets: targetResults(TARGETS, measures) };
  } finally {
    server.kill();
    await rm(folder, { recursive: true });
  }
}

/** Collects the estate in so many parts, some at one time, and evaluates them together by the command. */
async function way({ request, takenAt }: Served, folder: string, parts: number, atOneTime: number): Promise<Way> {
  const inventories = join(folder, 'inventories');
  const run = join(folder, 'run.json');
  await mkdir(inventories, { recursive: true });
  const startedAt = Date.now();
  const peaks: number[] = [];
  const waiting = Array.from({ length: parts }, (_, index) => index + 1).values();
  const collectNext = async (): Promise<void> => {
    for (const index of waiting) {
      const shard = parts === 1 ? undefined : { index, of: parts };
      peaks.push(await collectPart({ request, takenAt, shard, out: join(inventories, `${index}.ndjson.gz`) }));
    }
  };
  await Promise.all(Array.from({ length: atOneTime }, collectNext));
  const collectedAt = Date.now();
  const evaluatingBytes = await evaluate(inventories, run);
  return {
    collectingMs: collectedAt - startedAt,
    evaluatingMs: Date.now() - collectedAt,
    collectingBytes: Math.max(...peaks),
    evaluatingBytes,
    inventoryBytes: await sizeOf(inventories),
    outcome: await outcomeOf(run),
  };
}

/** Collects in a process of its own, and gives the most memory that it took. */
async function collectPart(part: Part): Promise<number> {
  const collecting = startChild(new URL('part.js', import.meta.url), HEAP);
  const peakPss = watchMemory(collecting.pid ?? 0);
  const { writtenAt } = await ask<Written>(collecting, part);
  collecting.kill();
  return peakPss(writtenAt);
}

/** Runs the command on all inventories of a folder, and gives the most memory that it took. */
async function evaluate(inventories: string, run: string): Promise<number> {
  const args = [...HEAP, COMMAND, 'evaluate', inventories, '--json', run, '--no-config'];
  const evaluating = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const peakPss = watchMemory(evaluating.pid ?? 0);
  const code = await new Promise<number | null>((resolve) => evaluating.once('close', resolve));
  if (code === null || !VERDICTS.includes(code)) throw new Error(`evaluate ended with ${String(code)}`);
  return peakPss(Date.now());
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** The keys of a run are sorted, so all that parts change stands before its leftovers. */
async function outcomeOf(run: string): Promise<string> {
  const text = await readFile(run);
  const from = text.indexOf('"leftovers":');
  if (from === -1) throw new Error('a run without leftovers');
  return createHash('sha256').update(text.subarray(from)).digest('hex');
}

function rowsOf(name: string, way: Way): BenchReport['rows'] {
  return [
    [`${name}, collecting`, `${(way.collectingMs / 1000).toFixed(1)} s`],
    [`${name}, evaluating`, `${(way.evaluatingMs / 1000).toFixed(1)} s`],
    [`${name}, most memory`, `${mebibytes(way.collectingBytes)} and ${mebibytes(way.evaluatingBytes)} MiB`],
    [`${name}, bytes of inventories`, countText(way.inventoryBytes)],
  ];
}

function mebibytes(bytes: number): string {
  return (bytes / MEBIBYTE).toFixed(0);
}
