import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { IN_MEMORY, InventoryMergeError, mergeInventories, SchemaVersionError } from '@backproof/core';
import type { Instant, Inventory, NamedInventory, Spool } from '@backproof/core';
import { openInventoryIn } from '../inventory-file.js';
import { messageOf } from '../message-of.js';
import type { JudgingFlags } from './program/flags.js';
import { UsageError } from './usage-error.js';

/** The inventory in a file. @throws UsageError if it cannot be read */
export async function openInventoryOf(path: string, spool: Spool = IN_MEMORY): Promise<Inventory> {
  try {
    return await openInventoryIn(spool, path);
  } catch (error) {
    if (error instanceof SchemaVersionError) throw new UsageError(`${path} ${error.fault}`, { cause: error });
    throw new UsageError(
      `cannot read the inventory ${path}: ${messageOf(error)}. Write one with: backproof scan --save-inventory FILE`,
      { cause: error },
    );
  }
}

/**
 * The inventory of a scan: that of one file, or of the parts of a scan in several, and in the files of folders that are named
 * as inventories usually are.
 *
 * @throws UsageError if one cannot be read, or they are not all parts of one scan
 */
export async function openInventories(paths: readonly string[], spool: Spool = IN_MEMORY): Promise<Inventory> {
  const files = (await Promise.all(paths.map(filesIn))).flat();
  const [only, ...others] = files;
  if (only !== undefined && others.length === 0) {
    const inventory = await openInventoryOf(only, spool);
    if (inventory.shard === undefined) return inventory;
  }
  try {
    return await mergeInventories(namedInventories(files), spool);
  } catch (error) {
    if (error instanceof InventoryMergeError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

async function* namedInventories(files: readonly string[]): AsyncGenerator<NamedInventory> {
  for (const name of files) yield { name, inventory: await openInventoryOf(name) };
}

/** The inventories in a folder; a path that is none stands for itself. */
async function filesIn(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() !== true) return [path];
  const names = (await readdir(path)).filter((name) => name.endsWith('.ndjson.gz')).sort();
  if (names.length === 0) throw new UsageError(`${path} has no inventories: no file in it ends in .ndjson.gz.`);
  return names.map((name) => join(path, name));
}

/** The earlier inventories that are given as history. @throws UsageError if one cannot be read */
export async function openHistory({ history = [] }: JudgingFlags): Promise<readonly Inventory[]> {
  return Promise.all(history.map((path) => openInventoryOf(path)));
}

/** The records of the ledger, if one is given, from before a point in time. @throws LedgerError if it cannot be read */
export async function rememberedBefore(moment: Instant, { ledger }: JudgingFlags): Promise<readonly Inventory[]> {
  if (ledger === undefined) return [];
  const { readHistory } = await import('@backproof/ledger');
  return [await readHistory(ledger, moment)];
}
