import { cp, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY, evaluate, InventoryBuilder } from '@backproof/core';
import { compactLedger, openLedger, pruneLedger, readRows, recordRun, TABLES, verifyLedger } from '@backproof/ledger';
import { backproof } from './support/cli.js';
import type { CommandResult } from './support/cli.js';

const KILLER = pathToFileURL(join(import.meta.dirname, 'support/kill-at.mjs')).href;

/** More operations than any command that is tried makes. */
const MOST_OPERATIONS = 300;

let folder: string;
const inFolder = (...names: readonly string[]) => join(folder, ...names);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-killed-'));
  await backproof([
    'scan',
    '--sandbox',
    'china',
    '--no-config',
    '--rule',
    'backup-coverage',
    '--save-inventory',
    inFolder('inventory.gz'),
  ]);
  await recordRuns(inFolder('ledger'), [1, 400].map(dayBeforeNow));
});
afterAll(() => rm(folder, { recursive: true }));

/**
 * Runs a command in a copy of a folder again and again, killed before its first operation on files that changes one, then
 * before its second, and so on until it ends; looks at what each left behind.
 *
 * @returns the number of times that it was killed
 */
async function killedAtEach(
  source: string,
  args: (copy: string) => readonly string[],
  look: (copy: string, result: CommandResult) => Promise<void>,
): Promise<number> {
  for (let at = 1; at < MOST_OPERATIONS; at++) {
    const copy = inFolder(`copy-${String(at)}`);
    await cp(source, copy, { recursive: true });
    const env = { NODE_OPTIONS: `--import=${KILLER}`, KILL_AT: String(at), TMPDIR: copy };
    const result = await backproof(args(copy), env, copy);
    await look(copy, result);
    await rm(copy, { recursive: true });
    if (result.status !== null) return at - 1;
  }
  throw new Error('the command does not end');
}

describe('a command that is killed before whatever it does to a file', () => {
  const OLD = 'what stood there before';
  const OUTPUTS = ['run.json', 'baseline.json', 'report.html'] as const;
  const args = () => [
    ...['evaluate', inFolder('inventory.gz'), '--no-config', '--rule', 'backup-coverage', '--json', 'run.json'],
    ...['--write-baseline', 'baseline.json', '--report', 'html=report.html'],
  ];

  it('leaves each output as it was or whole, and what it began is swept by the next', async () => {
    const old = inFolder('outputs');
    await mkdir(old);
    for (const name of OUTPUTS.filter((each) => each !== 'baseline.json')) await writeFile(join(old, name), OLD);
    await cp(old, inFolder('whole'), { recursive: true });
    await backproof(args(), {}, inFolder('whole'));
    const whole = new Map<string, string>();
    for (const name of OUTPUTS) whole.set(name, await readFile(inFolder('whole', name), 'utf8'));

    const kills = await killedAtEach(old, args, async (copy) => {
      for (const name of OUTPUTS) {
        const left = await readFile(join(copy, name), 'utf8').catch(() => OLD);
        expect([OLD, whole.get(name)]).toContain(left);
      }
      for (const name of await readdir(copy)) await utimes(join(copy, name), new Date(0), new Date(0));
      await backproof(args(), {}, copy);
      const names = (await readdir(copy)).filter((name) => !OUTPUTS.some((each) => each === name));
      expect(names).toEqual([]);
    });
    expect(kills).toBeGreaterThan(10);
  });

  it.each<[string, readonly string[], (ledger: string) => Promise<unknown>]>([
    ['compact', [], (ledger) => compactLedger(ledger, tomorrow())],
    ['prune', ['--keep-years', '1'], (ledger) => pruneLedger(ledger, 1, tomorrow())],
  ])('ledger %s loses nothing, and what it began is ended by the next', async (command, options, next) => {
    const rows = await rowsOf(inFolder('ledger'));
    const ended: string[] = [];
    const kills = await killedAtEach(
      inFolder('ledger'),
      (copy) => ['ledger', command, '--ledger', copy, ...options],
      async (copy, { status }) => {
        ended.push((await rowsOf(copy)).join(' '));
        const { faults } = await verifyLedger(copy);
        expect(faults.filter(({ fault }) => !fault.startsWith('no manifest lists it'))).toEqual([]);
        if (status !== null) return;
        await next(copy);
        expect((await verifyLedger(copy)).faults).toEqual([]);
      },
    );
    const kept = command === 'prune' ? rows.slice(2) : rows;
    expect(kills).toBeGreaterThan(3);
    expect(new Set(ended)).toEqual(new Set([rows.join(' '), kept.join(' ')]));
    expect(ended.at(-1)).toBe(kept.join(' '));
  });
});

/** By then nobody still writes what was begun. */
function tomorrow(): number {
  return Date.now() + 2 * DAY;
}

function dayBeforeNow(days: number): number {
  return Math.floor(Date.now() / DAY - days) * DAY;
}

/** Records two runs on each of these days. */
async function recordRuns(ledger: string, days: readonly number[]): Promise<void> {
  const scope = { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' };
  for (const takenAt of days.flatMap((day) => [day, day + 1]).toSorted((a, b) => a - b)) {
    const builder = new InventoryBuilder(takenAt);
    builder.add('scopes', scope);
    const inventory = builder.build();
    const run = evaluate({ inventory, rules: [], now: takenAt, tool: { name: 'test', version: '1' } });
    await recordRun(ledger, inventory, run);
  }
}

/** The moments of the runs of a ledger, in order. */
async function rowsOf(folder: string): Promise<readonly number[]> {
  const moments: number[] = [];
  for await (const { takenAt } of readRows(await openLedger(folder), TABLES.runs)) moments.push(takenAt);
  return moments.toSorted((a, b) => a - b);
}
