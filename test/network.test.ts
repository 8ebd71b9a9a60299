import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { backproof } from './support/cli.js';

const PRELOAD = join(import.meta.dirname, 'support/record-connections.mjs');

let folder: string;
const inFolder = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-network-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The hosts that a run of the command connects to or looks up. */
async function hostsOf(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const log = inFolder('connections');
  await writeFile(log, '');
  const { status } = await backproof(args, { NODE_OPTIONS: `--import=${PRELOAD}`, CONNECTIONS: log, ...env }, folder);
  const lines = (await readFile(log, 'utf8')).split('\n').filter((line) => line !== '');
  return { status, hosts: [...new Set(lines)].sort() };
}

const SAVE = ['--save-inventory', 'i.gz', '--json', 'run.json', '--ledger', 'ledger', '--report', 'html=r.html'];

describe('the command connects to', () => {
  it('the sandbox and nothing else, with every output', async () => {
    expect(await hostsOf(['scan', '--sandbox', 'china', ...SAVE])).toEqual({ status: 1, hosts: ['127.0.0.1'] });
  });

  it('AWS and nothing else', async () => {
    const env = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLEEXAMPLE00', AWS_SECRET_ACCESS_KEY: 'x', AWS_MAX_ATTEMPTS: '1' };
    const { status, hosts } = await hostsOf(['scan', '--region', 'eu-west-1'], env);
    expect(status).toBe(2);
    expect(hosts.length).toBeGreaterThan(0);
    for (const host of hosts) expect(host).toMatch(/^[a-z0-9.-]+\.amazonaws\.com$/);
  });

  it.each([
    [['evaluate', 'i.gz', '--report', 'sarif=r.sarif']],
    [['report', 'run.json', '--report', 'junit=r.xml']],
    [['explain', 'arn:aws-cn:ec2:x', '--inventory', 'i.gz']],
    [['record', 'i.gz', '--ledger', 'other']],
    [['ledger', 'verify', '--ledger', 'ledger']],
    [['audit', '--ledger', 'ledger', '--quarter', '2026-Q4', '--out', 'audit.html']],
    [['rules']],
    [['config']],
    [['init']],
    [['--version']],
  ])('nothing: %j', async (args) => {
    expect((await hostsOf(args)).hosts).toEqual([]);
  });
});
