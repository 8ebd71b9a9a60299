import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askOnce } from '../child.js';
import { costText, countText, targetResults } from '../report.js';
import type { BenchReport, Row, Target } from '../report.js';
import type { SizeOptions } from '../size.js';
import type { AuditMeasures } from './audit.js';
import type { WriteMeasures } from './write.js';

/** All that one run of the benchmark measured. */
interface Measures {
  readonly writing: WriteMeasures;
  readonly audit: AuditMeasures;
  readonly files: number;
  readonly bytes: number;
}

/** What is written is garbage at once. */
const NODE_OPTIONS = ['--max-semi-space-size=64'];

const RESOURCES = 10_000;
const DAYS = 365;
const MEGABYTE = 1e6;

const TARGETS: readonly Target<Measures>[] = [
  { target: 'auditing, wall seconds', limit: 30, measure: ({ audit }) => audit.auditing.wallMs / 1000 },
  { target: 'auditing, peak RSS in MB', limit: 500, measure: ({ audit }) => audit.peakRssBytes / MEGABYTE },
];

/** Daily runs of a year over 10,000 resources are recorded and, by a fresh process, audited. */
export async function ledgerBench({ resources = RESOURCES, days = DAYS }: SizeOptions): Promise<BenchReport> {
  const folder = await mkdtemp(join(tmpdir(), 'backproof-bench-'));
  try {
    const question = { folder, resources, days };
    const writing = await askOnce<WriteMeasures>(new URL('write.js', import.meta.url), question, NODE_OPTIONS);
    const audit = await askOnce<AuditMeasures>(new URL('audit.js', import.meta.url), { folder, days });
    const measures = { writing, audit, ...(await sizeOf(folder)) };
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

function rowsOf({ writing, audit, files, bytes }: Measures): readonly Row[] {
  const found = `${countText(audit.runs)} runs, ${countText(audit.exceptions)} exceptions`;
  return [
    ['ledger', `${countText(writing.outcomes)} outcomes in ${countText(files)} files, ${countText(bytes)} bytes`],
    ['recording', costText(writing.recording)],
    ['auditing', `${costText(audit.auditing)}; ${found}, ${countText(audit.htmlBytes)} bytes of HTML`],
  ];
}
