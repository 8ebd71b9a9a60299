import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { estates, startSandbox } from '@backproof/sandbox';
import type { Sandbox } from '@backproof/sandbox';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { backproof, start } from './support/cli.js';
import { credentialsIn, scanArguments } from './support/estate-scan.js';

const org = estates.get('org');
if (org === undefined) throw new Error('there is no estate org');

let folder: string;
let sandbox: Sandbox;
/** The run of a scan that nothing broke off. */
let whole: unknown;

const inFolder = (...names: readonly string[]): string => join(folder, ...names);
const flags = (): readonly string[] => ['--no-config', ...scanArguments(org, sandbox).slice(1)];
const collect = (...more: readonly string[]) => backproof(['collect', ...flags(), ...more], credentialsIn(sandbox));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-broken-off-'));
  sandbox = await startSandbox({ world: org.world, throttles: false });
  await collect('--out', inFolder('whole.ndjson.gz'));
  whole = await runOf(inFolder('whole.ndjson.gz'));
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

/** The run of an inventory without what is counted of calls, which each part makes anew to say who it is. */
async function runOf(path: string): Promise<unknown> {
  const file = inFolder('run.json');
  const { stderr } = await backproof(['evaluate', '--no-config', path, '--json', file]);
  expect(stderr).not.toContain('backproof: ');
  const { calls: _, id: __, inventory, ...run } = JSON.parse(await readFile(file, 'utf8')) as Record<string, object>;
  return { ...run, inventory: { ...inventory, sha256: '' } };
}

const partsIn = async (path: string): Promise<readonly string[]> =>
  (await readdir(path).catch(() => [])).filter((name) => name.endsWith('.ndjson.gz'));

/** Starts a command and kills it, as a machine that goes away would, as soon as something holds. */
async function killedWhen(args: readonly string[], holds: () => Promise<boolean> | boolean): Promise<void> {
  const { child, result } = start(args, credentialsIn(sandbox));
  while (!(await holds())) await setTimeout(2);
  child.kill('SIGKILL');
  expect(await result).toMatchObject({ status: null });
}

describe('eight parts on eight machines, one of which goes away', () => {
  it('are judged as one scan after that part was read again', async () => {
    const parts = inFolder('eight');
    const partOf = (index: number): readonly string[] => [
      ...['--shard', `${String(index)}/8`, '--out', join(parts, `${String(index)}.ndjson.gz`)],
    ];
    await mkdir(parts);
    for (let index = 1; index <= 8; index++) {
      if (index === 3) continue;
      expect(await collect(...partOf(index))).toMatchObject({ status: 0 });
    }
    const asked = sandbox.requests.length;
    await killedWhen(['collect', ...flags(), ...partOf(3)], () => sandbox.requests.length > asked);
    expect(await partsIn(parts)).toHaveLength(7);
    const refused = await backproof(['evaluate', '--no-config', parts]);
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('1 are missing: 3.') });

    expect(await collect(...partOf(3))).toMatchObject({ status: 0 });
    expect(await runOf(parts)).toEqual(whole);
  });
});

describe('collect --resume', () => {
  it('goes on after a process that was killed, and reads no part twice', async () => {
    const parts = inFolder('resumed');
    const args = ['--resume', parts, '--parts', '5'];
    await killedWhen(['collect', ...flags(), ...args], async () => (await partsIn(parts)).length > 0);
    const kept = await partsIn(parts);
    expect(kept.length).toBeLessThan(5);
    const accountsOf = (from: number): ReadonlySet<string> =>
      new Set(
        sandbox.requests.slice(from).flatMap(({ service, accountId }) => (service === 'backup' ? accountId : [])),
      );

    const asked = sandbox.requests.length;
    const { status, stderr } = await collect('--resume', parts);
    expect({ status, stderr }).toMatchObject({
      ...{ status: 0, stderr: expect.stringContaining(`${String(kept.length)} part`) },
    });
    expect(accountsOf(asked).size).toBe(org.world.accounts.length - kept.length);
    expect(await runOf(parts)).toEqual(whole);

    const before = sandbox.requests.length;
    expect(await collect('--resume', parts)).toMatchObject({ status: 0 });
    expect(sandbox.requests.length).toBe(before);
  });

  it('refuses a folder that holds another scan', async () => {
    const parts = inFolder('resumed');
    for (const other of [
      ['--parts', '4'],
      ['--inventory-source', 'config'],
      ['--now', '2026-11-21'],
    ]) {
      const { status, stderr } = await collect('--resume', parts, ...other);
      expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('holds another scan') });
    }
  });
});
