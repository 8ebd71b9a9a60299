import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { compactLedger, openLedger, readJobs, readRows, TABLES, verifyLedger } from '@backproof/ledger';

const WRITER = join(import.meta.dirname, 'support/append-runs.js');
const KILLS = 100;
const WRITERS_AT_ONCE = 2;

/** As each writer opens its ledger anew, several short ones cost less than a long one. */
const LEDGERS = 5;

let folder: string;
let ledgers: readonly string[];
let writer: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-ledger-'));
  ledgers = Array.from({ length: LEDGERS }, (_, number) => join(folder, `ledger-${number}`));
  writer = join(folder, 'writer.mjs');
  // In one file, the modules of the writer are read in half the time.
  await build({ entryPoints: [WRITER], outfile: writer, bundle: true, platform: 'node', format: 'esm' });
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** How long a run takes to be recorded, as far as was seen: a loaded machine takes long. */
let usualMs = 50;

/** Lets a process append runs, kills it while it records its first or second, and gives those that it had recorded. */
async function killedWriter(ledger: string, seed: number): Promise<readonly number[]> {
  const recorded: number[] = [];
  const child = fork(writer, [ledger, String(seed)], { execArgv: ['--no-warnings'] });
  const exit = once(child, 'exit');
  await once(child, 'message');
  const began = Date.now();
  child.on('message', (takenAt) => recorded.push(Number(takenAt)));
  if (seed % 3 === 0) {
    await once(child, 'message');
    usualMs = (usualMs + Date.now() - began) / 2;
  }
  await wait(Math.random() * usualMs);
  child.kill('SIGKILL');
  await exit;
  return recorded;
}

it('a ledger loses no run that was recorded, and shows none half, though its writers are killed at any instant', async () => {
  const recorded = new Map(ledgers.map((ledger) => [ledger, new Set<number>()]));
  const seeds = Array.from({ length: KILLS }, (_, seed) => seed).values();
  const killOneAfterTheOther = async (): Promise<void> => {
    for (const seed of seeds) {
      const ledger = ledgers[Math.floor((seed * LEDGERS) / KILLS)] ?? '';
      for (const takenAt of await killedWriter(ledger, seed)) recorded.get(ledger)?.add(takenAt);
      await openLedger(ledger);
    }
  };
  await Promise.all(Array.from({ length: WRITERS_AT_ONCE }, killOneAfterTheOther));
  for (const [ledger, takenAts] of recorded) {
    expect(takenAts.size).toBeGreaterThan(0);
    await expectWhole(ledger, takenAts);
  }
}, 600_000);

/** What was recorded is there, and of each run all or nothing; what a killed writer left can be swept away. */
async function expectWhole(folder: string, recorded: ReadonlySet<number>): Promise<void> {
  const ledger = await openLedger(folder);
  const jobs = new Set((await readJobs(ledger, TABLES.restoreJobs)).map(({ takenAt }) => takenAt));
  const runs = new Set<number>();
  for await (const { takenAt } of readRows(ledger, TABLES.runs)) runs.add(takenAt);
  expect([...recorded].filter((takenAt) => !jobs.has(takenAt) || !runs.has(takenAt))).toEqual([]);
  expect(runs).toEqual(jobs);

  const { faults, manifests } = await verifyLedger(folder);
  expect(manifests).toBe(runs.size);
  const others = faults.filter(({ fault }) => !fault.startsWith('no manifest lists it'));
  expect(others).toEqual([]);

  const tomorrow = Date.now() + 2 * 24 * 60 * 60 * 1000;
  await compactLedger(folder, tomorrow);
  expect((await verifyLedger(folder)).faults).toEqual([]);
  const kept = await readJobs(await openLedger(folder), TABLES.restoreJobs);
  expect(new Set(kept.map(({ takenAt }) => takenAt))).toEqual(jobs);
}
