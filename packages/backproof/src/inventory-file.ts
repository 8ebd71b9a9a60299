import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { IN_MEMORY, inventoryLines, readInventory } from '@backproof/core';
import type { Inventory, Spool } from '@backproof/core';
import { writeOutput } from './output-file.js';
import { readZippedLines } from './read-file.js';

/** Writes an inventory as gzipped NDJSON: all of it or, if that fails, nothing. */
export async function saveInventory(path: string, inventory: Inventory): Promise<void> {
  await writeOutput(path, (into) => pipeline(Readable.from(inventoryLines(inventory)), createGzip(), into));
}

/**
 * Reads an inventory that `saveInventory` wrote, in this or an earlier version.
 * @throws SchemaVersionError if a later version wrote it
 * @throws InventoryFormatError if the file is not an inventory, or damaged
 * @throws Error if it cannot be read or unzipped, or would fill the memory
 */
export async function openInventory(path: string): Promise<Inventory> {
  return openInventoryIn(IN_MEMORY, path);
}

/** Reads as `openInventory` does; what does not fit into memory is in the spool. */
export async function openInventoryIn(spool: Spool, path: string): Promise<Inventory> {
  return readZippedLines(path, (lines) => readInventory(lines, spool));
}
