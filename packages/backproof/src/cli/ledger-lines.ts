import { count } from '@backproof/core';
import type { Inventory } from '@backproof/core';
import type { HoldInForce, Recorded, Upkeep, Verification } from '@backproof/ledger';

/** The place of a run in its ledger. With the hash, one can verify later that nothing before it was removed. */
export function recordedLine({ manifest, added }: Recorded): string {
  const where = `manifest ${manifest.number} of the ledger, SHA-256 ${manifest.sha256}`;
  return added ? `recorded as ${where}` : `already recorded as ${where}`;
}

/** The number of jobs in an imported file, and their place in the ledger. */
export function importedLine(path: string, inventory: Inventory | undefined, recorded: Recorded | undefined): string {
  if (inventory === undefined || recorded === undefined) return `${path}: contains no jobs`;
  const { restoreJobs, copyJobs, backupJobs } = inventory;
  const kinds = [
    [restoreJobs.length, 'restore job'],
    [copyJobs.length, 'copy job'],
    [backupJobs.length, 'backup job'],
  ] as const;
  const found = kinds.flatMap(([number, kind]) => (number === 0 ? [] : [count(number, kind)]));
  return `${path}: ${found.join(', ')}; ${recordedLine(recorded)}`;
}

const NAMED_ITEMS = 20;

/** The items of a file that were not understood, each by its place and the reason. */
export function* notUnderstoodLines(path: string, items: readonly string[]): Generator<string> {
  for (const item of items.slice(0, NAMED_ITEMS)) yield `not understood, left out: ${item}`;
  if (items.length > NAMED_ITEMS) yield `${path}: ${count(items.length - NAMED_ITEMS, 'more item')} not understood`;
}

/** The faults of a ledger, a line for each file, and its last manifest. */
export function* verificationLines({
  faults,
  head,
  manifests,
  parts,
  timestamps = [],
}: Verification): Generator<string> {
  for (const { file, fault } of faults) yield `${file}: ${fault}`;
  for (const { number, at } of timestamps) yield `manifest ${number} existed at ${at}, by its timestamp`;
  const files = `${count(manifests, 'manifest')}, ${count(parts, 'part')}`;
  const end = head === undefined ? '' : `; last manifest ${head.number}, SHA-256 ${head.sha256}`;
  yield faults.length === 0 ? `intact: ${files}${end}` : `NOT INTACT: ${count(faults.length, 'fault')}; ${files}${end}`;
}

/** The result of a compaction or of the removal of old days. */
export function upkeepLine({ manifest, removed, held }: Upkeep): string {
  const kept = held === undefined ? '' : `; ${count(held, 'folder')} not compacted because of a hold`;
  const files = `${count(removed.length, 'file')} removed${kept}`;
  return manifest === undefined
    ? `nothing to do; ${files}`
    : `manifest ${manifest.number} of the ledger, SHA-256 ${manifest.sha256}; ${files}`;
}

/** A hold in force: its days, when it was placed, and why. */
export function holdLine({ name, reason, from, to, manifest, placedAt }: HoldInForce): string {
  const days = [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' ') || 'all days';
  return `${name}: ${days}, since ${placedAt} (manifest ${manifest}): ${reason}`;
}
