import { describe, expect, it } from '@jest/globals';
import { canonicalJson, sha256 } from './canonical.js';
import { defined } from './defined.js';
import { InventoryBuilder } from './inventory-builder.js';
import { inventoryHash, inventoryLines } from './inventory-lines.js';
import type { Inventory } from './inventory.js';
import { mergeHistory } from './merge-history.js';
import { readInventory } from './read-inventory.js';
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
    const sha = sha256(lines.slice(0, -1).map((line) => `${line}\n`));
    expect(footer).toBe(`{"end":"backproof-inventory","lines":${lines.length - 1},"sha256":"${sha}"}`);
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

  it('takes lines with their ends', async () => {
    const inventory = await readInventory(inventoryLines(someInventory()));
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
    [
      'a header of the year 10000',
      [header.replace(String(NOW), '253402300800000')],
      'its header does not say when it was taken',
    ],
    ['an empty line', [header, '', footer], 'line 2 is not JSON'],
    ['a cut file', lines.slice(0, 4), 'it is truncated after line 4'],
    ['a header alone', [header], 'it is truncated after line 1'],
    ['a cut line', [...lines.slice(0, 3), lines[3]?.slice(0, -5) ?? ''], 'line 4 is not JSON'],
    [
      'a lost line',
      [...lines.slice(0, 2), ...lines.slice(3)],
      `it has ${lines.length - 2} lines where its footer counts ${lines.length - 1}`,
    ],
    [
      'a line that was changed',
      lines.map((line) => line.replace('"role/reader"', '"role/writer"').replace('role/reader', 'role/writer')),
      'it was changed or damaged: its lines do not have the SHA-256 of its footer',
    ],
    [
      'a footer without its hash',
      [header, end(1)],
      'it was changed or damaged: its lines do not have the SHA-256 of its footer',
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
      'line 2, a record of recoveryPoints: "arn" is missing',
    ],
    [
      'a record without its scope',
      [header, '{"kind":"regionSettings","record":{}}', end(2)],
      'line 2, a record of regionSettings: "scope" is missing',
    ],
    [
      'an older record that is none of its schema',
      [
        header.replace('"schemaVersion":2', '"schemaVersion":1'),
        '{"kind":"resources","record":{"arn":"a","attachments":[{"instanceArn":"b","since":0}],"type":"EBS"}}',
        end(2),
      ],
      'line 2 is not a record of resources as schema 1 has it',
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

describe('a record that has not the form of its kind', () => {
  it.each<[fault: string, kind: string, record: object, message: string]>([
    ['a state that is a text', 'resources', instance({ state: 'running' as never }), '"state" must be object'],
    [
      'a state that is not known',
      'resources',
      instance({ state: { is: 'sleeping' as never, word: 'x' } }),
      '"state.is" must be one of available, creating, deleting, failed, stopped, transient, unknown',
    ],
    [
      'a type that is not known',
      'resources',
      { ...instance(), type: 'OpenSearch' },
      '"type" has the unknown value "OpenSearch"',
    ],
    ['a tag without a text', 'resources', instance({ tags: { team: null as never } }), '"tags.team" must be string'],
    [
      'a time after the year 9999',
      'resources',
      instance({ createdAt: 8.64e15 }),
      '"createdAt" must be <= 253402300799999',
    ],
    ['a time that no number is', 'recoveryPoints', point({ createdAt: '2026' as never }), '"createdAt" must be number'],
    [
      'a time that is too large for JSON',
      'recoveryPoints',
      point({ createdAt: Infinity }),
      '"createdAt" must be number',
    ],
    [
      'a status that AWS does not have',
      'recoveryPoints',
      point({ status: 'FINE' as never }),
      '"status" must be one of AVAILABLE, COMPLETED, CREATING, DELETING, EXPIRED, PARTIAL, STOPPED, UNKNOWN',
    ],
    [
      'a field that this version does not know',
      'vaults',
      { ...vault(), sealed: true },
      '"sealed" is not known to this version. Update backproof if a later version wrote it',
    ],
    [
      'no gaps',
      'populations',
      { ...population('vaults', { gap: denied }), gaps: [] },
      '"gaps" must have at least 1 item',
    ],
    ['a rule that is none', 'backupPlans', plan({ rules: [null as never] }), '"rules.0" must be object'],
  ])('is refused: %s', async (_, kind, record, message) => {
    const line = JSON.stringify({ kind, record }).replace('"createdAt":null', '"createdAt":1e999');
    await expect(readInventory([header, line])).rejects.toMatchObject({
      name: 'InventoryFormatError',
      message: `line 2, a record of ${kind}: ${message}`,
    });
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
