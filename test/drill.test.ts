import { demo, startSandbox } from '@backproof/sandbox';
import { expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backproof } from './support/cli.js';

it('a drill of the demo estate: it starts nothing, and says what would be left', async () => {
  const { status, stdout } = await backproof(['drill', '--sandbox']);
  // One resource of it follows a source that AWS does not name.
  expect(status).toBe(3);
  expect(stdout).toMatch(/^Nothing is started or changed\./);
  expect(stdout).toContain('\nresource deleted ');
  expect(stdout).toContain('\nhostile administrator ');
});

it('a drill only reads', async () => {
  const sandbox = await startSandbox({ world: demo.world, throttles: false });
  const { accessKeyId, secretAccessKey } = sandbox.credentials;
  await backproof(['drill', '--now', new Date(demo.world.now).toISOString()], {
    ...{ AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
    ...{ AWS_ENDPOINT_URL: sandbox.url, AWS_REGION: 'eu-west-1' },
  });
  await sandbox.close();
  const operations = new Set(sandbox.requests.map(({ operation }) => operation));
  expect(operations.has('ListRecoveryPointsByBackupVault')).toBe(true);
  expect([...operations].filter((name) => !/^(Describe|Get|List|Lookup|Select|Assume)/.test(name))).toEqual([]);
});

it('a drill as JSON has every resource and every loss', async () => {
  const { stdout } = await backproof(['drill', '--sandbox', '--format', 'json', '--lose', 'region,late=45d']);
  const found = JSON.parse(stdout) as {
    readonly losses: readonly { readonly kind: string }[];
    readonly byLoss: readonly { readonly struck: number }[];
    readonly resources: readonly { readonly arn: string; readonly survivals: readonly { readonly status: string }[] }[];
  };
  expect(found.losses.map(({ kind }) => kind)).toEqual(['region', 'late']);
  expect(found.byLoss.map(({ struck }) => struck)).toEqual([found.resources.length, found.resources.length]);
  const statuses = new Set(found.resources.flatMap(({ survivals }) => survivals.map((survival) => survival.status)));
  expect([...statuses].sort()).toEqual(['follows', 'lost', 'survives', 'unknown']);
});

it.each([
  [['--lose', 'flood'], '"flood" is not a loss. Write --lose deletion, late=30d, region'],
  [['--lose', 'late'], '"late" is not a loss.'],
  [['--lose', 'account=12'], '"account=12" is not a loss.'],
  [['--lose', 'deletion=1'], '"deletion=1" is not a loss.'],
  [['--rule', 'restore-test'], 'a drill judges by no rule. Leave out --rule.'],
  [['--group-by', 'application'], '"application" is not a group. Write --group-by tag:application.'],
])('a drill of %j ends with one line', async (flags, line) => {
  const { status, stderr } = await backproof(['drill', '--sandbox', ...flags]);
  expect(status).toBe(2);
  expect(stderr).toContain(line);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

it('a drill against an earlier inventory begins with what no longer comes back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'backproof-drill-'));
  const [before, after] = ['2026-07-01', '2026-09-30'].map((day) => ({ day, path: join(folder, `${day}.ndjson`) }));
  if (before === undefined || after === undefined) throw new Error('there are two days');
  for (const { day, path } of [before, after]) {
    await backproof(['scan', '--sandbox', 'quarter', '--now', `${day}T12:00:00Z`, '--save-inventory', path]);
  }
  const { stdout } = await backproof(['drill', '--inventory', after.path, '--against', before.path]);
  expect(stdout.split('\n')[2]).toMatch(/^(No longer comes back as on|Compared with) 2026-07-01 12:00 UTC: /);
  expect(stdout).toContain('\nBest single change: ');
  const json = await backproof(['drill', '--inventory', after.path, '--against', before.path, '--format', 'json']);
  const { against } = JSON.parse(json.stdout) as { readonly against: { readonly before: string } };
  expect(against.before).toBe('2026-07-01T12:00:00.000Z');

  const backwards = await backproof(['drill', '--inventory', before.path, '--against', after.path]);
  expect(backwards.stderr).toContain('was taken later than what it is compared with. Name an earlier inventory.');
  const ofFolder = await backproof(['drill', '--inventory', after.path, '--against', folder]);
  expect(ofFolder.stderr).toContain('is a folder: a ledger does not record recovery points.');
  expect([backwards.status, ofFolder.status]).toEqual([2, 2]);
  await rm(folder, { recursive: true });
});

it.each([
  ['html', '<!DOCTYPE html>', '<h1>What would be left?</h1>'],
  ['markdown', '# What would be left?', '## Resources, the worst first (134)'],
])('a drill as %s is written to a file, whole', async (format, start, part) => {
  const folder = await mkdtemp(join(tmpdir(), 'backproof-drill-'));
  const out = join(folder, 'drill');
  const { stdout } = await backproof(['drill', '--sandbox', '--format', format, '--out', out]);
  const written = await readFile(out, 'utf8');
  await rm(folder, { recursive: true });
  expect(stdout).toBe('');
  expect(written.startsWith(start)).toBe(true);
  expect(written).toContain(part);
});

it('a drill of a replica does not count it as lost with its source', async () => {
  const { stdout } = await backproof(['drill', '--sandbox', '--lose', 'region']);
  expect(stdout).toMatch(/\n {2}follows {5}6 of 134\n/);
});
