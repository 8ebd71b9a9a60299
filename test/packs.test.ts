import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HOUR } from '@backproof/core';
import type { Run } from '@backproof/core';
import { startSandbox } from '@backproof/sandbox';
import type { Sandbox } from '@backproof/sandbox';
import { testCollector } from '@backproof/testing/collector';
import { acme, acmeSandbox, acmeWorld, arnOf } from './support/acme.js';
import { backproof } from './support/cli.js';
import type { CommandResult } from './support/cli.js';

const { now } = acmeWorld;
const type = 'acme:elasticache-group';
const automatic = { mechanism: 'pack-automatic-backups', retentionDays: 7 } as const;
const manual = { mechanism: 'pack-manual-backups', neverExpires: true } as const;

testCollector(acme, {
  sandbox: acmeSandbox,
  world: acmeWorld,
  resources: [
    { type, name: 'carts', tags: {} },
    { type, name: 'orders', tags: { owner: 'shop' } },
    { type, name: 'ranking' },
    { type, name: 'sessions' },
  ],
  nativeBackups: [
    { resourceArn: arnOf('carts'), ...manual, latestRestorableAt: now - 3 * HOUR },
    { resourceArn: arnOf('orders'), ...automatic, latestRestorableAt: now - 6 * HOUR },
    { resourceArn: arnOf('orders'), ...manual, latestRestorableAt: now - 400 * HOUR },
    { resourceArn: arnOf('sessions'), ...automatic, latestRestorableAt: now - 200 * HOUR },
  ],
});

describe('a type of a pack', () => {
  const PACK = join(import.meta.dirname, 'fixtures/acme-pack');
  let folder: string;
  let sandbox: Sandbox;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'backproof-packs-'));
    const files = {
      'backproof.config.yaml': { packs: [PACK], extends: ['acme/strict'], reports: { 'acme/chat': { bullet: '*' } } },
      'two.yaml': { packs: [PACK, PACK] },
      'one-type.yaml': { packs: [PACK], scope: { types: [type] } },
      'misspelt.yaml': { packs: [PACK], scope: { types: ['acme:elasticache-grup'] } },
    };
    for (const [name, value] of Object.entries(files)) await writeFile(join(folder, name), JSON.stringify(value));
    sandbox = await startSandbox({ world: acmeWorld, services: acmeSandbox, throttles: false });
    const reports = ['csv=all.csv', 'html=page.html', 'sarif=all.sarif', 'acme/chat=chat.txt'];
    scanned = await run(
      ...['scan', '--endpoint-url', sandbox.url, '--region', 'eu-west-1', '--now', new Date(now).toISOString()],
      ...[
        '--save-inventory',
        'saved.ndjson.gz',
        '--json',
        'run.json',
        ...reports.flatMap((each) => ['--report', each]),
      ],
    );
  });
  afterAll(async () => {
    await sandbox.close();
    await rm(folder, { recursive: true });
  });

  let scanned: CommandResult;
  const written = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
  function run(...args: readonly string[]): Promise<CommandResult> {
    const { accessKeyId, secretAccessKey } = sandbox.credentials;
    return backproof(args, { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey }, folder);
  }

  it('is judged by the backups of its service, by the preset of the pack, in every report', async () => {
    expect(scanned).toMatchObject({ status: 1, stderr: expect.not.stringContaining('incomplete') });
    const { outcomes } = JSON.parse(await written('run.json')) as Run;
    const judged = outcomes.map(({ ruleId, status, messageId, severity, subject }) =>
      [subject.name, ruleId, status, messageId, severity].join(' '),
    );
    expect(judged.filter((each) => each.includes('backup-coverage'))).toEqual([
      'carts backup-coverage fail service-backups-not-accepted critical',
      'orders backup-coverage pass service-backed-up critical',
      'ranking backup-coverage fail service-unprotected critical',
      'sessions backup-coverage fail service-backups-stale critical',
    ]);
    expect(judged.filter((each) => each.includes('acme/owner'))).toEqual([
      'carts acme/owner fail unnamed high',
      'orders acme/owner pass named high',
      'ranking acme/owner fail unnamed high',
      'sessions acme/owner fail unnamed high',
    ]);
    for (const name of ['all.csv', 'page.html']) expect(await written(name)).toContain(type);
    expect(await written('all.sarif')).toContain(arnOf('sessions'));
    expect(await written('chat.txt')).toContain('AWS Backup does not support its type.');
  });

  it('is judged alike from the file, in threads too', async () => {
    const evaluated = await run('evaluate', 'saved.ndjson.gz', '--json', 'again.json', '--workers', '2');
    expect(evaluated.status).toBe(1);
    expect(await written('again.json')).toBe(await written('run.json'));
  });

  it.each([
    ['without a configuration', '--no-config'],
    ['without its packs', '--no-packs'],
  ])('is not judged %s', async (_, flag) => {
    const { status, stdout, stderr } = await run('evaluate', 'saved.ndjson.gz', flag);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(
      flag === '--no-config'
        ? /type acme:elasticache-group, which no loaded pack declares/
        : /acme\/strict" belongs to a pack, and the packs are not loaded/,
    );
  });

  it('is not known to be all that there is where its service could not be read', async () => {
    const fault = { operation: 'elasticache:DescribeSnapshots', code: 'AccessDenied', message: 'no', status: 403 };
    const scopes = acmeWorld.scopes.map((scope) => ({ ...scope, faults: [fault] }));
    const denied = await startSandbox({ world: { ...acmeWorld, scopes }, services: acmeSandbox, throttles: false });
    try {
      const { status, stdout } = await run(
        'scan',
        '--endpoint-url',
        denied.url,
        '--region',
        'eu-west-1',
        '--config',
        'one-type.yaml',
      );
      expect(status).toBe(3);
      expect(stdout).toContain('elasticache:DescribeSnapshots');
    } finally {
      await denied.close();
    }
  });

  it('adds its part of the IAM policy, and is listed with the rules and presets', async () => {
    const policy = (await run('iam-policy')).stdout;
    expect(policy).toContain('"elasticache:DescribeReplicationGroups",\n        "elasticache:DescribeSnapshots"');
    expect(policy).toContain('"tag:GetResources"');
    const { stdout } = await run('rules');
    expect(stdout).toContain('preset acme/strict\n  backup-coverage  critical  maxAge: 12h\n  acme/owner  high\n');
    expect(stdout).toContain('type acme:elasticache-group\n  ElastiCache replication groups\n');
  });

  it('can be the only one that is judged, and explained', async () => {
    const only = await run('evaluate', 'saved.ndjson.gz', '--config', 'one-type.yaml', '--json', 'only.json');
    expect(only.status).toBe(1);
    const { outcomes } = JSON.parse(await written('only.json')) as Run;
    expect(new Set(outcomes.map(({ subject }) => subject.type))).toEqual(new Set([type]));
    const { stdout } = await run('explain', arnOf('orders'), '--inventory', 'saved.ndjson.gz');
    expect(stdout).toContain('automatic backups');
    expect((await run('scan', '--type', 'acme:elasticache-grup')).stderr).toContain(`Did you mean "${type}"?`);
  });

  it.each([
    ['two.yaml', 'its rule "acme/owner" already exists; give the pack another namespace'],
    ['misspelt.yaml', `Did you mean "${type}"?`],
  ])('is refused by one line: %s', async (name, cause) => {
    const { status, stderr } = await run('config', '--config', name);
    expect({ status, lines: stderr.trimEnd().split('\n').length }).toEqual({ status: 2, lines: 1 });
    expect(stderr).toContain(cause);
  });
});
