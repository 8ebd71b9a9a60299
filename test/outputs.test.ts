import { mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { partial } from '@backproof/sandbox';
import { UnfinishedScanError } from 'backproof';
import { backproof, COMMAND } from './support/cli.js';
import { scanWorld } from './support/estate-scan.js';

let folder: string;
const inFolder = (name: string) => join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-outputs-'));
});
afterEach(() => rm(folder, { recursive: true }));

const SCAN = ['scan', '--sandbox', 'china', '--no-config', '--rule', 'backup-coverage'] as const;

/** Runs the command with its standard output led into a device. */
async function into(device: string, args: readonly string[]): Promise<{ status: number | null; stderr: string }> {
  const file = await open(device, 'w');
  try {
    const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', file.fd, 'pipe'] });
    if (child.stderr === null) throw new Error('standard error is a pipe');
    const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
    const [stderr, status] = await Promise.all([text(child.stderr), closed]);
    return { status, stderr };
  } finally {
    await file.close();
  }
}

/** The devices that are always full, or empty, have these names on Linux. */
if (process.platform === 'linux') describe('an output that cannot be written', intoDevices);

function intoDevices(): void {
  it('does not keep the others from being written, and what was read is saved', async () => {
    const args = [...SCAN, '--json', '/dev/full', '--report', `csv=${inFolder('run.csv')}`];
    const { status, stderr } = await backproof(args, { TMPDIR: folder });
    expect(status).toBe(3);
    expect(stderr).toContain('backproof: cannot write the run /dev/full: ENOSPC');
    expect(await readFile(inFolder('run.csv'), 'utf8')).toContain('backup-coverage');
    const [, rescued = ''] = /backproof evaluate (\S+)/.exec(stderr) ?? [];
    expect((await stat(rescued)).mode & 0o777).toBe(0o600);
    expect((await backproof(['evaluate', rescued, '--no-config', '--rule', 'backup-coverage'])).status).toBe(
      (await backproof(SCAN)).status,
    );
  });

  it('is said where standard output is a full disk; the exit code is never that of a failed gate', async () => {
    const { status, stderr } = await into('/dev/full', SCAN);
    expect(status).toBe(3);
    expect(stderr).toContain('backproof: cannot write to standard output: ENOSPC');
    const rules = await into('/dev/full', ['rules']);
    expect(rules).toEqual({ status: 3, stderr: expect.stringMatching(/^backproof: cannot write .*ENOSPC.*\n$/) });
  });

  it('is no device: what goes to one is written through', async () => {
    const { status } = await backproof([...SCAN, '--json', '/dev/null', '--fail-on', 'never', '--unknown', 'allow']);
    expect(status).toBe(0);
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });
}

it('what was read is kept where a fault of the command itself ends it', async () => {
  // The first file that is to be put into its place never is: something throws where nobody can catch it.
  const fault = `import { promises } from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
    const { rename } = promises;
    promises.rename = () => {
      promises.rename = rename; syncBuiltinESMExports();
      setImmediate(() => { throw new Error('a fault'); });
      return new Promise(() => {});
    };
    syncBuiltinESMExports();`;
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(fault)}`, TMPDIR: folder };
  const { status, stderr } = await backproof([...SCAN, '--json', inFolder('run.json')], env);
  expect(status).toBe(3);
  expect(stderr).toContain('backproof: unexpected error: a fault. Report it');
  const [, rescued = ''] = /backproof evaluate (\S+)/.exec(stderr) ?? [];
  expect((await backproof(['evaluate', rescued, '--no-config', '--rule', 'backup-coverage'])).stderr).toBe('');
});

it('the command ends when its work is done, whatever else is still waited for', async () => {
  const waiting = { NODE_OPTIONS: '--import=data:text/javascript,setTimeout(()=>0,3600000)' };
  const { status, stdout } = await backproof(['rules'], waiting);
  expect(status).toBe(0);
  expect(stdout).toBe((await backproof(['rules'])).stdout);
});

it('what is read slowly is written to its end', async () => {
  const args = ['scan', '--sandbox', 'partial', '--no-config', '--json', '-'];
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  const run: Buffer[] = [];
  for await (const piece of child.stdout) {
    run.push(piece as Buffer);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  // More than a pipe takes at once: the command ends its work before its reader has all of it.
  expect(Buffer.concat(run).length).toBeGreaterThan(2 * 65_536);
  expect(JSON.parse(Buffer.concat(run).toString())).toMatchObject({ tool: { name: 'backproof' } });
});

it('files that describe an estate are for their owner alone', async () => {
  const args = ['--save-inventory', inFolder('i.gz'), '--json', inFolder('r.json'), '--write-baseline', inFolder('b')];
  await backproof([...SCAN, ...args, '--report', `html=${inFolder('r.html')}`]);
  const names = await readdir(folder);
  expect(names.sort()).toEqual(['b', 'i.gz', 'r.html', 'r.json']);
  for (const name of names) expect((await stat(inFolder(name))).mode & 0o777).toBe(0o600);
});

it.each([
  ['two outputs in one file', ['--json', 'out', '--report', 'csv=./out'], /two outputs would be written to/],
  ['two outputs on standard output', ['--json', '-', '--report', 'csv=-'], /two outputs would be written to standard/],
  ['an input and an output in one file', ['--baseline', 'b.json', '--write-baseline', 'b.json'], /would be read/],
  ['a ledger that is a file', ['--ledger', 'b.json'], /cannot record in the ledger b\.json: it is not a folder/],
])('refuses %s before it scans', async (_, args, message) => {
  await writeFile(inFolder('b.json'), '{"format":"backproof-baseline","schemaVersion":2,"runId":"0","findings":[]}');
  const { status, stdout, stderr } = await backproof([...SCAN, ...args], {}, folder);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(message);
});

it('a run that cannot be recorded is not lost', async () => {
  const ledger = inFolder('ledger');
  const scanning = scanWorld(partial.world, {
    ledger,
    // Whatever took its place meanwhile.
    onProgress: ({ type }) => {
      if (type === 'scopeRead') void writeFile(ledger, '', { flag: 'wx' }).catch(() => undefined);
    },
  });
  const error = await scanning.catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(UnfinishedScanError);
  expect(error).toMatchObject({ inventory: { resources: expect.anything() }, run: { outcomes: expect.anything() } });
});

it('what was read is kept where its history cannot be used', async () => {
  const later = new Date(Date.now() + 86_400_000).toISOString();
  await backproof([...SCAN, '--now', later, '--save-inventory', inFolder('later.gz')]);
  const { status, stderr } = await backproof([...SCAN, '--history', inFolder('later.gz')], { TMPDIR: folder });
  expect(status).toBe(3);
  expect(stderr).toContain('backproof: cannot judge what was read: ');
  expect(stderr).toMatch(/The inventory is saved\. Write the rest again with: backproof evaluate \S+\n/);
});
