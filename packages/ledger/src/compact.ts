import { canonicalJson, groupBy, sha256 } from '@backproof/core';
import type { Instant } from '@backproof/core';
import { replaceParts } from './append.js';
import type { Part } from './append.js';
import { manifestPart, openLedger } from './chain.js';
import type { Ledger, LivePart } from './chain.js';
import { holdOf, holdsIn } from './holds.js';
import { dayOf, partName } from './layout.js';
import { encodePart } from './part-file.js';
import { partRows, sha256OfBytes } from './read-table.js';
import { sweep } from './sweep.js';
import type { Upkeep } from './sweep.js';
import { tableNamed } from './tables/index.js';

/**
 * Writes the parts of each day before today that lie in one folder as one part, with the same rows. The manifest of
 * that names what it replaces, so that the chain still says where each row came from. Days under a hold stay as they are.
 *
 * @throws LedgerError if the ledger cannot be read, or a part was changed
 */
export async function compactLedger(folder: string, now: Instant): Promise<Upkeep> {
  const ledger = await openLedger(folder);
  const { free: groups, held } = crowdedFolders(ledger, dayOf(now));
  const replaces = groups.flat().map(manifestPart);
  const id = sha256([canonicalJson({ action: 'compaction', replaces })]);
  const action = { action: 'compaction', replaces } as const;
  const manifest = await replaceParts(ledger, { id, takenAt: now, action, parts: joinedParts(ledger, groups, id) });
  const removed = await sweep(folder, now);
  return { ...(manifest && { manifest }), removed, ...(held.length > 0 && { held: held.length }) };
}

/** The parts of the folders that have several, of the days before one: those under a hold, and those that are free. */
function crowdedFolders(ledger: Ledger, before: string) {
  const parts = [...ledger.parts.values()].filter(
    ({ partition }) => partition.date < before && tableNamed(partition.table) !== undefined,
  );
  const crowded = [...groupBy(parts, ({ path }) => folderOf(path)).values()].filter(({ length }) => length > 1);
  const holds = holdsIn(ledger.manifests);
  const [held, free] = [true, false].map((isHeld) =>
    crowded.filter(([first]) => (first && holdOf(holds, first.partition.date) !== undefined) === isHeld),
  );
  return { held: held ?? [], free: free ?? [] };
}

async function* joinedParts(
  ledger: Ledger,
  groups: readonly (readonly LivePart[])[],
  id: string,
): AsyncGenerator<Part> {
  for (const group of groups) {
    const [first] = group;
    const table = first && tableNamed(first.partition.table);
    if (first === undefined || table === undefined) continue;
    const rows = [];
    for (const part of group) {
      for await (const row of partRows(ledger, part, table)) rows.push(row);
    }
    const bytes = encodePart(table, rows);
    const hash = sha256OfBytes(bytes);
    yield { path: `${folderOf(first.path)}/${partName(id, hash)}`, rows: rows.length, bytes, sha256: hash };
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
