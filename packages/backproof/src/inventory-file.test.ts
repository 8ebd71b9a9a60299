import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { InventoryBuilder, inventoryLines } from '@backproof/core';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openInventory } from './inventory-file.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-inventory-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function written(bytes: Uint8Array): Promise<string> {
  const path = join(folder, 'inventory.ndjson.gz');
  await writeFile(path, bytes);
  return path;
}

const builder = new InventoryBuilder(Date.UTC(2026, 10, 22));
builder.add('scopes', { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' });
const text = [...inventoryLines(builder.build())].join('');
const MIB = 2 ** 20;

describe('an inventory from a file', () => {
  it('has the lines that were written', async () => {
    const inventory = await openInventory(await written(gzipSync(text)));
    expect([...inventoryLines(inventory)].join('')).toBe(text);
  });

  it('is read without its last line end, and as two files of gzip in one', async () => {
    await openInventory(await written(gzipSync(text.trimEnd())));
    await openInventory(await written(Buffer.concat([gzipSync(text.slice(0, 80)), gzipSync(text.slice(80))])));
  });

  it('is refused with any bit flipped, and nothing is left to reject later', async () => {
    const bytes = gzipSync(text);
    // The header of gzip has a time, flags and a system that say nothing of the content.
    for (let at = 10; at < bytes.length; at += 7) {
      const damaged = Buffer.from(bytes);
      damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << (at % 8)), at);
      const found = await openInventory(await written(damaged)).then(
        (inventory) => [...inventoryLines(inventory)].join(''),
        String,
      );
      expect(found === text || /^(Inventory)?(Format)?Error: (it|line \d+) /.test(found)).toBe(true);
    }
  });

  it('is refused if it is cut anywhere', async () => {
    const bytes = gzipSync(text);
    for (let end = 0; end < bytes.length; end += 11) {
      await expect(openInventory(await written(bytes.subarray(0, end)))).rejects.toThrow(/^it is /);
    }
  });

  it.each([
    ['not gzip', Buffer.from(text), 'it is not gzip, or damaged: incorrect header check'],
    ['one endless line', gzipSync(`"${'x'.repeat(5 * MIB)}`), 'it has a line of more than 4194304 characters'],
    ['nothing but line ends', gzipSync('\n'.repeat(4 * MIB)), 'line 1 is not JSON'],
  ])('is refused if it is %s', async (_, bytes, message) => {
    await expect(openInventory(await written(bytes))).rejects.toThrow(message);
  });

  it('is refused if it unzips to more than any inventory does', async () => {
    const [header = '', record = ''] = text.split('\n');
    const long = record.replace('eu-west-1', 'x'.repeat(3 * MIB));
    const bytes = gzipSync(`${header}\n${`${long}\n`.repeat(22)}`);
    await expect(openInventory(await written(bytes))).rejects.toThrow('it unzips to more than 250 times its size');
  });
});
