import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { inventoryLines, readInventory as readInventoryLines } from '@backproof/core';
import type { Inventory } from '@backproof/core';
import { writeOutput } from './output-file.js';

/** Writes an inventory as gzipped NDJSON: all of it or, if that fails, nothing. */
export async function saveInventory(path: string, inventory: Inventory): Promise<void> {
  await writeOutput(path, (into) => pipeline(Readable.from(inventoryLines(inventory)), createGzip(), into));
}

/**
 * Reads an inventory that `saveInventory` wrote, in this or an earlier version.
 * @throws SchemaVersionError if a later version wrote it
 * @throws InventoryFormatError if the file is not an inventory, or damaged
 * @throws the file system's error if it cannot be read
 */
export async function openInventory(path: string): Promise<Inventory> {
  const unzipped = createGunzip();
  // The lines end early where the file or its compression fails; the pipeline then tells why.
  const [inventory] = await Promise.all([
    readInventoryLines(createInterface({ input: unzipped, crlfDelay: Infinity })),
    pipeline(createReadStream(path), unzipped),
  ]);
  return inventory;
}
