/**
 * Measures a scan of a large estate: `npm run bench -- --resources 20000 --points 60`. The table goes to stderr, the
 * same as JSON to stdout; the exit code is 1 if a target is missed.
 */
import { parseArgs } from 'node:util';
import { ask, startChild } from './child.js';
import { table, targetResults } from './report.js';
import type { Measures } from './report.js';
import type { EstateSize } from './estate/estate.js';
import type { ScanMeasures } from './scan.js';
import type { Served } from './server.js';
import type { Cost } from './stopwatch.js';

const measures = await measure(sizeFromArguments());
const targets = targetResults(measures);
process.stderr.write(table(measures, targets));
process.stdout.write(`${JSON.stringify({ ...measures, targets }, undefined, 2)}\n`);
if (targets.some(({ met }) => !met)) process.exitCode = 1;

function sizeFromArguments(): EstateSize {
  const { values } = parseArgs({
    options: { resources: { type: 'string', default: '20000' }, points: { type: 'string', default: '60' } },
  });
  return { resources: Number(values.resources), points: Number(values.points) };
}

/** The scan and the floor run one after the other, each in a fresh process beside the server's. */
async function measure(size: EstateSize): Promise<Measures> {
  const server = startChild('./server.js', ['--max-old-space-size=8192']);
  try {
    const { request, takenAt, fewestCalls, pages } = await ask<Served>(server, size);
    const scanned = await askOnce<ScanMeasures>('./scan.js', { request, takenAt }, ['--expose-gc']);
    const floor = await askOnce<Cost>('./floor.js', { request, pages });
    return { size, fewestCalls, floor, ...scanned };
  } finally {
    server.kill();
  }
}

async function askOnce<Answer>(module: string, question: object, nodeOptions?: readonly string[]): Promise<Answer> {
  const child = startChild(module, nodeOptions);
  try {
    return await ask<Answer>(child, question);
  } finally {
    child.kill();
  }
}
