import { rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DAY } from '@backproof/core';
import type { Instant } from '@backproof/core';
import { openLedger } from './chain.js';
import { hasCode } from './durable.js';
import { holdOf, holdsIn } from './holds.js';
import { parsePartPath } from './layout.js';
import { allFiles, isTemporaryFile } from './ledger-files.js';
import { replacedBy } from './manifest.js';
import type { Manifest } from './manifest.js';

/** The result of upkeep of a ledger. */
export interface Upkeep {
  /** Absent where there was nothing to do. */
  readonly manifest?: Manifest;
  /** The files that were removed: replaced parts, and what stopped writers left behind. */
  readonly removed: readonly string[];
  /** The number of folders that a compaction left as they are because of a hold. Absent: none. */
  readonly held?: number;
}

/** A writer that has not ended its recording for so long was stopped. */
const STOPPED_AFTER = DAY;

/** Removes the files of parts that were replaced, and those that stopped writers left behind. Gives their names. */
export async function sweep(folder: string, now: Instant): Promise<readonly string[]> {
  const { manifests, parts } = await openLedger(folder);
  const holds = holdsIn(manifests);
  const replaced = new Set(manifests.flatMap(replacedBy).map(({ path }) => path));
  const removed: string[] = [];
  for (const file of await allFiles(folder)) {
    const path = join(folder, file);
    const { date } = parsePartPath(file) ?? {};
    if (date !== undefined && holdOf(holds, date) !== undefined) continue;
    const isNobodys = !parts.has(file) && (parsePartPath(file) !== undefined || isTemporaryFile(file));
    if (!isNobodys || !(replaced.has(file) || (await changedAt(path)) < now - STOPPED_AFTER)) continue;
    await rm(path, { force: true });
    await removeEmptyFolders(dirname(path));
    removed.push(file);
  }
  return removed;
}

/** When a file was written; of one that is gone never mind. */
async function changedAt(path: string): Promise<Instant> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return Infinity;
    throw error;
  }
}

/** Removes a folder, and then those above it, as long as there is nothing in them. */
async function removeEmptyFolders(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'ENOENT'].some((code) => hasCode(error, code))) return;
    throw error;
  }
  await removeEmptyFolders(dirname(folder));
}
