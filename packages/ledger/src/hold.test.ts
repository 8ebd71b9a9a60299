import { readdir } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { DAY } from '@backproof/core';
import { openLedger } from './chain.js';
import { compactLedger } from './compact.js';
import { holdLedger, releaseLedger } from './hold.js';
import { holdsIn } from './holds.js';
import { day, emptyFolder, recorded, richInventory } from './ledger.fixture.js';
import { LedgerError } from './ledger-error.js';
import { pruneLedger } from './prune.js';
import { verifyLedger } from './verify.js';

const LATER = day(800);
const files = async (folder: string) =>
  (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('t')).sort();
/** Two runs of one day, and one of the next. */
const crowded = () => recorded(richInventory(day(0)), richInventory(day(0) + 60_000), richInventory(day(1)));

describe('a hold', () => {
  const all = { name: 'case-17', reason: 'Case 17' };

  it('keeps every file of its days from prune and compact, and the ledger stays intact', async () => {
    const { folder } = await crowded();
    await holdLedger(folder, all, LATER);
    const before = await files(folder);
    await expect(pruneLedger(folder, 1, LATER)).rejects.toThrow(
      new LedgerError(
        'the hold case-17 keeps 2026-11-22, so nothing was removed. Keep more years, or release it: backproof ledger release --name case-17',
      ),
    );
    const upkeep = await compactLedger(folder, LATER);
    expect(upkeep).toEqual({ removed: [], held: expect.any(Number) });
    expect(await files(folder)).toEqual(before);
    expect((await verifyLedger(folder)).faults).toEqual([]);
  });

  it('keeps its days only', async () => {
    const { folder } = await crowded();
    await holdLedger(folder, { ...all, from: '2026-11-23', to: '2026-11-23' }, LATER);
    const { manifest, held } = await compactLedger(folder, LATER);
    expect([manifest?.action, held]).toEqual(['compaction', undefined]);
    await expect(pruneLedger(folder, 1, LATER)).rejects.toThrow('the hold case-17 keeps 2026-11-23');
    // Of the days before the hold, nothing is kept.
    expect((await pruneLedger(folder, 1, day(366))).manifest?.action).toBe('prune');
    expect((await verifyLedger(folder)).faults).toEqual([]);
  });

  it('ends when it is released, and the chain keeps who placed and released it, and why', async () => {
    const { folder } = await crowded();
    await holdLedger(folder, all, LATER);
    expect(holdsIn((await openLedger(folder)).manifests)).toMatchObject([{ ...all, manifest: 4 }]);
    await releaseLedger(folder, { name: 'case-17', reason: 'Settled' }, LATER + DAY);
    const { manifests } = await openLedger(folder);
    expect(holdsIn(manifests)).toEqual([]);
    expect(manifests.slice(3)).toMatchObject([
      { action: 'hold', hold: all, schemaVersion: 2 },
      { action: 'release', hold: { name: 'case-17', reason: 'Settled' }, schemaVersion: 2 },
    ]);
    expect(manifests[0]?.schemaVersion).toBe(1);
    expect((await pruneLedger(folder, 1, LATER)).removed.length).toBeGreaterThan(0);
    expect((await verifyLedger(folder)).faults).toEqual([]);
  });

  it('of a name is in force once, and must be in force to be released', async () => {
    const { folder } = await crowded();
    await expect(releaseLedger(folder, all, LATER)).rejects.toThrow('no hold named case-17 is in force');
    await holdLedger(folder, all, LATER);
    await expect(holdLedger(folder, all, LATER)).rejects.toThrow('a hold named case-17 is in force');
  });

  it.each([
    [{ ...all, name: '../x' }, '"../x" is not a valid name of a hold'],
    [{ ...all, reason: ' ' }, 'a hold needs a reason'],
    [{ ...all, from: '2026-02-30' }, '"2026-02-30" is not a valid day'],
    [{ ...all, from: '2026-11-23', to: '2026-11-22' }, 'the hold ends on 2026-11-22, before it begins on 2026-11-23'],
  ])('must be valid: %j', async (hold, message) => {
    const { folder } = await recorded(richInventory(day(0)));
    await expect(holdLedger(folder, hold, LATER)).rejects.toThrow(message);
    expect((await openLedger(folder)).manifests).toHaveLength(1);
  });

  it('needs a ledger', async () => {
    await expect(holdLedger(await emptyFolder(), all, LATER)).rejects.toThrow('no ledger in');
  });
});
