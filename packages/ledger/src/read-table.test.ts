import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { recoveryPoint, restoreJob } from '@backproof/testing';
import { all, day, inventoryOf, orders, recorded, richInventory } from './ledger.fixture.js';
import { readRows, readTable, readTableAt } from './read-table.js';
import { TABLES } from './tables/index.js';

/** More days than files are read ahead. */
const DAYS = Array.from({ length: 12 }, (_, n) => n);

/** A run a day, with one restore job each. */
function recordedDaily() {
  return recorded(...DAYS.map((n) => inventoryOf(day(n), { restoreJobs: [restoreJob(orders, { id: `job-${n}` })] })));
}

describe('reading a table', () => {
  it('opens no other day, and gives only what was so before a moment', async () => {
    const days = [0, 1, 2].map((n) => inventoryOf(day(n), { points: [recoveryPoint(orders)] }));
    const ledger = await recorded(...days);
    const takenAts = async (range: Parameters<typeof readRows>[2]) =>
      (await all(readRows(ledger, TABLES.runs, range))).map(({ takenAt }) => takenAt);
    expect(await takenAts({ since: '2026-11-23' })).toEqual([day(1), day(2)]);
    expect(await takenAts({ since: '2026-11-23', until: '2026-11-23' })).toEqual([day(1)]);
    expect(await takenAts({ before: day(1) })).toEqual([day(0)]);
    expect(await takenAts({ before: day(1) + 1 })).toEqual([day(0), day(1)]);
  });

  it('gives the columns that are asked for, the folders among them', async () => {
    const ledger = await recorded(richInventory());
    expect(await all(readTable(ledger, TABLES.restoreJobs, ['jobId', 'region']))).toMatchObject([
      { count: 1, rows: [0], columns: { jobId: ['restore-1'], region: ['eu-west-1'] } },
      { count: 1, rows: [0], columns: { jobId: ['restore-2'], region: ['eu-central-1'] } },
    ]);
  });

  it('gives a column without any value as absent values', async () => {
    const ledger = await recorded(richInventory());
    const [batch] = await all(readTable(ledger, TABLES.outcomes, ['ruleId', 'expiredWaiver']));
    expect(batch?.columns.expiredWaiver).toEqual(batch?.columns.ruleId.map(() => undefined));
  });

  it('gives the days in their order', async () => {
    const rows = await all(readRows(await recordedDaily(), TABLES.restoreJobs));
    expect(rows.map(({ jobId }) => jobId)).toEqual(DAYS.map((n) => `job-${n}`));
  });

  it('gives what stands in places that it told before', async () => {
    const ledger = await recordedDaily();
    const batches = await all(readTable(ledger, TABLES.restoreJobs, ['jobId']));
    const wanted = batches.filter(({ columns }) => ['job-3', 'job-11'].includes(columns.jobId[0] ?? ''));
    const places = new Map(wanted.map(({ part, rows }) => [part, new Set(rows)]));
    const again = await all(readTableAt(ledger, TABLES.restoreJobs, ['jobId', 'takenAt'], places));
    expect(again.map(({ columns }) => columns)).toEqual([
      { jobId: ['job-3'], takenAt: [day(3)] },
      { jobId: ['job-11'], takenAt: [day(11)] },
    ]);
  });

  it('gives of a part only the rows that are wanted', async () => {
    const restoreJobs = ['a', 'b', 'c'].map((id) => restoreJob(orders, { id }));
    const ledger = await recorded(inventoryOf(day(0), { restoreJobs }));
    const [batch] = await all(readTable(ledger, TABLES.restoreJobs, ['jobId']));
    const places = new Map([[batch?.part ?? '', new Set([0, 2])]]);
    expect(await all(readTableAt(ledger, TABLES.restoreJobs, ['jobId'], places))).toMatchObject([
      { rows: [0, 2], columns: { jobId: [batch?.columns.jobId[0], batch?.columns.jobId[2]] } },
    ]);
  });

  it('refuses a part that was changed or is missing', async () => {
    const ledger = await recorded(richInventory());
    const [path = ''] = [...ledger.parts.keys()].filter((each) => each.startsWith('kind=runs'));
    await appendFile(join(ledger.folder, path), 'x');
    await expect(all(readRows(ledger, TABLES.runs))).rejects.toThrow('was changed after it was recorded');
    await rm(join(ledger.folder, path));
    await expect(all(readRows(ledger, TABLES.runs))).rejects.toThrow('is missing');
  });

  it('gives what stands before a part that is missing', async () => {
    const ledger = await recordedDaily();
    const paths = [...ledger.parts.keys()].filter((each) => each.startsWith('kind=restore_jobs')).sort();
    await rm(join(ledger.folder, paths[2] ?? ''));
    const seen: string[] = [];
    const reading = async () => {
      for await (const { jobId } of readRows(ledger, TABLES.restoreJobs)) seen.push(jobId);
    };
    await expect(reading()).rejects.toThrow('is missing');
    expect(seen).toEqual(['job-0', 'job-1']);
  });
});
