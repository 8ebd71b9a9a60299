import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { partial, startSandbox } from '@backproof/sandbox';
import type { Sandbox } from '@backproof/sandbox';
import { openInventory } from 'backproof';
import { backproof, start } from './support/cli.js';
import { credentialsIn, RECOMMENDED_RULES } from './support/estate-scan.js';

let folder: string;
let sandbox: Sandbox;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-'));
  sandbox = await startSandbox({ world: partial.world });
  await writeFile(join(folder, 'notes.txt'), 'not gzipped');
  await writeFile(
    join(folder, 'foreign.gz'),
    gzipSync('{"format":"backproof-inventory","schemaVersion":9,"takenAt":0}\n'),
  );
  await writeFile(join(folder, 'other.gz'), gzipSync('{"a":1}\n'));
  await writeFile(join(folder, 'older.gz'), emptyInventory(0));
  await writeFile(join(folder, 'newer.gz'), emptyInventory(24 * 60 * 60 * 1000));
  await writeFile(join(folder, 'cut.gz'), gzipSync('{"format":"backproof-inventory","schemaVersion":1,"takenAt":0}\n'));
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

describe('a fault of the user is told in one line, with the way out, and ends with 2', () => {
  const keys = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' };
  const cases: readonly [story: string, args: readonly string[], line: string, env?: Record<string, string>][] = [
    ['an unknown command', ['scann'], "unknown command 'scann' (Did you mean scan?)"],
    ['an unknown flag', ['scan', '--regoin', 'a'], "unknown option '--regoin' (Did you mean --region?)"],
    [
      'an unknown rule',
      ['scan', '--sandbox', '--rule', 'backup-covrage'],
      'rule "backup-covrage" is not known. Did you mean "backup-coverage"?',
    ],
    [
      'an unknown type',
      ['scan', '--sandbox', '--type', 'Lambda'],
      'resource type "Lambda" is not known. Choose one of: EC2, EBS, RDS, Aurora, DocumentDB, Neptune, DynamoDB, EFS, FSx, Storage Gateway, S3, Redshift, Redshift Serverless, EKS, Timestream, DSQL, SAP HANA on Amazon EC2, VirtualMachine, CloudFormation.',
    ],
    [
      'an unknown reason',
      ['scan', '--sandbox', '--include', 'spots'],
      'reason "spots" is not known. Did you mean "spot"?',
    ],
    [
      'a tag without a key',
      ['scan', '--sandbox', '--tag', '=a'],
      'tag "=a" has no key. Write --tag Environment=production.',
    ],
    ['an unknown estate', ['scan', '--sandbox', 'dmeo'], 'estate "dmeo" is not known. Did you mean "demo"?'],
    [
      'flags that exclude each other',
      ['scan', '--sandbox', '--profile', 'a'],
      "option '--sandbox [estate]' cannot be used with option '--profile <name>'",
    ],
    [
      'an impossible Region',
      ['scan', '--region', 'europe'],
      '"europe" is not the name of an AWS Region. Regions are named like eu-west-1.',
      keys,
    ],
    [
      'no moment',
      ['scan', '--sandbox', '--now', 'yesterday'],
      '"yesterday" is not a valid timestamp. Write --now 2026-11-22T12:00:00Z.',
    ],
    [
      'no URL',
      ['scan', '--endpoint-url', 'localhost:1'],
      '"localhost:1" is not a valid URL. Write --endpoint-url http://localhost:4566.',
    ],
    ['no such port', ['sandbox', '--port', '99999'], '"99999" is not a valid port. Write --port 4566.'],
    ['no Region', ['scan'], "no AWS Region. Name one or ask for all, or set AWS_REGION or the profile's region.", keys],
    [
      'nobody at the endpoint',
      ['scan', '--region', 'eu-west-1', '--endpoint-url', 'http://127.0.0.1:1'],
      "cannot reach http://127.0.0.1:1: ECONNREFUSED. Check the endpoint's URL, and that the endpoint is running.",
      keys,
    ],
  ];
  it.each(cases)('%s', async (_story, args, line, ...[env]) => {
    expect(await backproof(args, env)).toEqual({ status: 2, stdout: '', stderr: `backproof: ${line}\n` });
  });

  it('no command, after the help', async () => {
    const { status, stdout, stderr } = await backproof([]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^Usage: backproof .*backproof: no command given\. See: backproof --help\n$/s);
  });

  it('no credentials', async () => {
    const { status, stdout, stderr } = await backproof(['scan', '--region', 'eu-west-1']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^backproof: no AWS credentials: .*set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY\.\n$/);
  });

  it('a Region that AWS does not have', async () => {
    const args = ['scan', '--region', 'eu-west-1,eu-west-9', '--endpoint-url', sandbox.url];
    const { status, stderr } = await backproof(args, credentialsIn(sandbox));
    expect(status).toBe(2);
    expect(stderr).toMatch(/^backproof: AWS has no Region eu-west-9\. Account \d+ has [a-z0-9, -]+\.\n$/);
  });

  it('a role that cannot be assumed', async () => {
    const role = 'arn:aws:iam::999999999999:role/Backproof';
    const args = ['scan', '--region', 'eu-west-1', '--endpoint-url', sandbox.url, '--role-arn', role];
    const { status, stderr } = await backproof(args, credentialsIn(sandbox));
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^backproof: cannot assume arn:aws:iam::999999999999:role\/Backproof: AccessDenied.*trust policy must name .*\n$/,
    );
  });

  it('a resource that was not seen', async () => {
    const { status, stderr } = await backproof([
      'explain',
      'arn:aws:ec2:eu-west-1:1:volume/vol-1',
      '--sandbox',
      'china',
    ]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/backproof: resource "arn:aws:ec2:eu-west-1:1:volume\/vol-1" not found in .*\n$/);
  });

  const inventories: readonly [file: string, cause: string][] = [
    ['missing.gz', 'ENOENT: no such file or directory'],
    ['notes.txt', 'it is not gzip, or damaged: incorrect header check'],
    ['other.gz', 'it is not an inventory of Backproof'],
    ['cut.gz', 'it is truncated after line 1'],
  ];
  it.each(inventories)('an inventory that cannot be read: %s', async (file, cause) => {
    const { status, stdout, stderr } = await backproof(['evaluate', join(folder, file)]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`backproof: cannot read the inventory ${join(folder, file)}: ${cause}`);
    expect(stderr.split('\n')).toHaveLength(2);
  });

  it('an inventory of a later version', async () => {
    const path = join(folder, 'foreign.gz');
    expect(await backproof(['evaluate', path])).toEqual({
      status: 2,
      stdout: '',
      stderr: `backproof: ${path} was written by schema 9; this version reads 1 to 2. Update backproof.\n`,
    });
  });

  it('a history that cannot be read, before anything is read from AWS', async () => {
    const path = join(folder, 'missing.gz');
    const { status, stdout, stderr } = await backproof(['scan', '--sandbox', 'partial', '--history', path]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`backproof: cannot read the inventory ${path}: ENOENT: no such file or directory`);
  });

  it('a history that is newer than the inventory', async () => {
    const [older, newer] = ['older.gz', 'newer.gz'].map((file) => join(folder, file));
    expect(await backproof(['evaluate', older ?? '', '--history', newer ?? ''])).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'backproof: an inventory of 1970-01-02T00:00:00.000Z cannot be the history of one of 1970-01-01T00:00:00.000Z. Evaluate the newer one, with the older one as its history.\n',
    });
  });

  it('a file that cannot be written, before anything is read from AWS', async () => {
    const path = join(folder, 'nowhere', 'run.json');
    const before = await readdir(folder);
    const { status, stderr } = await backproof(['scan', '--sandbox', 'partial', '--json', path]);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `backproof: cannot write ${path}: the folder ${join(folder, 'nowhere')} does not exist or is read-only. Create it first.\n`,
    });
    expect(await readdir(folder)).toEqual(before);
  });
});

describe('the command', () => {
  it('lists the rules, and what each preset makes of them', async () => {
    const { status, stdout } = await backproof(['rules']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^backup-coverage {2}2\.\d+\.\d+ {2}up to critical\n/);
    const [, recommended = '', strict = ''] = stdout.split(/^preset \w+\n/m);
    for (const { id, options } of RECOMMENDED_RULES) {
      expect(recommended).toMatch(new RegExp(`^ {2}${id} {2}(up to )?(critical|high|medium)$`, 'm'));
      expect(strict).toMatch(new RegExp(`^ {2}${id} {2}`, 'm'));
      for (const name of Object.keys(options.strict ?? {})) expect(strict).toContain(`${name}: `);
    }
  });

  it('prints the page of a rule', async () => {
    const page = await readFile(join(import.meta.dirname, '../rules/restore-test/README.md'), 'utf8');
    expect(await backproof(['rules', 'restore-test', '--docs'])).toEqual({ status: 0, stdout: page, stderr: '' });
  });

  it('writes the run alone to standard output, and the report elsewhere', async () => {
    const { status, stdout, stderr } = await backproof(['scan', '--sandbox', 'partial', '--json', '-']);
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 3, tool: { name: 'backproof' } });
    expect(stderr).toContain('Gate failed: the run is incomplete.');
  });

  it('judges only what is asked for, and says what it left out', async () => {
    const args = ['scan', '--sandbox', '--type', 'EBS,efs', '--rule', 'backup-coverage', '--json', '-'];
    const { outcomes, excluded } = JSON.parse((await backproof(args)).stdout) as {
      outcomes: { subject: { type: string } }[];
      excluded: { reason: string }[];
    };
    expect(new Set(outcomes.map(({ subject }) => subject.type))).toEqual(new Set(['EBS', 'EFS']));
    expect(excluded.filter(({ reason }) => reason === 'not-selected').length).toBeGreaterThan(40);
  });

  it('judges ephemeral machines where they are included', async () => {
    const subjects = ['--type', 'EC2', '--include', 'spot', '--rule', 'backup-coverage'];
    const { stdout } = await backproof(['scan', '--sandbox', ...subjects, '--json', '-']);
    const { excluded } = JSON.parse(stdout) as { excluded: { reason: string }[] };
    expect(excluded.map(({ reason }) => reason)).not.toContain('spot');
    expect(excluded.map(({ reason }) => reason)).toContain('auto-scaling');
  });

  it('keeps what earlier scans knew of jobs, in one file after the other', async () => {
    const [first, second] = [join(folder, 'first.gz'), join(folder, 'second.gz')];
    await backproof(['scan', '--sandbox', 'partial', '--save-inventory', first]);
    await backproof(['scan', '--sandbox', 'partial', '--history', first, '--save-inventory', second]);
    const [before, after] = [await openInventory(first), await openInventory(second)];
    const live = before.jobHistories.filter(({ origin }) => origin === 'live');
    expect(after.jobHistories.filter(({ origin }) => origin === 'live')).toEqual(live);
    expect(after.jobHistories.filter(({ origin }) => origin === 'inventory')).toHaveLength(live.length);
    expect(before.jobHistories.length).toBeGreaterThan(0);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends upon %s with %i, and leaves nothing half-written', async (signal, status) => {
    const before = await readdir(folder);
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const args = ['scan', '--region', 'eu-west-1', '--endpoint-url', urlOf(silent), '--json', join(folder, 'run.json')];
    const { child, result } = start(args, credentialsIn(sandbox));
    await once(silent, 'request');
    child.kill(signal);
    expect(await result).toEqual({ status, stdout: '', stderr: '' });
    expect(await readdir(folder)).toEqual(before);
    silent.closeAllConnections();
    silent.close();
  });

  it('keeps a sandbox running for other tools, until it is interrupted', async () => {
    const { child, result } = start(['sandbox', '--port', '0', '--estate', 'partial']);
    const printed = await firstLines(child.stdout, 'Ctrl+C');
    const [, url = ''] = /AWS_ENDPOINT_URL=(\S+)/.exec(printed) ?? [];
    const [, now = ''] = /--now (\S+)/.exec(printed) ?? [];
    const scan = ['scan', '--region', 'eu-west-1', '--now', now, '--json', '-'];
    const { status, stdout } = await backproof(scan, { ...credentialsIn(sandbox), AWS_ENDPOINT_URL: url });
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ now });
    child.kill('SIGINT');
    expect((await result).status).toBe(0);
  });
});

function emptyInventory(takenAt: number): Buffer {
  return gzipSync(
    `{"format":"backproof-inventory","schemaVersion":1,"takenAt":${takenAt}}\n{"end":"backproof-inventory","lines":1}\n`,
  );
}

function urlOf(server: Server): string {
  const address = server.address();
  return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
}

/** What a process has printed once it has printed a text. */
async function firstLines(stream: Readable, end: string): Promise<string> {
  let printed = '';
  while (!printed.includes(end)) {
    const [piece] = (await once(stream, 'data')) as [Buffer];
    printed += piece.toString();
  }
  return printed;
}
