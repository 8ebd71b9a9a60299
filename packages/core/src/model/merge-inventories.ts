import { compare } from './order.js';
import { InventoryBuilder } from './inventory-builder.js';
import type { Inventory } from './inventory.js';
import { RECORD_KINDS } from './record-kind.js';
import type { InventoryRecords, RecordKind } from './record-kind.js';
import { scopeKey } from './scope.js';
import type { Spool } from './spool.js';

/** An inventory by the name that its user knows it by, such as that of its file. */
export interface NamedInventory {
  readonly name: string;
  readonly inventory: Inventory;
}

/** Inventories that are not all parts of one scan. The message names them, the reason and the way out. */
export class InventoryMergeError extends Error {
  override readonly name = 'InventoryMergeError';
}

/**
 * Joins the inventories of the parts of a scan, in whatever order they come, into that of the whole: what is judged by it
 * has all evidence of all parts. One part is held at a time, and its points go to the spool.
 *
 * @throws InventoryMergeError if a part is missing or there twice, or they are not of one version and moment
 */
export async function mergeInventories(
  parts: AsyncIterable<NamedInventory> | Iterable<NamedInventory>,
  spool?: Spool,
): Promise<Inventory> {
  let first: NamedInventory | undefined;
  let builder: InventoryBuilder | undefined;
  const seenIn = new Map<string, string>();
  const shards = new Map<number, string>();
  for await (const part of parts) {
    const { inventory } = part;
    first ??= part;
    builder ??= new InventoryBuilder(inventory.takenAt, { schemaVersion: inventory.schemaVersion, spool });
    checkAlike(first, part);
    noteShard(part, shards);
    noteScopes(part, seenIn);
    addAll(inventory, builder);
  }
  if (first === undefined || builder === undefined) throw new InventoryMergeError('there is no inventory to merge.');
  checkNoneMissing(first.inventory, shards);
  return builder.build();
}

function checkAlike(a: NamedInventory, b: NamedInventory): void {
  const check = (of: (inventory: Inventory) => string, wayOut: string): void => {
    const [one, other] = [of(a.inventory), of(b.inventory)];
    if (one !== other) throw new InventoryMergeError(`${a.name} is ${one}, ${b.name} is ${other}. ${wayOut}`);
  };
  check(({ schemaVersion }) => `of schema ${String(schemaVersion)}`, 'Read all parts with one version.');
  check(
    ({ shard }) => (shard ? `one of ${String(shard.of)} parts` : 'no part'),
    'Read all parts with one --shard I/N.',
  );
  // Ages count from it, and so do the times of which all jobs are known.
  check(({ takenAt }) => `as of ${new Date(takenAt).toISOString()}`, 'Read all parts with one --now TIME.');
}

function noteShard({ name, inventory: { shard } }: NamedInventory, shards: Map<number, string>): void {
  if (shard === undefined) return;
  const before = shards.get(shard.index);
  if (before !== undefined) {
    const part = `part ${String(shard.index)} of ${String(shard.of)}`;
    throw new InventoryMergeError(`${before} and ${name} both are ${part}. Give each part once.`);
  }
  shards.set(shard.index, name);
}

/** A scope is in one part only, be it that nothing of it could be read. */
function noteScopes({ name, inventory }: NamedInventory, seenIn: Map<string, string>): void {
  const { scopes, populations } = inventory;
  const keys = new Set([...scopes, ...populations.map(({ scope }) => scope)].map(scopeKey));
  for (const scope of [...keys].toSorted(compare)) {
    const before = seenIn.get(scope);
    if (before !== undefined) {
      throw new InventoryMergeError(`${before} and ${name} both contain ${scope}. Give each scope once.`);
    }
    seenIn.set(scope, name);
  }
}

type Records = { readonly [K in RecordKind]: readonly InventoryRecords[K][] };

function addAll(inventory: Inventory, builder: InventoryBuilder): void {
  for (const kind of RECORD_KINDS) addRecords(kind, inventory, builder);
  for (const point of inventory.recoveryPoints) builder.addPoint(point);
}

function addRecords<K extends RecordKind>(kind: K, records: Pick<Records, K>, builder: InventoryBuilder): void {
  for (const record of records[kind]) builder.add(kind, record);
}

/** The numbers that are named of parts that are missing. */
const MOST_NAMED = 10;

function checkNoneMissing({ shard }: Inventory, shards: ReadonlyMap<number, string>): void {
  if (shard === undefined) return;
  const missing = Array.from({ length: shard.of }, (_, index) => index + 1).filter((index) => !shards.has(index));
  if (missing.length === 0) return;
  const named = missing.slice(0, MOST_NAMED).join(', ') + (missing.length > MOST_NAMED ? ', ...' : '');
  throw new InventoryMergeError(
    `of ${String(shard.of)} parts of the scan ${String(missing.length)} are missing: ${named}. Give all of them.`,
  );
}
