import { canonicalJson, hashing } from './canonical.js';
import { InventoryBuilder } from './inventory-builder.js';
import { INVENTORY_FORMAT, LINES_HASHED_SINCE } from './inventory-lines.js';
import { INVENTORY_VERSIONS, recordAsWritten, upgradeRecord } from './inventory-versions.js';
import { INVENTORY_SCHEMA_VERSION } from './inventory.js';
import type { Inventory } from './inventory.js';
import { LATEST_INSTANT } from './instant.js';
import { RECORD_KINDS } from './record-kind.js';
import type { InventoryRecords, RecordKind } from './record-kind.js';
import { recordFault } from './record-fault.js';
import type { RecoveryPoint } from './recovery-point.js';
import { isStoredDocument, readableVersion } from './schema-version.js';
import { isShard } from './shard.js';
import type { StoredDocument } from './schema-version.js';
import type { Spool } from './spool.js';

/** A file that is not an inventory, or is damaged. */
export class InventoryFormatError extends Error {
  override readonly name = 'InventoryFormatError';
}

/**
 * Reads back what `inventoryLines` wrote, line by line, with or without their ends, in this or an earlier version. What an older inventory lacks is
 * absent: it was not read.
 *
 * @param spool - where recovery points go that do not all fit into memory; absent: they stay there
 * @throws SchemaVersionError if a later version wrote it
 * @throws InventoryFormatError if it is not an inventory, damaged or truncated; the message has the line
 */
export async function readInventory(
  lines: AsyncIterable<string> | Iterable<string>,
  spool?: Spool,
): Promise<Inventory> {
  let builder: InventoryBuilder | undefined;
  let count = 0;
  let ended = false;
  const hash = hashing();
  for await (const each of lines) {
    const line = each.endsWith('\n') ? each.slice(0, -1) : each;
    const number = count + 1;
    const document = parseLine(line, number);
    if (ended) throw new InventoryFormatError(`it goes on after its end, at line ${number}`);
    if (builder === undefined) builder = builderFor(document, spool);
    else if ('end' in document) ended = checkFooter(document, count, builder.schemaVersion, hash.end());
    else addRecord(builder, document, number);
    if (!ended) hash.add(`${line}\n`);
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

function builderFor(header: StoredDocument, spool: Spool | undefined): InventoryBuilder {
  if (header.format !== INVENTORY_FORMAT) throw new InventoryFormatError('it is not an inventory of Backproof');
  const schemaVersion = readableVersion(header, INVENTORY_VERSIONS);
  const { takenAt, shard } = header;
  if (typeof takenAt !== 'number' || !(takenAt >= 0 && takenAt <= LATEST_INSTANT)) {
    throw new InventoryFormatError('its header does not say when it was taken');
  }
  if (shard === undefined) return new InventoryBuilder(takenAt, { schemaVersion, spool });
  if (!isShard(shard)) throw new InventoryFormatError('its header does not say which part of a scan it is');
  return new InventoryBuilder(takenAt, { schemaVersion, spool, shard });
}

function checkFooter(footer: StoredDocument, linesBefore: number, version: number, sha256: string): true {
  if (footer.lines !== linesBefore) {
    throw new InventoryFormatError(`it has ${linesBefore} lines where its footer counts ${String(footer.lines)}`);
  }
  if (version >= LINES_HASHED_SINCE && footer.sha256 !== sha256) {
    throw new InventoryFormatError('it was changed or damaged: its lines do not have the SHA-256 of its footer');
  }
  return true;
}

/** Adds the record of a line, if it has the form of its kind. */
function addRecord(builder: InventoryBuilder, { kind, record }: StoredDocument, number: number): void {
  if (!isStoredDocument(record)) throw new InventoryFormatError(`line ${number} holds no record`);
  if (isRecoveryPoint(kind, record, number)) builder.addPoint(record);
  else if (isRecordKind(kind)) addRecordOf(kind, builder, record, number);
  else if (kind === undefined) throw new InventoryFormatError(`line ${number} holds a record without a kind`);
  else throw new InventoryFormatError(`line ${number} holds a record of the unknown kind ${JSON.stringify(kind)}`);
}

function isRecoveryPoint(
  kind: unknown,
  record: StoredDocument,
  number: number,
): record is StoredDocument & RecoveryPoint {
  if (kind !== 'recoveryPoints') return false;
  checkForm(kind, record, number);
  return true;
}

function addRecordOf(kind: RecordKind, builder: InventoryBuilder, record: StoredDocument, number: number): void {
  const upgraded = upgradedRecord(kind, record, builder.schemaVersion, number);
  checkForm(kind, upgraded, number);
  // The schema is derived from the type of the kind's records.
  builder.add(kind, upgraded as unknown as InventoryRecords[typeof kind]);
}

/** @throws InventoryFormatError if a record does not have the form of its kind */
function checkForm(kind: RecordKind | 'recoveryPoints', record: object, number: number): void {
  const fault = recordFault(kind, record);
  if (fault !== undefined) throw new InventoryFormatError(`line ${number}, a record of ${kind}: ${fault}`);
}

/** The record in the newest form. Only one that is known by what was written is believed: the hash is over that. */
function upgradedRecord(kind: RecordKind, record: StoredDocument, version: number, number: number): StoredDocument {
  if (version === INVENTORY_SCHEMA_VERSION) return record;
  const fault = new InventoryFormatError(`line ${number} is not a record of ${kind} as schema ${version} has it`);
  let upgraded: StoredDocument;
  try {
    upgraded = upgradeRecord(kind, record, version);
    if (canonicalJson(recordAsWritten(kind, upgraded, version)) === canonicalJson(record)) return upgraded;
  } catch (cause) {
    fault.cause = cause;
  }
  throw fault;
}

function isRecordKind(kind: unknown): kind is RecordKind {
  return RECORD_KINDS.some((known) => known === kind);
}
