import { expect, it } from '@jest/globals';
import { restoreJob } from '@backproof/testing';
import { openLedger } from './chain.js';
import { all, day, emptyFolder, inventoryOf, orders, richInventory, runOf } from './ledger.fixture.js';
import { readRows } from './read-table.js';
import { recordRun } from './record.js';
import { TABLES } from './tables/index.js';
import { verifyLedger } from './verify.js';

it('writers at once make one chain, in which each has its place', async () => {
  const folder = await emptyFolder();
  const inventories = Array.from({ length: 12 }, (_, n) =>
    inventoryOf(day(n), { restoreJobs: [restoreJob(orders, { id: `job-${n}` })] }),
  );
  await Promise.all(inventories.map((inventory) => recordRun(folder, inventory, runOf(inventory))));
  expect(await verifyLedger(folder)).toMatchObject({ faults: [], manifests: 12 });
  const jobs = await all(readRows(await openLedger(folder), TABLES.restoreJobs));
  expect(jobs.map(({ jobId }) => jobId).sort()).toEqual(inventories.map((_, n) => `job-${n}`).sort());
});

it('writers of the same run at once record it once', async () => {
  const folder = await emptyFolder();
  const inventory = richInventory();
  const done = await Promise.all([1, 2, 3, 4].map(() => recordRun(folder, inventory, runOf(inventory))));
  expect(done.filter(({ added }) => added)).toHaveLength(1);
  expect(await verifyLedger(folder)).toMatchObject({ faults: [], manifests: 1 });
});

it('a slower writer of the same run, who knew more of the ledger, leaves nothing behind', async () => {
  const folder = await emptyFolder();
  const inventory = richInventory(day(1));
  const earlier = richInventory(day(0));
  // Whether the jobs are new turns on whether the earlier run was recorded, so the parts of the two may differ.
  await Promise.all([
    recordRun(folder, inventory, runOf(inventory)),
    recordRun(folder, earlier, runOf(earlier)).then(() => recordRun(folder, inventory, runOf(inventory))),
  ]);
  expect(await verifyLedger(folder)).toMatchObject({ faults: [], manifests: 2 });
});
