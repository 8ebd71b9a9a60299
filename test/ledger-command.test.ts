import { generateKeyPairSync, verify } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openInventory, openLedger, readHistory } from 'backproof';
import type { Run } from 'backproof';
import { backproof } from './support/cli.js';

const DAY = 24 * 60 * 60 * 1000;

let folder: string;
let ledger: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-'));
  ledger = join(folder, 'ledger');
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const inFolder = (name: string): string => join(folder, name);
const statusesOf = (run: Run, ruleId: string) =>
  run.outcomes.filter((outcome) => outcome.ruleId === ruleId).map(({ messageId }) => messageId);

describe('a ledger', () => {
  it('takes a scan', async () => {
    const args = ['scan', '--sandbox', 'partial', '--ledger', ledger, '--save-inventory', inFolder('seen.gz')];
    const first = await backproof(args);
    expect(first.status).toBe(3);
    const { manifests } = await openLedger(ledger);
    expect(first.stderr).toContain(`recorded as manifest 1 of the ledger, SHA-256 ${String(manifests[0]?.sha256)}\n`);
  });

  it('takes a saved inventory, judged by what was known then', async () => {
    const recorded = await backproof(['record', inFolder('seen.gz'), '--ledger', inFolder('other')]);
    expect(recorded).toMatchObject({ status: 0, stderr: '' });
    expect(recorded.stdout).toMatch(/^recorded as manifest 1 of the ledger, SHA-256 [0-9a-f]{64}\n$/);
    expect((await openLedger(inFolder('other'))).manifests[0]?.id).toBe((await openLedger(ledger)).manifests[0]?.id);
  });

  it('has a run once', async () => {
    const again = await backproof(['record', inFolder('seen.gz'), '--ledger', ledger]);
    expect(again.stdout).toMatch(/^already recorded as manifest 1 of the ledger/);
  });

  it('is read and not written by evaluate', async () => {
    const { takenAt } = await openInventory(inFolder('seen.gz'));
    const before = await readdir(ledger, { recursive: true });
    const args = ['evaluate', inFolder('seen.gz'), '--ledger', ledger, '--json', '-'];
    const { stdout } = await backproof(args);
    const run = JSON.parse(stdout) as Run;
    expect(statusesOf(run, 'restore-test').length).toBeGreaterThan(0);
    expect(await readdir(ledger, { recursive: true })).toEqual(before);
    expect((await readHistory(ledger, takenAt + DAY)).jobHistories.length).toBeGreaterThan(0);
  });

  it('is verified, and shows what was changed', async () => {
    expect((await backproof(['ledger', 'verify', '--ledger', ledger])).stdout).toMatch(
      /^intact: 1 manifest, \d+ parts; last manifest 1, SHA-256 [0-9a-f]{64}\n$/,
    );
    const head = 'a'.repeat(64);
    const { status, stdout } = await backproof(['ledger', 'verify', '--ledger', ledger, '--head', head]);
    expect(status).toBe(1);
    expect(stdout).toContain(
      `_manifests: no manifest has the hash ${head}: the newest were removed, or the ledger was rewritten\n`,
    );
    expect(stdout).toContain('NOT INTACT: 1 fault;');
  });

  it('is signed, and its signature can be checked without this tool', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    await writeFile(inFolder('key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await writeFile(inFolder('public.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
    const signed = await backproof(['ledger', 'sign', '--ledger', ledger, '--key', inFolder('key.pem')]);
    expect(signed.stdout).toMatch(/^signed manifest 1 of the ledger/);
    const args = ['ledger', 'verify', '--ledger', ledger, '--public-key', inFolder('public.pem')];
    expect((await backproof(args)).status).toBe(0);
    const manifest = join(ledger, '_manifests/000000000001.json');
    const names = await readdir(join(ledger, '_manifests'));
    const signature = join(ledger, '_manifests', names.find((name) => name.endsWith('.sig')) ?? '');
    expect(verify(null, await readFile(manifest), publicKey, await readFile(signature))).toBe(true);
  });

  it('takes jobs of a report file and of a log once, and knows them ever after', async () => {
    const point = 'arn:aws:backup:eu-west-1:111111111111:recovery-point:1EB3B5E7';
    const columns = 'accountId,region,restoreJobId,jobStatus,creationDate,completionDate,recoveryPointArn';
    const job = `111111111111,eu-west-1,restore-1,COMPLETED,2026-08-10T12:00:00Z,2026-08-10T13:00:00Z,${point}`;
    await writeFile(inFolder('restores.csv'), `${columns}\n${job}\n`);
    const event = {
      eventTime: '2026-08-11T12:00:00Z',
      eventSource: 'backup.amazonaws.com',
      eventName: 'StartRestoreJob',
      awsRegion: 'eu-west-1',
      recipientAccountId: '111111111111',
      requestParameters: { recoveryPointArn: point },
      responseElements: { restoreJobId: 'restore-2' },
    };
    await writeFile(inFolder('trail.json.gz'), gzipSync(JSON.stringify({ Records: [event] })));
    await writeFile(inFolder('quiet.json'), '{"Records":[]}');
    const imported = inFolder('imported');
    const files = ['restores.csv', 'trail.json.gz', 'quiet.json'].map(inFolder);
    const first = await backproof(['ledger', 'import', ...files, '--ledger', imported]);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout.replaceAll(folder, '').replaceAll(/[0-9a-f]{64}/g, 'HASH')).toBe(
      [
        '/restores.csv: 1 restore job; recorded as manifest 1 of the ledger, SHA-256 HASH',
        '/trail.json.gz: 1 restore job; recorded as manifest 2 of the ledger, SHA-256 HASH',
        '/quiet.json: contains no jobs\n',
      ].join('\n'),
    );
    const again = await backproof(['ledger', 'import', ...files, '--ledger', imported]);
    expect(again.stdout).toContain('already recorded as manifest 2');
    expect((await openLedger(imported)).manifests.map((manifest) => manifest.action)).toEqual(['import', 'import']);
    const { restoreJobs, jobHistories } = await readHistory(imported, Date.parse('2026-11-22T12:00:00Z'));
    expect(restoreJobs.map(({ id, origin, status }) => [id, origin, status])).toEqual([
      ['restore-1', 'audit-manager', 'COMPLETED'],
      ['restore-2', 'cloudtrail', 'STARTED'],
    ]);
    expect(jobHistories).toEqual([]);
  });

  it('is exported, compacted and pruned', async () => {
    const { stdout } = await backproof(['ledger', 'export', 'runs', '--ledger', ledger, '--since', '2026-01-01']);
    expect(JSON.parse(stdout)).toMatchObject({ gate: 'incomplete', header: { tool: { name: 'backproof' } } });
    const csv = await backproof(['ledger', 'export', 'outcomes', '--ledger', ledger, '--format', 'csv']);
    expect(csv.stdout.split('\r\n')[0]).toMatch(/^run_id,taken_at,account,region,rule_id,/);
    expect(await backproof(['ledger', 'compact', '--ledger', ledger])).toMatchObject({ status: 0 });
    const pruned = await backproof(['ledger', 'prune', '--ledger', ledger, '--keep-years', '7']);
    expect(pruned).toMatchObject({ status: 0, stdout: 'nothing to do; 0 files removed\n' });
  });
});

describe('a fault of the user is told in one line', () => {
  const cases: readonly [story: string, args: () => readonly string[], line: () => string][] = [
    ['no ledger to record in', () => ['record', inFolder('seen.gz')], () => 'no ledger given. Write --ledger FOLDER.'],
    [
      'a file to import that is none',
      () => ['ledger', 'import', inFolder('key.pem'), '--ledger', inFolder('nowhere')],
      () =>
        `${inFolder('key.pem')}: it is neither a job report of AWS Backup Audit Manager, in CSV or JSON, nor a log of CloudTrail, nor an event of EventBridge`,
    ],
    [
      'a file to import that is not there',
      () => ['ledger', 'import', inFolder('gone.csv'), '--ledger', inFolder('nowhere')],
      () => `cannot import ${inFolder('gone.csv')}: ENOENT: no such file or directory, open '${inFolder('gone.csv')}'`,
    ],
    [
      'no ledger there',
      () => ['ledger', 'verify', '--ledger', inFolder('nowhere')],
      () => `no ledger in ${inFolder('nowhere')}. Record a run with: backproof scan --ledger FOLDER`,
    ],
    [
      'an unknown table',
      () => ['ledger', 'export', 'restore_job', '--ledger', ledger],
      () => 'table "restore_job" is not known. Did you mean "restore_jobs"?',
    ],
    [
      'no day',
      () => ['ledger', 'export', 'runs', '--ledger', ledger, '--since', 'yesterday'],
      () => '"yesterday" is not a valid day. Write --since 2026-11-22.',
    ],
    [
      'a key that is none',
      () => ['ledger', 'sign', '--ledger', ledger, '--key', inFolder('seen.gz')],
      () =>
        `cannot use the key ${inFolder('seen.gz')}: not an unencrypted private key in PEM. Create a key pair with: openssl genpkey -algorithm ed25519 -out key.pem; openssl pkey -in key.pem -pubout -out public.pem`,
    ],
    [
      'no number of years',
      () => ['ledger', 'prune', '--ledger', ledger, '--keep-years', 'all'],
      () => '--keep-years must be a whole number, 1 or more; got NaN',
    ],
  ];
  it.each(cases)('%s', async (_, args, line) => {
    expect(await backproof(args())).toEqual({ status: 2, stdout: '', stderr: `backproof: ${line()}\n` });
  });
});
