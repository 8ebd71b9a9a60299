import { canonicalJson, sha256 } from './canonical.js';
import { InventoryBuilder, RECORD_KINDS } from './inventory-builder.js';
import { INVENTORY_SCHEMA_VERSION } from './inventory.js';
import type { Inventory, InventoryRecords, RecordKind } from './inventory.js';
import type { RecoveryPoint } from './recovery-point.js';

/** A file that is not an inventory, or one that this version does not read. */
export class InventoryFormatError extends Error {
  override readonly name = 'InventoryFormatError';
}

const FORMAT = 'backproof-inventory';

/**
 * The inventory as lines of JSON (NDJSON), a record a line, in canonical form and order: first the header, last the
 * footer with the number of lines before it, so that a truncated file is known as such. Each line ends in a newline.
 */
export function* inventoryLines(inventory: Inventory): Generator<string> {
  const { schemaVersion, takenAt, recoveryPoints } = inventory;
  yield `${canonicalJson({ format: FORMAT, schemaVersion, takenAt })}\n`;
  let lines = 1 + recoveryPoints.count;
  for (const kind of RECORD_KINDS) {
    lines += inventory[kind].length;
    for (const record of inventory[kind]) yield `{"kind":"${kind}","record":${canonicalJson(record)}}\n`;
  }
  for (const point of recoveryPoints.canonicalJson()) yield `{"kind":"recoveryPoints","record":${point}}\n`;
  yield `${canonicalJson({ end: FORMAT, lines })}\n`;
}

/** SHA-256 of the inventory's lines: the same evidence gives the same hash, wherever and in whatever order it was read. */
export function inventoryHash(inventory: Inventory): string {
  return sha256(inventoryLines(inventory));
}

/**
 * Reads back what `inventoryLines` wrote, line by line.
 * @throws InventoryFormatError if it is no inventory, one of another schema version, damaged or truncated.
 */
export async function readInventory(lines: AsyncIterable<string> | Iterable<string>): Promise<Inventory> {
  let builder: InventoryBuilder | undefined;
  let count = 0;
  let ended = false;
  for await (const line of lines) {
    if (line === '') continue;
    const record = parseLine(line, count + 1);
    if (ended) throw new InventoryFormatError(`it goes on after its end, at line ${count + 1}`);
    if (builder === undefined) builder = new InventoryBuilder(takenAt(record));
    else if ('end' in record) ended = checkFooter(record, count);
    else addRecord(builder, record, count + 1);
    count += 1;
  }
  if (builder === undefined) throw new InventoryFormatError('it is empty');
  if (!ended) throw new InventoryFormatError(`it is truncated after line ${count}`);
  return builder.build();
}

type Line = Readonly<Record<string, unknown>>;

function parseLine(line: string, number: number): Line {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    throw new InventoryFormatError(`line ${number} is not JSON`);
  }
  if (!isLine(parsed)) throw new InventoryFormatError(`line ${number} is not a JSON object`);
  return parsed;
}

function isLine(value: unknown): value is Line {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function takenAt(header: Line): number {
  if (header.format !== FORMAT) throw new InventoryFormatError('it is not an inventory of Backproof');
  const version = header.schemaVersion;
  if (version !== INVENTORY_SCHEMA_VERSION) {
    throw new InventoryFormatError(
      `it was written by schema ${String(version)}; this version reads schema ${INVENTORY_SCHEMA_VERSION}`,
    );
  }
  if (typeof header.takenAt !== 'number') throw new InventoryFormatError('its header does not say when it was taken');
  return header.takenAt;
}

function checkFooter(footer: Line, linesBefore: number): true {
  if (footer.lines !== linesBefore) {
    throw new InventoryFormatError(`it has ${linesBefore} lines where its footer counts ${String(footer.lines)}`);
  }
  return true;
}

/** The boundary at which a file's records are taken for what they say they are; the hash in the run tells if they were changed. */
function addRecord(builder: InventoryBuilder, { kind, record }: Line, number: number): void {
  if (!isLine(record)) throw new InventoryFormatError(`line ${number} holds no record`);
  if (kind !== 'recoveryPoints' && !isRecordKind(kind)) {
    throw new InventoryFormatError(`line ${number} holds a record of the unknown kind ${JSON.stringify(kind)}`);
  }
  try {
    if (kind === 'recoveryPoints') builder.addPoint(record as unknown as RecoveryPoint);
    else builder.add(kind, record as unknown as InventoryRecords[typeof kind]);
  } catch (cause) {
    throw new InventoryFormatError(`line ${number} is damaged: it is no record of ${kind}`, { cause });
  }
}

function isRecordKind(kind: unknown): kind is RecordKind {
  return RECORD_KINDS.some((known) => known === kind);
}
