import { describe, expect, it } from '@jest/globals';
import { DAY, mergeHistory } from '@backproof/core';
import type { Inventory } from '@backproof/core';
import { home, restoreJob } from '@backproof/testing';
import fc from 'fast-check';
import { readHistory } from './history.js';
import { day, emptyFolder, inventoryOf, orders, runOf } from './ledger.fixture.js';
import { pruneLedger } from './prune.js';
import { recordRun } from './record.js';

const job = (id: string, days: number) => restoreJob(orders, { id, createdAt: day(days) });

async function ledgerOf(...inventories: readonly Inventory[]): Promise<string> {
  const folder = await emptyFolder();
  for (const inventory of inventories) await recordRun(folder, inventory, runOf(inventory));
  return folder;
}

const spans = ({ jobHistories }: Inventory) =>
  jobHistories.map(({ from, to, kind, origin }) => [(from - day(0)) / DAY, (to - day(0)) / DAY, kind, origin]);

describe('the history of a ledger', () => {
  it('is none where there is no ledger yet', async () => {
    const { restoreJobs, jobHistories } = await readHistory(await emptyFolder(), day(0));
    expect([restoreJobs, jobHistories]).toEqual([[], []]);
  });

  it('holds the restore jobs that AWS forgot, and how far back all of them are known', async () => {
    const folder = await ledgerOf(
      inventoryOf(day(-50), { restoreJobs: [job('old', -60)] }),
      inventoryOf(day(-25), { restoreJobs: [job('newer', -30)] }),
    );
    const history = await readHistory(folder, day(0));
    expect(history.restoreJobs.map(({ id, origin }) => [id, origin])).toEqual([
      ['newer', 'ledger'],
      ['old', 'ledger'],
    ]);
    expect(spans(history)).toEqual([[-80, -25, 'restoreJobs', 'ledger']]);
    const merged = mergeHistory(inventoryOf(day(0), { restoreJobs: [job('live', -1)] }), [history]);
    expect(merged.restoreJobs.map(({ id, origin }) => [id, origin])).toEqual([
      ['live', undefined],
      ['newer', 'ledger'],
      ['old', 'ledger'],
    ]);
  });

  it('has a gap where nobody recorded', async () => {
    const folder = await ledgerOf(inventoryOf(day(-100)), inventoryOf(day(-40)));
    expect(spans(await readHistory(folder, day(0)))).toEqual([
      [-130, -100, 'restoreJobs', 'ledger'],
      [-70, -40, 'restoreJobs', 'ledger'],
    ]);
  });

  it('knows nothing of what came later', async () => {
    const folder = await ledgerOf(
      inventoryOf(day(-2), { restoreJobs: [job('a', -3)] }),
      inventoryOf(day(-1), { restoreJobs: [job('a', -3), job('b', -2)] }),
    );
    expect((await readHistory(folder, day(-1))).restoreJobs.map(({ id }) => id)).toEqual(['a']);
  });

  it('does not claim to know what was pruned, though later records reach back to it', async () => {
    const folder = await ledgerOf(
      inventoryOf(day(-10), { restoreJobs: [job('pruned', -12)] }),
      inventoryOf(day(1), { restoreJobs: [job('pruned', -12), job('kept', 0)] }),
    );
    await pruneLedger(folder, 1, day(365));
    const history = await readHistory(folder, day(400));
    expect(history.restoreJobs.map(({ id }) => id)).toEqual(['kept']);
    // Up to the day's end nothing tells what was removed.
    expect(spans(history)).toEqual([[-0.5, 1, 'restoreJobs', 'ledger']]);
  });

  it('holds every job that was seen before a moment, in whatever order the runs were recorded', async () => {
    const seen = fc.record({ taken: fc.nat({ max: 6 }), jobs: fc.uniqueArray(fc.nat({ max: 5 })) });
    await fc.assert(
      fc.asyncProperty(fc.array(seen, { maxLength: 5 }), fc.nat({ max: 7 }), async (runs, before) => {
        const folder = await ledgerOf(
          ...runs.map(({ taken, jobs }) =>
            inventoryOf(day(taken), { restoreJobs: jobs.map((n) => job(`job-${n}`, -n)) }),
          ),
        );
        const known = runs.filter(({ taken }) => taken < before).flatMap(({ jobs }) => jobs.map((n) => `job-${n}`));
        const history = await readHistory(folder, day(before));
        expect(history.restoreJobs.map(({ id }) => id)).toEqual([...new Set(known)].sort());
        expect(history.restoreJobs.every(({ scope }) => scope.region === home.region)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
