import { canonicalJson, sha256 } from './canonical.js';
import { InventoryBuilder } from './inventory-builder.js';
import { INVENTORY_VERSIONS, recordAsWritten, upgradeRecord } from './inventory-versions.js';
import { INVENTORY_SCHEMA_VERSION } from './inventory.js';
import type { Inventory } from './inventory.js';
import { RECORD_KINDS } from './record-kind.js';
import type { InventoryRecords, RecordKind } from './record-kind.js';
import type { RecoveryPoint } from './recovery-point.js';
import { isStoredDocument, readableVersion } from './schema-version.js';
import type { StoredDocument } from './schema-version.js';

/** A file that is not an inventory, or is damaged. */
export class InventoryFormatError extends Error {
  override readonly name = 'InventoryFormatError';
}

const FORMAT = 'backproof-inventory';

/**
 * The inventory as lines of JSON (NDJSON), a record a line, in canonical form and order: first the header, last the
 * footer with the number of lines before it, so that a truncated file is known as such. Each line ends in a newline. An
 * inventory that was read from an older file has the lines of that file.
 */
export function* inventoryLines(inventory: Inventory): Generator<string> {
  const { recoveryPoints } = inventory;
  yield* linesBeforePoints(inventory);
  for (const point of recoveryPoints.canonicalJson()) yield `{"kind":"recoveryPoints","record":${point}}\n`;
  const records = RECORD_KINDS.reduce((sum, kind) => sum + inventory[kind].length, recoveryPoints.count);
  yield `${canonicalJson({ end: FORMAT, lines: 1 + records })}\n`;
}

/** The header, and a line for each record. */
function* linesBeforePoints(inventory: Inventory): Generator<string> {
  const { schemaVersion, takenAt } = inventory;
  yield `${canonicalJson({ format: FORMAT, schemaVersion, takenAt })}\n`;
  for (const kind of RECORD_KINDS) {
    for (const record of inventory[kind]) {
      const written = schemaVersion < INVENTORY_SCHEMA_VERSION ? recordAsWritten(kind, record, schemaVersion) : record;
      yield `{"kind":"${kind}","record":${canonicalJson(written)}}\n`;
    }
  }
}

/**
 * SHA-256 of the inventory's lines, in which the points of each resource are one line with their number and hash: the
 * same evidence gives the same hash, wherever and in whatever order it was read. Of schema 1 it is that of all lines.
 */
export function inventoryHash(inventory: Inventory): string {
  return sha256(inventory.schemaVersion < POINTS_HASHED_SINCE ? inventoryLines(inventory) : hashedLines(inventory));
}

/** The schema since which the points of a resource are hashed by themselves. */
const POINTS_HASHED_SINCE = 2;

function* hashedLines(inventory: Inventory): Generator<string> {
  yield* linesBeforePoints(inventory);
  for (const points of inventory.recoveryPoints.hashes()) {
    yield `{"kind":"recoveryPoints","record":${canonicalJson(points)}}\n`;
  }
}

/**
 * Reads back what `inventoryLines` wrote, line by line, in this or an earlier version. What an older inventory lacks is
 * absent: it was not read.
 *
 * @throws SchemaVersionError if a later version wrote it
 * @throws InventoryFormatError if it is not an inventory, damaged or truncated
 */
export async function readInventory(lines: AsyncIterable<string> | Iterable<string>): Promise<Inventory> {
  let builder: InventoryBuilder | undefined;
  let count = 0;
  let ended = false;
  for await (const line of lines) {
    if (line === '') continue;
    const record = parseLine(line, count + 1);
    if (ended) throw new InventoryFormatError(`it goes on after its end, at line ${count + 1}`);
    if (builder === undefined) builder = builderFor(record);
    else if ('end' in record) ended = checkFooter(record, count);
    else addRecord(builder, record, count + 1);
    count += 1;
  }
  if (builder === undefined) throw new InventoryFormatError('it is empty');
  if (!ended) throw new InventoryFormatError(`it is truncated after line ${count}`);
  return builder.build();
}

function parseLine(line: string, number: number): StoredDocument {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    throw new InventoryFormatError(`line ${number} is not JSON`);
  }
  if (!isStoredDocument(parsed)) throw new InventoryFormatError(`line ${number} is not a JSON object`);
  return parsed;
}

function builderFor(header: StoredDocument): InventoryBuilder {
  if (header.format !== FORMAT) throw new InventoryFormatError('it is not an inventory of Backproof');
  const version = readableVersion(header, INVENTORY_VERSIONS);
  if (typeof header.takenAt !== 'number') throw new InventoryFormatError('its header does not say when it was taken');
  return new InventoryBuilder(header.takenAt, version);
}

function checkFooter(footer: StoredDocument, linesBefore: number): true {
  if (footer.lines !== linesBefore) {
    throw new InventoryFormatError(`it has ${linesBefore} lines where its footer counts ${String(footer.lines)}`);
  }
  return true;
}

/**
 * The boundary at which a file's records are trusted to be of their kind; the hash in the run shows if they were
 * changed.
 */
function addRecord(builder: InventoryBuilder, { kind, record }: StoredDocument, number: number): void {
  if (!isStoredDocument(record)) throw new InventoryFormatError(`line ${number} holds no record`);
  if (kind !== 'recoveryPoints' && !isRecordKind(kind)) {
    throw new InventoryFormatError(`line ${number} holds a record of the unknown kind ${JSON.stringify(kind)}`);
  }
  try {
    if (kind === 'recoveryPoints') builder.addPoint(record as unknown as RecoveryPoint);
    else {
      const upgraded = upgradedRecord(kind, record, builder.schemaVersion);
      builder.add(kind, upgraded as unknown as InventoryRecords[typeof kind]);
    }
  } catch (cause) {
    throw new InventoryFormatError(`line ${number} is damaged: it is not a record of ${kind}`, { cause });
  }
}

/** The record in the newest form. Only one that is known by what was written is believed: the hash is over that. */
function upgradedRecord(kind: RecordKind, record: StoredDocument, version: number): StoredDocument {
  if (version === INVENTORY_SCHEMA_VERSION) return record;
  const upgraded = upgradeRecord(kind, record, version);
  if (canonicalJson(recordAsWritten(kind, upgraded, version)) === canonicalJson(record)) return upgraded;
  throw new InventoryFormatError(`it is not a record of schema ${version}`);
}

function isRecordKind(kind: unknown): kind is RecordKind {
  return RECORD_KINDS.some((known) => known === kind);
}
