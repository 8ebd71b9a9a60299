import { canonicalJson, sha256 } from '@backproof/core';
import type { Instant } from '@backproof/core';
import { replaceParts } from './append.js';
import { manifestPart, openLedger } from './chain.js';
import { holdOf, holdsIn } from './holds.js';
import { dayOf } from './layout.js';
import { LedgerError } from './ledger-error.js';
import { sweep } from './sweep.js';
import type { Upkeep } from './sweep.js';

/**
 * Removes the records of days that are more than so many years old. A manifest records the removal, and the history no
 * longer covers those days.
 *
 * @throws LedgerError if the ledger cannot be read, or a hold keeps one of these days: then nothing is removed
 */
export async function pruneLedger(folder: string, keepYears: number, now: Instant): Promise<Upkeep> {
  if (!Number.isInteger(keepYears) || keepYears < 1)
    throw new LedgerError(`--keep-years must be a whole number, 1 or more; got ${keepYears}`);
  const cutoff = new Date(now);
  cutoff.setUTCFullYear(cutoff.getUTCFullYear() - keepYears);
  const before = dayOf(cutoff.getTime());
  const ledger = await openLedger(folder);
  const old = [...ledger.parts.values()].filter(({ partition }) => partition.date < before);
  const holds = holdsIn(ledger.manifests);
  const days = old.map(({ partition: { date } }) => date).sort();
  const heldDay = days.find((date) => holdOf(holds, date) !== undefined);
  const hold = heldDay === undefined ? undefined : holdOf(holds, heldDay);
  if (heldDay !== undefined && hold !== undefined) {
    throw new LedgerError(
      `the hold ${hold.name} keeps ${heldDay}, so nothing was removed. Keep more years, or release it: backproof ledger release --name ${hold.name}`,
    );
  }
  const replaces = old.map(manifestPart);
  const id = sha256([canonicalJson({ action: 'prune', before, replaces })]);
  const action = { action: 'prune', before, replaces } as const;
  const manifest = await replaceParts(ledger, { id, takenAt: now, action, parts: [] });
  const removed = await sweep(folder, now);
  return { ...(manifest && { manifest }), removed };
}
