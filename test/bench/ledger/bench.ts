import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askOnce } from '../child.js';
import { costText, countText, targetResults } from '../report.js';
import type { BenchReport, Row, Target } from '../report.js';
import type { SizeOptions } from '../size.js';
import type { ReadMeasures } from './read.js';
import type { WriteMeasures } from './write.js';

/** All that one run of the benchmark measured. */
interface Measures {
  readonly writing: WriteMeasures;
  readonly reading: ReadMeasures;
  readonly verifying: ReadMeasures;
  readonly files: number;
  readonly bytes: number;
}

/** What is written is garbage at once. */
const NODE_OPTIONS = ['--max-semi-space-size=64'];

const RESOURCES = 10_000;
const DAYS = 365;
const MEBIBYTE = 2 ** 20;

const TARGETS: readonly Target<Measures>[] = [
  { target: 'reading, wall seconds', limit: 30, measure: ({ reading }) => reading.reading.wallMs / 1000 },
  { target: 'reading, peak RSS in MiB', limit: 500, measure: ({ reading }) => reading.peakRssBytes / MEBIBYTE },
];

/** Daily runs of a year over 10,000 resources are recorded, read as an audit reads them, and verified: in a process each. */
export async function ledgerBench({ resources = RESOURCES, days = DAYS }: SizeOptions): Promise<BenchReport> {
  const folder = await mkdtemp(join(tmpdir(), 'backproof-bench-'));
  try {
    const question = { folder, resources, days };
    const writing = await askOnce<WriteMeasures>(new URL('write.js', import.meta.url), question, NODE_OPTIONS);
    const read = (verify: boolean) => askOnce<ReadMeasures>(new URL('read.js', import.meta.url), { folder, verify });
    const measures = { writing, reading: await read(false), verifying: await read(true), ...(await sizeOf(folder)) };
    return { measures, rows: rowsOf(measures), targets: targetResults(TARGETS, measures) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function sizeOf(folder: string): Promise<Pick<Measures, 'files' | 'bytes'>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  let bytes = 0;
  for (const { parentPath, name } of files) bytes += (await stat(join(parentPath, name))).size;
  return { files: files.length, bytes };
}

function rowsOf({ writing, reading, verifying, files, bytes }: Measures): readonly Row[] {
  return [
    ['ledger', `${countText(writing.outcomes)} outcomes in ${countText(files)} files, ${countText(bytes)} bytes`],
    ['recording', costText(writing.recording)],
    ['reading', `${costText(reading.reading)}; ${countText(reading.rows)} rows, ${countText(reading.changes)} changes`],
    ['verifying', costText(verifying.reading)],
  ];
}
