import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '@backproof/core';
import type { Ledger, LivePart } from './chain.js';
import { hasCode } from './durable.js';
import { dayOf } from './layout.js';
import type { Day } from './layout.js';
import { LedgerError } from './ledger-error.js';
import type { ManifestPart } from './manifest.js';
import { decodePart } from './part-file.js';
import type { Batch, RowsWanted } from './part-file.js';
import { readAhead } from './read-ahead.js';
import { fieldsOf } from './tables/table.js';
import type { RecordedRow, Table } from './tables/table.js';

/** Which rows of a table to read. Other days are not opened: each has its own files. */
export interface RowRange {
  /** The first day. */
  readonly since?: Day | undefined;
  /** The last day. */
  readonly until?: Day | undefined;
  /** Only what was so before this moment. */
  readonly before?: Instant | undefined;
}

/**
 * The rows of a table, day by day and some tens of thousands at a time; of each row the fields that are asked for, and
 * no other column is decoded. Each file is checked against its hash before use.
 *
 * @throws LedgerError if a part was changed or is missing
 */
export async function* readTable<Row extends RecordedRow, Field extends keyof Row & string>(
  ledger: Ledger,
  table: Table<Row>,
  fields: readonly Field[],
  range: RowRange = {},
): AsyncGenerator<Batch<Row, Field>> {
  const { before } = range;
  for await (const { item: part, answer: bytes } of readParts(ledger, partsIn(ledger, table.name, range))) {
    yield* batchesOf(ledger, table, part, bytes, fields, { before });
  }
}

/**
 * The rows of a table that stand in some places, in the order of its parts. No other file is opened.
 *
 * @param places the numbers of rows by the paths of their parts, as in batches
 * @throws LedgerError if a part was changed or is missing
 */
export async function* readTableAt<Row extends RecordedRow, Field extends keyof Row & string>(
  ledger: Ledger,
  table: Table<Row>,
  fields: readonly Field[],
  places: ReadonlyMap<string, ReadonlySet<number>>,
): AsyncGenerator<Batch<Row, Field>> {
  const parts = (ledger.tables.get(table.name) ?? []).filter(({ path }) => places.has(path));
  for await (const { item: part, answer: bytes } of readParts(ledger, parts)) {
    yield* batchesOf(ledger, table, part, bytes, fields, { rows: places.get(part.path) });
  }
}

/** The rows of a table, one after the other, with all fields. Fields without a value are absent. */
export async function* readRows<Row extends RecordedRow>(
  ledger: Ledger,
  table: Table<Row>,
  range: RowRange = {},
): AsyncGenerator<Row> {
  const fields = fieldsOf(table);
  for await (const batch of readTable(ledger, table, fields, range)) yield* rowsOf(batch, fields);
}

/**
 * The rows of a table that stand in some places, with all fields. Fields without a value are absent.
 *
 * @param places the numbers of rows by the paths of their parts, as in batches
 * @throws LedgerError if a part was changed or is missing
 */
export async function* readRowsAt<Row extends RecordedRow>(
  ledger: Ledger,
  table: Table<Row>,
  places: ReadonlyMap<string, ReadonlySet<number>>,
): AsyncGenerator<Row> {
  const fields = fieldsOf(table);
  for await (const batch of readTableAt(ledger, table, fields, places)) yield* rowsOf(batch, fields);
}

/** The rows of one part. */
export async function* partRows<Row extends RecordedRow>(
  ledger: Ledger,
  part: LivePart,
  table: Table<Row>,
): AsyncGenerator<Row> {
  const fields = fieldsOf(table);
  for await (const batch of batchesOf(ledger, table, part, await readPart(ledger, part), fields)) {
    yield* rowsOf(batch, fields);
  }
}

/** The rows of a part. @throws LedgerError if it has the hash of its manifest, and does not fit its table */
async function* batchesOf<Row extends RecordedRow, Field extends keyof Row & string>(
  { folder }: Ledger,
  table: Table<Row>,
  part: LivePart,
  bytes: Uint8Array,
  fields: readonly Field[],
  wanted?: RowsWanted,
): AsyncGenerator<Batch<Row, Field>> {
  try {
    yield* decodePart(table, part, bytes, fields, wanted);
  } catch (cause) {
    const fault = cause instanceof LedgerError ? cause.message : 'it is damaged';
    throw new LedgerError(
      `${join(folder, part.path)} is not a part of the table ${table.name}: ${fault}. Restore the ledger from a backup.`,
      { cause },
    );
  }
}

function* rowsOf<Row, Field extends keyof Row>(
  { count, columns }: Batch<Row, Field>,
  fields: readonly Field[],
): Generator<Row> {
  for (let row = 0; row < count; row++) {
    const entries = fields.map((field) => [field, columns[field][row]] as const);
    // All fields of the row are here, each of its column's type.
    yield Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as unknown as Row;
  }
}

function readParts(ledger: Ledger, parts: readonly LivePart[]) {
  return readAhead(parts, (part) => readPart(ledger, part));
}

/** The parts of a table that may hold rows of a range, oldest day first. */
function partsIn(ledger: Ledger, table: string, { since = '', until = '9999', before }: RowRange): readonly LivePart[] {
  const last = before === undefined || dayOf(before) > until ? until : dayOf(before);
  const parts = ledger.tables.get(table) ?? [];
  return parts.filter(({ partition: { date } }) => since <= date && date <= last);
}

/**
 * Reads the bytes of a part and checks them against its manifest.
 * @throws LedgerError if the part was changed or is missing
 */
async function readPart(ledger: Ledger, part: ManifestPart): Promise<Uint8Array> {
  const path = join(ledger.folder, part.path);
  const wayOut = `Unless the ledger was compacted or pruned just now, check it with: backproof ledger verify --ledger ${ledger.folder}`;
  try {
    const bytes = await readFile(path);
    if (sha256OfBytes(bytes) === part.sha256) return bytes;
    throw new LedgerError(`${path} was changed after it was recorded. ${wayOut}`);
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    const fault = hasCode(error, 'ENOENT') ? 'is missing' : `cannot be read: ${String(error)}`;
    throw new LedgerError(`${path} ${fault}. ${wayOut}`, { cause: error });
  }
}

export function sha256OfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
