import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { compactLedger, openLedger, readJobs, readRows, TABLES, verifyLedger } from '@backproof/ledger';

const WRITER = join(import.meta.dirname, 'support/append-runs.js');
const KILLS = 100;
const WRITERS_AT_ONCE = 2;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-ledger-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** How long a run takes to be recorded, as far as was seen: a loaded machine takes long. */
let usualMs = 50;

/** Lets a process append runs, kills it while it records its first or second, and gives those that it had recorded. */
async function killedWriter(seed: number): Promise<readonly number[]> {
  const recorded: number[] = [];
  const writer = fork(WRITER, [folder, String(seed)], { execArgv: ['--no-warnings'] });
  const exit = once(writer, 'exit');
  await once(writer, 'message');
  const began = Date.now();
  writer.on('message', (takenAt) => recorded.push(Number(takenAt)));
  if (seed % 3 === 0) {
    await once(writer, 'message');
    usualMs = (usualMs + Date.now() - began) / 2;
  }
  await wait(Math.random() * usualMs);
  writer.kill('SIGKILL');
  await exit;
  return recorded;
}

it('a ledger loses no run that was recorded, and shows none half, though its writers are killed at any instant', async () => {
  const recorded: number[] = [];
  const seeds = Array.from({ length: KILLS }, (_, seed) => seed).values();
  const killOneAfterTheOther = async (): Promise<void> => {
    for (const seed of seeds) {
      recorded.push(...(await killedWriter(seed)));
      await openLedger(folder);
    }
  };
  await Promise.all(Array.from({ length: WRITERS_AT_ONCE }, killOneAfterTheOther));
  expect(recorded.length).toBeGreaterThan(0);

  const ledger = await openLedger(folder);
  const jobs = new Set((await readJobs(ledger, TABLES.restoreJobs)).map(({ takenAt }) => takenAt));
  const runs = new Set<number>();
  for await (const { takenAt } of readRows(ledger, TABLES.runs)) runs.add(takenAt);
  expect(recorded.filter((takenAt) => !jobs.has(takenAt) || !runs.has(takenAt))).toEqual([]);
  expect(runs).toEqual(jobs);

  const { faults, manifests } = await verifyLedger(folder);
  expect(manifests).toBe(runs.size);
  const others = faults.filter(({ fault }) => !fault.startsWith('no manifest tells of it'));
  expect(others).toEqual([]);

  const tomorrow = Date.now() + 2 * 24 * 60 * 60 * 1000;
  await compactLedger(folder, tomorrow);
  expect((await verifyLedger(folder)).faults).toEqual([]);
  const kept = await readJobs(await openLedger(folder), TABLES.restoreJobs);
  expect(new Set(kept.map(({ takenAt }) => takenAt))).toEqual(jobs);
}, 600_000);
