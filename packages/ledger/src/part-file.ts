import { gunzipSync, gzipSync } from 'node:zlib';
import { canonicalJson } from '@backproof/core';
import type { Instant } from '@backproof/core';
import { parquetMetadata, parquetScan } from 'hyparquet';
import type { FileMetaData, ParquetParsers, ParquetScan } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { BasicType } from 'hyparquet-writer';
import type { LivePart } from './chain.js';
import { LedgerError } from './ledger-error.js';
import { fieldCheck } from './row-form.js';
import { columnFields, columnName } from './tables/table.js';
import type { ColumnType, RecordedRow, Table } from './tables/table.js';

/** Some rows of one part, a list of values for each field that was asked for. */
export interface Batch<Row, Field extends keyof Row> {
  /** The path of the part. */
  readonly part: string;
  /** The numbers that the rows have in the part. */
  readonly rows: readonly number[];
  readonly count: number;
  readonly columns: { readonly [F in Field]-?: readonly Row[F][] };
}

const PARQUET_TYPES = {
  text: 'STRING',
  instant: 'TIMESTAMP',
  integer: 'INT64',
  flag: 'BOOLEAN',
  json: 'STRING',
} as const satisfies Record<ColumnType, BasicType>;

/** The bytes of a page that is read: one of 50,000 rows has some millions. */
const MOST_IN_PAGE = 2 ** 28;

/** Large enough for columns to compress well, small enough for a reader to hold one. */
const ROWS_IN_GROUP = 50_000;

/** Rows as the bytes of a Parquet file, compressed with gzip, which every reader of Parquet knows. */
export function encodePart<Row>(table: Table<Row>, rows: readonly Row[]): Uint8Array {
  const columnData = columnFields(table).map((field) => {
    const type = table.columns[field];
    const data = rows.map((row) => encoded(row[field], type));
    // A column that need not tell which of its values are there is smaller, and quicker to read.
    return { name: columnName(field), type: PARQUET_TYPES[type], data, nullable: data.includes(undefined) };
  });
  const file = parquetWriteBuffer({
    columnData,
    codec: 'GZIP',
    compressors: { GZIP: (bytes) => gzipSync(bytes) },
    rowGroupSize: ROWS_IN_GROUP,
    createdBy: 'backproof',
  });
  return new Uint8Array(file);
}

/** The rows of a part to return; of the others, as little as possible is decoded. */
export interface RowsWanted {
  /** Only what was so before this moment. */
  readonly before?: Instant | undefined;
  /** Only the rows of these numbers. */
  readonly rows?: ReadonlySet<number> | undefined;
}

/**
 * The rows of a part, some tens of thousands at a time, and of their columns no others than those of these fields. A
 * field without a value in the whole part is what its path says, or absent: the part may have been written by an earlier
 * version.
 *
 * @throws LedgerError if a value is not what its table says; any error if it is not Parquet
 */
export async function* decodePart<Row extends RecordedRow, Field extends keyof Row & string>(
  table: Table<Row>,
  { path, partition: { account, region } }: Pick<LivePart, 'path' | 'partition'>,
  bytes: Uint8Array,
  fields: readonly Field[],
  { before, rows: wanted }: RowsWanted = {},
): AsyncGenerator<Batch<Row, Field>> {
  const folders: Readonly<Record<string, string | undefined>> = { account, region };
  // Of few rows, few texts are needed.
  const scan = await openScan(bytes, wanted === undefined ? {} : { stringFromBytes: (text) => text });
  const filled = filledColumns(scan.metadata);
  for (const { rowStart, rowEnd } of scan.ranges) {
    const read = async (field: keyof Row & string, rows: readonly number[]): Promise<readonly unknown[]> => {
      const column = columnName(field);
      if (!filled.has(column)) return new Array<unknown>(rows.length).fill(folders[field]);
      const values: ArrayLike<unknown> = await scan.readColumn({ column, rowStart, rowEnd });
      return checkedValues(table, field, rows, (row) => values[row - rowStart]);
    };
    let rows = numbersFrom(rowStart, rowEnd);
    if (wanted !== undefined) rows = rows.filter((row) => wanted.has(row));
    if (before !== undefined) {
      const times = await read('takenAt', rows);
      rows = rows.filter((_, i) => isBefore(times[i], before));
    }
    if (rows.length === 0) continue;
    const columns: [Field, readonly unknown[]][] = [];
    for (const field of fields) columns.push([field, await read(field, rows)]);
    // Each value was checked by the schema that derives from the type of the row.
    const valuesOf = Object.fromEntries(columns) as Batch<Row, Field>['columns'];
    yield { part: path, rows, count: rows.length, columns: valuesOf };
  }
}

/** The values of a column in some rows, decoded. @throws LedgerError if one is not what its table says */
function checkedValues<Row>(
  table: Table<Row>,
  field: keyof Row & string,
  rows: readonly number[],
  valueAt: (row: number) => unknown,
): readonly unknown[] {
  const decode = DECODERS[table.columns[field]];
  const check = fieldCheck(table.name, field);
  const column = columnName(field);
  const values = new Array<unknown>(rows.length);
  // Most columns have few values, many times each: one that is like the one before is right if that is.
  let right: unknown;
  let isRightKnown = false;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? NaN;
    const stored = valueAt(row) ?? undefined;
    const value = decode ? decode(stored) : stored;
    if (!isRightKnown || value !== right) {
      const fault = check(value);
      if (fault !== undefined) throw new LedgerError(`its column ${column} ${fault} in row ${row}`);
      [right, isRightKnown] = [value, true];
    }
    values[i] = value;
  }
  return values;
}

/** The columns that have any value, as far as the file says: most of the optional ones have none in most parts. */
function filledColumns({ row_groups: groups }: FileMetaData): ReadonlySet<string> {
  const chunks = groups.flatMap(({ columns }) => columns.map(({ meta_data: chunk }) => chunk));
  const filled = chunks.filter((chunk) => chunk !== undefined && chunk.statistics?.null_count !== chunk.num_values);
  return new Set(filled.flatMap((chunk) => chunk?.path_in_schema ?? []));
}

function openScan(part: Uint8Array, parsers: Partial<ParquetParsers>): Promise<ParquetScan> {
  const bytes = part.slice().buffer;
  return parquetScan({
    file: { byteLength: bytes.byteLength, slice: (from, to) => bytes.slice(from, to) },
    metadata: parquetMetadata(bytes),
    compressors: { GZIP: (compressed) => gunzipSync(compressed, { maxOutputLength: MOST_IN_PAGE }) },
    parsers: { timestampFromMilliseconds: Number, ...parsers },
  });
}

function isBefore(takenAt: unknown, before: Instant): boolean {
  return typeof takenAt === 'number' && takenAt < before;
}

function encoded(value: unknown, type: ColumnType): unknown {
  if (value === undefined) return undefined;
  if (type === 'json') return canonicalJson(value);
  return type === 'instant' || type === 'integer' ? BigInt(Number(value)) : value;
}

/** The conversions of values that Parquet stores in another form. */
const DECODERS: Partial<Readonly<Record<ColumnType, (value: unknown) => unknown>>> = {
  text: textOf,
  integer: (value) => (typeof value === 'bigint' ? Number(value) : undefined),
  json: (value): unknown => {
    const text = textOf(value);
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  },
};

/** A text that may still be bytes. */
function textOf(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString() : value;
}

function numbersFrom(start: number, end: number): number[] {
  const numbers = new Array<number>(end - start);
  for (let index = 0; index < numbers.length; index++) numbers[index] = start + index;
  return numbers;
}
