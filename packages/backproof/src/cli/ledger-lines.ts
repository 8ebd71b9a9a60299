import type { Inventory } from '@backproof/core';
import type { Recorded, Upkeep, Verification } from '@backproof/ledger';

/** Says where a run stands in its ledger. Whoever keeps the hash can tell later whether anything up to it is gone. */
export function recordedLine({ manifest, added }: Recorded): string {
  const where = `manifest ${manifest.number} of the ledger, SHA-256 ${manifest.sha256}`;
  return added ? `recorded as ${where}\n` : `recorded before, as ${where}\n`;
}

/** Says what a file told of, and where that stands in the ledger. */
export function importedLine(path: string, inventory: Inventory | undefined, recorded: Recorded | undefined): string {
  if (inventory === undefined || recorded === undefined) return `${path}: it tells of no job\n`;
  const { restoreJobs, copyJobs, backupJobs } = inventory;
  const kinds = [
    [restoreJobs.length, 'restore job'],
    [copyJobs.length, 'copy job'],
    [backupJobs.length, 'backup job'],
  ] as const;
  const told = kinds.flatMap(([count, kind]) => (count === 0 ? [] : [`${count} ${kind}${count === 1 ? '' : 's'}`]));
  return `${path}: ${told.join(', ')}; ${recordedLine(recorded)}`;
}

/** Says what is wrong with a ledger, a line for each file, and at what it ends. */
export function* verificationLines({ faults, head, manifests, parts }: Verification): Generator<string> {
  for (const { file, fault } of faults) yield `${file}: ${fault}\n`;
  const files = `${manifests} manifests, ${parts} parts`;
  const end = head === undefined ? '' : `; it ends with manifest ${head.number}, SHA-256 ${head.sha256}`;
  yield faults.length === 0 ? `intact: ${files}${end}\n` : `NOT INTACT: ${faults.length} faults; ${files}${end}\n`;
}

/** Says what a compaction or a removal of old days did. */
export function upkeepLine({ manifest, removed }: Upkeep): string {
  const files = `${removed.length} files removed`;
  return manifest === undefined
    ? `nothing to do; ${files}\n`
    : `manifest ${manifest.number} of the ledger, SHA-256 ${manifest.sha256}; ${files}\n`;
}
