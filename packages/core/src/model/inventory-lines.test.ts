import { describe, expect, it } from '@jest/globals';
import { canonicalJson, sha256 } from './canonical.js';
import { defined } from './defined.js';
import { InventoryBuilder } from './inventory-builder.js';
import { inventoryHash, inventoryLines, readInventory } from './inventory-lines.js';
import type { Inventory } from './inventory.js';
import { mergeHistory } from './merge-history.js';
import {
  backupJob,
  denied,
  home,
  instance,
  NOW,
  plan,
  point,
  population,
  selection,
  table,
  vault,
  volume,
} from './records.fixture.js';

/** Keys that would reach a prototype, were they set by assignment. */
const hostileTags = JSON.parse(
  '{"__proto__":"polluted","constructor":"c","hasOwnProperty":"h","a\\nb":"\\u001b[31m"}',
) as Record<string, string>;

function someInventory(): Inventory {
  const builder = new InventoryBuilder(NOW);
  builder.add('scopes', { ...home, principalArn: 'arn:aws:iam::111111111111:role/reader' });
  builder.add('resources', instance({ tags: hostileTags }));
  builder.add('resources', table());
  builder.add('backupPlans', plan());
  builder.add('backupSelections', selection());
  builder.add('vaults', vault());
  builder.add('backupJobs', backupJob());
  builder.add('populations', population('backupJobs', { gap: denied }));
  builder.add('calls', { scope: home, operation: 'backup:ListBackupVaults', calls: 1, retries: 0 });
  builder.addPoint(point({ arn: 'arn:aws:ec2:eu-west-1::image/ami-2', sizeBytes: 0 }));
  builder.addPoint(point({ deleteAt: NOW, resourceArn: 'arn:aws:x:::été' }));
  return builder.build();
}

const lines = [...inventoryLines(someInventory())].map((line) => line.trimEnd());
const [header = '', ...records] = lines.slice(0, -1);
const footer = lines.at(-1) ?? '';
const end = (count: number) => `{"end":"backproof-inventory","lines":${count}}`;

describe('inventoryLines', () => {
  it('says first what it is and last how many lines come before', () => {
    expect(header).toBe(`{"format":"backproof-inventory","schemaVersion":2,"takenAt":${NOW}}`);
    expect(footer).toBe(`{"end":"backproof-inventory","lines":${lines.length - 1}}`);
  });

  it('are one record each, with all its text inside', () => {
    expect(lines.every((line) => !line.includes('\n'))).toBe(true);
    expect(records).toHaveLength(11);
  });

  it('are the same however the records came', () => {
    const builder = new InventoryBuilder(NOW);
    const { recoveryPoints, resources } = someInventory();
    for (const each of [...recoveryPoints].toReversed()) builder.addPoint(each);
    for (const each of resources.toReversed()) builder.add('resources', each);
    const inventory = builder.build();
    expect(records).toEqual(
      expect.arrayContaining([...inventoryLines(inventory)].slice(1, -1).map((line) => line.trimEnd())),
    );
  });
});

describe('readInventory', () => {
  it('gives back an equal inventory with the same hash', async () => {
    const [before, after] = [someInventory(), await readInventory(lines)];
    const { recoveryPoints, ...others } = before;
    expect(after).toMatchObject(others);
    expect([...after.recoveryPoints]).toEqual([...recoveryPoints]);
    expect(inventoryHash(after)).toBe(inventoryHash(before));
  });

  it('keeps tag keys that objects inherit elsewhere, as tags and nothing more', async () => {
    const { resources } = await readInventory(lines);
    const tags = resources.find(({ type }) => type === 'EC2')?.tags ?? {};
    expect(Object.entries(tags)).toEqual(Object.entries(hostileTags).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    expect(Object.getPrototypeOf(tags)).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
  });

  it('passes over empty lines', async () => {
    const inventory = await readInventory(lines.flatMap((line) => [line, '']));
    expect(inventoryHash(inventory)).toBe(inventoryHash(someInventory()));
  });

  it('reads what arrives over time', async () => {
    async function* arriving() {
      for (const line of lines) yield Promise.resolve(line);
    }
    expect(inventoryHash(await readInventory(arriving()))).toBe(inventoryHash(someInventory()));
  });

  it.each([
    ['nothing', [], 'it is empty'],
    ['another file', ['PNG'], 'line 1 is not JSON'],
    ['a list', ['[]'], 'line 1 is not a JSON object'],
    ['null', ['null'], 'line 1 is not a JSON object'],
    ['another document', ['{"version":"2.1.0"}'], 'it is not an inventory of Backproof'],
    ['a header without a time', [header.replace(String(NOW), '"today"')], 'its header does not say when it was taken'],
    ['a cut file', lines.slice(0, 4), 'it is truncated after line 4'],
    ['a header alone', [header], 'it is truncated after line 1'],
    ['a cut line', [...lines.slice(0, 3), lines[3]?.slice(0, -5) ?? ''], 'line 4 is not JSON'],
    [
      'a lost line',
      [...lines.slice(0, 2), ...lines.slice(3)],
      `it has ${lines.length - 2} lines where its footer counts ${lines.length - 1}`,
    ],
    ['lines after the end', [...lines, records[0] ?? ''], `it goes on after its end, at line ${lines.length + 1}`],
    [
      'an unknown kind',
      [header, '{"kind":"__proto__","record":{}}', end(2)],
      'line 2 holds a record of the unknown kind "__proto__"',
    ],
    ['a line without a record', [header, '{"kind":"vaults"}', end(2)], 'line 2 holds no record'],
    [
      'a point without its fields',
      [header, '{"kind":"recoveryPoints","record":{}}', end(2)],
      'line 2 is damaged: it is not a record of recoveryPoints',
    ],
    [
      'a record without its scope',
      [header, '{"kind":"regionSettings","record":{}}', end(2)],
      'line 2 is damaged: it is not a record of regionSettings',
    ],
    [
      'an older record that is none of its schema',
      [
        header.replace('"schemaVersion":2', '"schemaVersion":1'),
        '{"kind":"resources","record":{"arn":"a","attachments":[{"instanceArn":"b","since":0}],"type":"EBS"}}',
        end(2),
      ],
      'line 2 is damaged: it is not a record of resources',
    ],
  ])('refuses %s', async (_, damaged, message) => {
    await expect(readInventory(damaged)).rejects.toMatchObject({ name: 'InventoryFormatError', message });
  });

  it.each([
    ['3', 'it was written by schema 3; this version reads 1 to 2. Update backproof.'],
    ['0', 'it was written by schema 0; this version reads 1 to 2. Write it again.'],
    ['"1"', 'it does not say by which schema it was written.'],
  ])('refuses schema %s', async (version, message) => {
    const other = [header.replace('"schemaVersion":2', `"schemaVersion":${version}`)];
    await expect(readInventory(other)).rejects.toMatchObject({ name: 'SchemaVersionError', message });
  });
});

describe('an inventory of schema 1', () => {
  const web = instance().arn;
  const older = [
    header.replace('"schemaVersion":2', '"schemaVersion":1'),
    `{"kind":"resources","record":${canonicalJson(defined({ ...volume(), attachments: undefined, attachedTo: [web] }))}}`,
    `{"kind":"vaults","record":${canonicalJson(vault())}}`,
    end(3),
  ];

  it('has attachments of which nothing but the instance was read', async () => {
    const { schemaVersion, resources } = await readInventory(older);
    expect(schemaVersion).toBe(1);
    expect(resources).toEqual([volume({ attachments: [{ instanceArn: web }] })]);
  });

  it('is written and hashed as it was, also with the history of others', async () => {
    const inventory = await readInventory(older);
    expect([...inventoryLines(inventory)].map((line) => line.trimEnd())).toEqual(older);
    expect(inventoryHash(inventory)).toBe(sha256(older.map((line) => `${line}\n`)));
    const merged = mergeHistory(inventory, [new InventoryBuilder(NOW - 1).build()]);
    expect(inventoryHash(merged)).toBe(inventoryHash(inventory));
  });
});
