import { canonicalJson, hashing, sha256 } from './canonical.js';
import { recordAsWritten } from './inventory-versions.js';
import { INVENTORY_SCHEMA_VERSION } from './inventory.js';
import type { Inventory } from './inventory.js';
import { RECORD_KINDS } from './record-kind.js';

/** The word by which a file is known as an inventory. */
export const INVENTORY_FORMAT = 'backproof-inventory';

/** The schema since which the footer has the SHA-256 of the lines before it. */
export const LINES_HASHED_SINCE = 2;

/**
 * The inventory as lines of JSON (NDJSON), a record a line, in canonical form and order: first the header, last the
 * footer with the number and the SHA-256 of the lines before it, so that a damaged file is known as such. Each line ends
 * in a newline. An inventory that was read from an older file has the lines of that file.
 */
export function* inventoryLines(inventory: Inventory): Generator<string> {
  const hash = hashing();
  let lines = 0;
  for (const line of linesBeforeEnd(inventory)) {
    hash.add(line);
    lines += 1;
    yield line;
  }
  const isHashed = inventory.schemaVersion >= LINES_HASHED_SINCE;
  yield `${canonicalJson({ end: INVENTORY_FORMAT, lines, ...(isHashed && { sha256: hash.end() }) })}\n`;
}

function* linesBeforeEnd(inventory: Inventory): Generator<string> {
  yield* linesBeforePoints(inventory);
  for (const point of inventory.recoveryPoints.canonicalJson()) yield `{"kind":"recoveryPoints","record":${point}}\n`;
}

/** The header, and a line for each record. */
function* linesBeforePoints(inventory: Inventory): Generator<string> {
  const { schemaVersion, takenAt, shard } = inventory;
  yield `${canonicalJson({ format: INVENTORY_FORMAT, schemaVersion, takenAt, ...(shard && { shard }) })}\n`;
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
  return sha256(linesToHash(inventory));
}

/** Takes the hash as `inventoryHash` does, in steps of some milliseconds: for a thread that also serves others. */
export function* inventoryHashInSteps(inventory: Inventory): Generator<void, string> {
  const hash = hashing();
  let lines = 0;
  for (const line of linesToHash(inventory)) {
    hash.add(line);
    if (++lines % LINES_A_STEP === 0) yield;
  }
  return hash.end();
}

const LINES_A_STEP = 1000;

function linesToHash(inventory: Inventory): Iterable<string> {
  return inventory.schemaVersion < POINTS_HASHED_SINCE ? inventoryLines(inventory) : hashedLines(inventory);
}

/** The schema since which the points of a resource are hashed by themselves. */
const POINTS_HASHED_SINCE = 2;

function* hashedLines(inventory: Inventory): Generator<string> {
  yield* linesBeforePoints(inventory);
  for (const points of inventory.recoveryPoints.hashes()) {
    yield `{"kind":"recoveryPoints","record":${canonicalJson(points)}}\n`;
  }
}
