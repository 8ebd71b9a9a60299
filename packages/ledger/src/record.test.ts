import { readdir } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { defined } from '@backproof/core';
import { bunker, home, NOW, recoveryPoint, restoreJob } from '@backproof/testing';
import { openLedger } from './chain.js';
import { all, day, emptyFolder, inventoryOf, orders, recorded, richInventory, runOf } from './ledger.fixture.js';
import { LedgerError } from './ledger-error.js';
import { readRows } from './read-table.js';
import { recordImport, recordRun } from './record.js';
import { TABLES } from './tables/index.js';
import { restoreJobOf } from './tables/jobs.js';

describe('a recorded run', () => {
  const inventory = richInventory();
  const run = runOf(inventory);
  const at = { runId: run.id, takenAt: NOW };

  it('gives back its jobs as they were', async () => {
    const ledger = await recorded(inventory);
    const jobs = (await all(readRows(ledger, TABLES.restoreJobs))).map(restoreJobOf);
    expect(jobs).toEqual(inventory.restoreJobs.map((job) => ({ ...job, origin: 'ledger' })));
    expect(await all(readRows(ledger, TABLES.copyJobs))).toEqual([
      expect.objectContaining({
        ...at,
        jobId: 'copy-1',
        destinationLifecycle: { deleteAfterDays: 30 },
        origin: 'live',
      }),
    ]);
    expect(await all(readRows(ledger, TABLES.backupJobs))).toHaveLength(2);
  });

  it('gives back of its points the newest of each vault and status', async () => {
    const points = [
      recoveryPoint(orders, { age: '7h', sizeBytes: 0 }),
      recoveryPoint(orders, { age: '31h' }),
      recoveryPoint(orders, { age: '1h', status: 'CREATING' }),
      recoveryPoint(orders, { age: '40h', vaultArn: 'arn:aws:backup:eu-central-1:222222222222:backup-vault:bunker' }),
    ];
    const rows = await all(readRows(await recorded(inventoryOf(NOW, { points })), TABLES.newestPoints));
    expect(rows.map(({ region, recoveryPointArn }) => [region, recoveryPointArn]).sort()).toEqual(
      [points[0], points[2], points[3]].map((point, i) => [i === 2 ? bunker.region : home.region, point?.arn]).sort(),
    );
    const { arn, ...newest } = points[0] ?? recoveryPoint(orders);
    expect(rows).toContainEqual({
      ...at,
      runId: expect.any(String),
      ...newest,
      recoveryPointArn: arn,
      awsPartition: 'aws',
      account: home.accountId,
      region: home.region,
    });
  });

  it('gives back its outcomes, populations, known times and header', async () => {
    const ledger = await recorded(inventory);
    const [outcome] = run.outcomes;
    expect(await all(readRows(ledger, TABLES.outcomes))).toEqual([
      {
        ...at,
        account: home.accountId,
        region: home.region,
        ruleId: 'always-fails',
        resourceArn: orders.arn,
        resourceType: 'RDS',
        resourceName: 'orders',
        status: 'fail',
        severity: 'medium',
        disposition: 'open',
        messageId: 'no',
        message: 'orders is not good enough, "ever",\nagain',
        data: { name: 'orders' },
        evidence: outcome?.evidence,
        gaps: [],
      },
    ]);
    expect(await all(readRows(ledger, TABLES.populations))).toHaveLength(run.populations.length);
    expect(await all(readRows(ledger, TABLES.jobHistories))).toHaveLength(inventory.jobHistories.length);
    const [row] = await all(readRows(ledger, TABLES.runs));
    expect(row).toMatchObject({
      ...at,
      judgedAt: NOW,
      toolVersion: '1.2.3',
      gate: 'violations',
      scopes: 1,
      outcomes: 1,
      populations: 3,
    });
    const { outcomes, populations, protection } = run;
    expect({ ...row?.header, outcomes, populations, protection, excluded: [] }).toEqual(run);
  });

  it('has the values of two tags of each resource if they are named, and of no other tag', async () => {
    const owned = { ...inventory, resources: [{ ...orders, tags: { Owner: 'shop', pin: '1234' } }] };
    const folder = await emptyFolder();
    await recordRun(folder, owned, run, { ownerTag: 'Owner', systemTag: 'System' });
    const ledger = await openLedger(folder);
    expect(await all(readRows(ledger, TABLES.outcomes))).toMatchObject([{ owner: 'shop', system: '' }]);
    expect(await all(readRows(ledger, TABLES.runs))).toMatchObject([{ ownerTag: 'Owner', systemTag: 'System' }]);
  });

  it('has no value of a tag that could not be read', async () => {
    const unread = { ...inventory, resources: [defined({ ...orders, tags: undefined })] };
    const folder = await emptyFolder();
    await recordRun(folder, unread, run, { ownerTag: 'Owner' });
    const [row] = await all(readRows(await openLedger(folder), TABLES.outcomes));
    expect(row).not.toHaveProperty('owner');
  });

  it('is one, however often it is recorded', async () => {
    const folder = await emptyFolder();
    const first = await recordRun(folder, inventory, run);
    const files = await readdir(folder, { recursive: true });
    const again = await recordRun(folder, inventory, run);
    expect([first.added, again.added]).toEqual([true, false]);
    expect(again.manifest).toEqual(first.manifest);
    expect(await readdir(folder, { recursive: true })).toEqual(files);
  });

  it('leaves nothing but its parts and its manifest', async () => {
    const { folder, parts } = await recorded(inventory);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    expect(files.sort()).toEqual(
      [...[...parts.keys()].map((path) => path.slice(path.lastIndexOf('/') + 1)), '000000000001.json'].sort(),
    );
  });

  it('cannot lead out of the folder', async () => {
    const evil = inventoryOf(NOW, { restoreJobs: [restoreJob(orders, { scope: { ...home, region: '../../etc' } })] });
    const folder = await emptyFolder();
    await expect(recordRun(folder, evil, runOf(evil))).rejects.toThrow(
      new LedgerError('"../../etc" is not a valid region, so it cannot be recorded'),
    );
    expect((await openLedger(folder)).manifests).toEqual([]);
  });
});

describe('a later run', () => {
  const running = restoreJob(orders, { id: 'a', createdAt: day(-1), status: 'RUNNING' });
  const jobIds = async (ledger: Awaited<ReturnType<typeof recorded>>) =>
    (await all(readRows(ledger, TABLES.restoreJobs))).map(({ jobId, takenAt }) => [jobId, takenAt]);

  it('adds only the jobs that say something new', async () => {
    const ended = { ...running, status: 'COMPLETED' };
    const other = restoreJob(orders, { id: 'b', createdAt: day(0) });
    const ledger = await recorded(
      inventoryOf(day(0), { restoreJobs: [running] }),
      inventoryOf(day(1), { restoreJobs: [running, other] }),
      inventoryOf(day(2), { restoreJobs: [ended, other] }),
    );
    expect(await jobIds(ledger)).toEqual([
      ['a', day(0)],
      ['b', day(1)],
      ['a', day(2)],
    ]);
  });

  it('adds all jobs that were not known when its inventory was taken, whatever was recorded of later days', async () => {
    const ledger = await recorded(
      inventoryOf(day(5), { restoreJobs: [running] }),
      inventoryOf(day(1), { restoreJobs: [running] }),
    );
    expect(await jobIds(ledger)).toEqual([
      ['a', day(1)],
      ['a', day(5)],
    ]);
  });

  it('adds what AWS listed, though a report file said the same', async () => {
    const folder = await emptyFolder();
    const imported = inventoryOf(day(0), { restoreJobs: [{ ...running, origin: 'audit-manager' }] });
    await recordImport(folder, imported, [{ name: 'report.csv', sha256: 'f'.repeat(64) }]);
    for (const takenAt of [day(1), day(2)]) {
      const inventory = inventoryOf(takenAt, { restoreJobs: [running] });
      await recordRun(folder, inventory, runOf(inventory));
    }
    const rows = await all(readRows(await openLedger(folder), TABLES.restoreJobs));
    expect(rows.map(({ origin }) => origin)).toEqual(['audit-manager', 'live']);
  });
});
