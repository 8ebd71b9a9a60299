/* global AbortSignal */
// The two steps of a scan in parts, as one function of AWS Lambda:
//   { "part": 3, "parts": 8, "now": "2026-11-30T05:00:00Z" } reads a part into the bucket
//   { "now": "2026-11-30T05:00:00Z" } judges all parts of that moment, and fails if the gate does
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const { BUCKET, ROLE_NAME } = process.env;
// Lambda ends a function without giving a reason. This long before, the function ends with one.
const RESERVE_MS = 15_000;
// The exit codes of a gate that has judged, and so written its reports.
const VERDICTS = new Map([
  [0, undefined],
  [1, 'The gate failed'],
  [3, 'The run is incomplete'],
]);

export async function handler({ part, parts, now }, { getRemainingTimeInMillis }) {
  const signal = AbortSignal.timeout(getRemainingTimeInMillis() - RESERVE_MS);
  const folder = await mkdtemp(join(tmpdir(), 'backproof-'));
  const inFolder = (name) => join(folder, name);
  const start = (command, args) => promisify(execFile)(command, args, { signal });
  const store = (...args) => start(process.execPath, [join(import.meta.dirname, 's3.mjs'), ...args]);

  async function read() {
    const file = inFolder(`${part}.ndjson.gz`);
    const scope = ['--org', '--all-regions', '--role-name', ROLE_NAME];
    await start('backproof', ['collect', ...scope, '--now', now, '--shard', `${part}/${parts}`, '--out', file]);
    await store('put', file, `s3://${BUCKET}/parts/${now}/`);
  }

  async function judge() {
    const [collected, page, run] = ['parts', 'backproof.html', 'run.json'].map(inFolder);
    await store('get', `s3://${BUCKET}/parts/${now}/`, collected);
    const judging = start('backproof', ['evaluate', collected, '--report', `html=${page}`, '--json', run]);
    const { code = 0, ...output } = await judging.catch((error) => error);
    if (!VERDICTS.has(code)) throw new Error(output.stderr || code);
    process.stdout.write(output.stdout);
    for (const file of [page, run]) await store('put', file, `s3://${BUCKET}/reports/${now}/`);
    const verdict = VERDICTS.get(code);
    if (verdict !== undefined) throw new Error(`${verdict}: s3://${BUCKET}/reports/${now}/backproof.html`);
  }

  try {
    await (part === undefined ? judge() : read());
  } catch (error) {
    const tooLarge = signal.aborted && '15 minutes were not enough. Take more parts, or AWS Batch.';
    throw new Error(tooLarge || error.stderr || error.message, { cause: error });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
