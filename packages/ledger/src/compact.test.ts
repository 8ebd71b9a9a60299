import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson, HOUR } from '@backproof/core';
import { restoreJob } from '@backproof/testing';
import { openLedger } from './chain.js';
import type { Ledger } from './chain.js';
import { compactLedger } from './compact.js';
import { putFile } from './durable.js';
import { readHistory } from './history.js';
import { all, day, emptyFolder, inventoryOf, orders, richInventory, runOf } from './ledger.fixture.js';
import { allFiles } from './ledger-files.js';
import { pruneLedger } from './prune.js';
import { readRows } from './read-table.js';
import { recordRun } from './record.js';
import { TABLES } from './tables/index.js';
import type { AnyTable } from './tables/table.js';
import { verifyLedger } from './verify.js';

/** Three runs of one day, each with another restore job, and one of the next day. */
async function fourRuns(): Promise<string> {
  const folder = await emptyFolder();
  for (const hours of [0, 3, 6, 24]) {
    const takenAt = day(0) + hours * HOUR;
    const restores = [restoreJob(orders, { id: `at-${hours}`, createdAt: takenAt - HOUR })];
    const inventory = hours === 0 ? richInventory(takenAt) : inventoryOf(takenAt, { restoreJobs: restores });
    await recordRun(folder, inventory, runOf(inventory));
  }
  return folder;
}

/** The rows of some tables, in an order of their own: which part has them does not show. */
async function rowsOf(ledger: Ledger): Promise<readonly string[]> {
  const tables: readonly AnyTable[] = [TABLES.restoreJobs, TABLES.outcomes, TABLES.runs, TABLES.newestPoints];
  const rows = await Promise.all(tables.map((table) => all(readRows(ledger, table))));
  return rows.flat().map(canonicalJson).sort();
}

describe('a compaction', () => {
  it('keeps every row, in one part for each day and scope, and the parts of today as they are', async () => {
    const folder = await fourRuns();
    const before = await openLedger(folder);
    const rows = await rowsOf(before);
    const { manifest, removed } = await compactLedger(folder, day(1));
    const after = await openLedger(folder);
    expect(await rowsOf(after)).toEqual(rows);
    const inFolders = (ledger: Ledger, date: string) =>
      [...ledger.parts.values()]
        .filter(({ partition }) => partition.date === date)
        .map(({ path }) => path.replace(/[^/]+$/, ''));
    expect(inFolders(before, '2026-11-22').length).toBeGreaterThan(new Set(inFolders(before, '2026-11-22')).size);
    expect(inFolders(after, '2026-11-22').sort()).toEqual([...new Set(inFolders(before, '2026-11-22'))].sort());
    expect(inFolders(after, '2026-11-23')).toEqual(inFolders(before, '2026-11-23'));
    expect(manifest).toMatchObject({ action: 'compaction', number: 5 });
    expect([...removed].sort()).toEqual(
      manifest?.action === 'compaction' ? manifest.replaces.map(({ path }) => path).sort() : [],
    );
    expect((await allFiles(folder)).filter((file) => file.endsWith('.parquet'))).toEqual(
      [...after.parts.keys()].sort(),
    );
  });

  it('does not change what was known before a moment of a day that it joined', async () => {
    const folder = await fourRuns();
    const noon = day(0) + 4 * HOUR;
    const before = await readHistory(folder, noon);
    await compactLedger(folder, day(1));
    expect(await readHistory(folder, noon)).toEqual(before);
  });

  it('does nothing the second time', async () => {
    const folder = await fourRuns();
    await compactLedger(folder, day(1));
    expect(await compactLedger(folder, day(1))).toEqual({ removed: [] });
  });

  it('is done once by several at once', async () => {
    const folder = await fourRuns();
    const done = await Promise.all([1, 2, 3].map(() => compactLedger(folder, day(1))));
    expect(done.filter(({ manifest }) => manifest !== undefined)).toHaveLength(1);
    expect((await verifyLedger(folder)).faults).toEqual([]);
  });

  it('removes what stopped writers left behind a day ago, and nothing that may still be written', async () => {
    const folder = await fourRuns();
    const old = 'kind=runs/date=2026-11-22/part-aaaaaaaaaaaa-aaaaaaaaaaaa.parquet';
    const young = 'kind=runs/date=2026-11-22/part-bbbbbbbbbbbb-bbbbbbbbbbbb.parquet';
    const temporary = 'kind=runs/date=2026-11-22/.part-cccccccccccc-cccccccccccc.parquet.1.tmp';
    for (const file of [old, young, temporary]) await putFile(join(folder, file), Buffer.from('x'));
    await writeFile(join(folder, 'kind=runs/README'), 'nobody asked');
    const now = Date.now();
    for (const file of [old, temporary]) await utimes(join(folder, file), now / 1000 - 90_000, now / 1000 - 90_000);
    const { removed } = await compactLedger(folder, now);
    expect(removed).toEqual(expect.arrayContaining([temporary, old]));
    expect(await allFiles(folder)).toEqual(expect.arrayContaining([young, 'kind=runs/README']));
  });
});

describe('a removal of old days', () => {
  it('removes the days before those that are kept, and says so', async () => {
    const folder = await fourRuns();
    const { manifest } = await pruneLedger(folder, 7, day(1 + 7 * 365 + 2));
    expect(manifest).toMatchObject({ action: 'prune', before: '2026-11-23', parts: [] });
    const ledger = await openLedger(folder);
    expect(ledger.prunedBefore).toBe('2026-11-23');
    expect(new Set([...ledger.parts.values()].map(({ partition }) => partition.date))).toEqual(new Set(['2026-11-23']));
    expect((await allFiles(folder)).filter((file) => file.includes('2026-11-22'))).toEqual([]);
    expect(await pruneLedger(folder, 7, day(1 + 7 * 365 + 2))).toEqual({ removed: [] });
  });

  it.each([0, 1.5, NaN])('is not for %d years', async (years) => {
    await expect(pruneLedger(await emptyFolder(), years, day(0))).rejects.toThrow('must be a whole number, 1 or more');
  });
});
