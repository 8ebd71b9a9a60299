import { describe, expect, it } from '@jest/globals';
import { InventoryBuilder } from './inventory-builder.js';
import { inventoryHash, inventoryLines } from './inventory-lines.js';
import type { Inventory } from './inventory.js';
import { mergeInventories } from './merge-inventories.js';
import { bunker, home, NOW, point, population, table, vault } from './records.fixture.js';
import { readInventory } from './read-inventory.js';
import type { Scope } from './scope.js';
import type { Shard } from './shard.js';

/** An inventory of these scopes, each with a table, its vault and a recovery point. */
function taken(scopes: readonly Scope[], shard?: Shard, takenAt = NOW): Inventory {
  const builder = new InventoryBuilder(takenAt, { shard });
  for (const scope of scopes) {
    const { accountId, region } = scope;
    const resource = table({ name: `t-${accountId}`, accountId, region });
    builder.add('scopes', { ...scope, principalArn: 'arn' });
    builder.add('populations', population('resources', { scope, of: 'DynamoDB' }));
    builder.add('resources', resource);
    builder.add('vaults', vault({ scope, arn: `arn:vault:${accountId}` }));
    builder.addPoint(point({ arn: `arn:point:${accountId}`, resourceArn: resource.arn }));
  }
  return builder.build();
}

const part = (name: string, scopes: readonly Scope[], index: number, takenAt = NOW) => ({
  name,
  inventory: taken(scopes, { index, of: 2 }, takenAt),
});

describe('the parts of a scan', () => {
  it('give the inventory of the whole, in whatever order they come', async () => {
    const whole = inventoryHash(taken([home, bunker]));
    const [a, b] = [part('a', [home], 1), part('b', [bunker], 2)];
    expect(inventoryHash(await mergeInventories([a, b]))).toBe(whole);
    expect(inventoryHash(await mergeInventories([b, a]))).toBe(whole);
  });

  it('may be empty: there are more parts than accounts', async () => {
    const merged = await mergeInventories([part('a', [home, bunker], 1), part('b', [], 2)]);
    expect(inventoryHash(merged)).toBe(inventoryHash(taken([home, bunker])));
  });

  it('are known as such from their files', async () => {
    const { shard } = await readInventory(inventoryLines(taken([home], { index: 2, of: 3 })));
    expect(shard).toEqual({ index: 2, of: 3 });
    expect((await readInventory(inventoryLines(taken([home])))).shard).toBeUndefined();
    const lines = [...inventoryLines(taken([home], { index: 3, of: 3 }))];
    lines[0] = (lines[0] ?? '').replace('"of":3', '"of":2');
    await expect(readInventory(lines)).rejects.toThrow('its header does not say which part of a scan it is');
  });

  it.each([
    ['a part is missing', [part('a', [home], 1)], 'of 2 parts of the scan 1 are missing: 2. Give all of them.'],
    ['a part is there twice', [part('a', [home], 1), part('b', [bunker], 1)], 'a and b both are part 1 of 2.'],
    ['a scope is in two', [part('a', [home], 1), part('b', [home], 2)], 'both contain 111111111111/eu-west-1.'],
    ['one is no part', [part('a', [home], 1), { name: 'b', inventory: taken([bunker]) }], 'b is no part.'],
    [
      'they are of two moments',
      [part('a', [home], 1), part('b', [bunker], 2, NOW + 1)],
      'Read all parts with one --now TIME.',
    ],
    ['there is none', [], 'there is no inventory to merge.'],
  ])('are refused if %s', async (_, parts, message) => {
    await expect(mergeInventories(parts)).rejects.toThrow(message);
  });
});
