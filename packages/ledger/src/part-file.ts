import { gunzipSync, gzipSync } from 'node:zlib';
import { canonicalJson } from '@backproof/core';
import type { Instant } from '@backproof/core';
import { parquetMetadata, parquetScan } from 'hyparquet';
import type { ParquetScan } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { BasicType } from 'hyparquet-writer';
import { columnFields, columnName } from './tables/table.js';
import type { ColumnType, RecordedRow, Table } from './tables/table.js';

/** Some rows of a table, a list of values for each field that was asked for. */
export interface Batch<Row, Field extends keyof Row> {
  readonly count: number;
  readonly columns: { readonly [F in Field]: readonly Row[F][] };
}

const PARQUET_TYPES = {
  text: 'STRING',
  instant: 'TIMESTAMP',
  integer: 'INT64',
  flag: 'BOOLEAN',
  json: 'STRING',
} as const satisfies Record<ColumnType, BasicType>;

/** Large enough for columns to compress well, small enough for a reader to hold one. */
const ROWS_IN_GROUP = 50_000;

/** Rows as the bytes of a Parquet file, compressed with gzip, which every reader of Parquet knows. */
export function encodePart<Row>(table: Table<Row>, rows: readonly Row[]): Uint8Array {
  const columnData = columnFields(table).map((field) => {
    const type = table.columns[field];
    return {
      name: columnName(field),
      type: PARQUET_TYPES[type],
      data: rows.map((row) => encoded(row[field], type)),
    };
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

/** Which rows of a part to give, by the values that some of their fields have. */
export interface RowFilter<Row> {
  readonly fields: readonly (keyof Row & string)[];
  /** @param values of the fields, in their order */
  readonly holds: (values: readonly unknown[]) => boolean;
}

/**
 * The rows of a part, some tens of thousands at a time, and of their columns no others than those of these fields. Only
 * what was so before a moment is given, and what fits a filter: of other rows nothing is decoded. A field that is no
 * column of the part is what its path says, or absent: the part may have been written by an earlier version.
 */
export async function* decodePart<Row extends RecordedRow, Field extends keyof Row & string>(
  table: Table<Row>,
  part: Uint8Array,
  fields: readonly Field[],
  {
    before,
    path,
    where,
  }: {
    readonly before: Instant;
    readonly path: Readonly<Record<string, string | undefined>>;
    readonly where?: RowFilter<Row> | undefined;
  },
): AsyncGenerator<Batch<Row, Field>> {
  const scan = await openScan(part);
  const present = new Set(scan.metadata.schema.map(({ name }) => name));
  for (const { rowStart, rowEnd } of scan.ranges) {
    const read = async (field: keyof Row & string, rows?: readonly number[]): Promise<readonly unknown[]> => {
      const column = columnName(field);
      if (!present.has(column)) return Array.from({ length: rows?.length ?? rowEnd - rowStart }, () => path[field]);
      const values = await scan.readColumn({ column, rowStart, rowEnd });
      const decode = DECODERS[table.columns[field]];
      return rows === undefined ? Array.from(values, decode) : rows.map((row) => decode(values[row]));
    };
    let kept = rowsBefore(await read('takenAt'), before);
    if (where !== undefined && kept.length > 0) {
      const asked = await Promise.all(where.fields.map((field) => read(field)));
      kept = kept.filter((row) => where.holds(asked.map((values) => values[row])));
    }
    if (kept.length === 0) continue;
    const rows = kept.length === rowEnd - rowStart ? undefined : kept;
    const columns: [Field, readonly unknown[]][] = [];
    for (const field of fields) columns.push([field, await read(field, rows)]);
    // Where a file's values are taken for what its table says; that it is the file that was written, its hash told.
    yield { count: kept.length, columns: Object.fromEntries(columns) as Batch<Row, Field>['columns'] };
  }
}

function openScan(part: Uint8Array): Promise<ParquetScan> {
  const bytes = part.slice().buffer;
  return parquetScan({
    file: { byteLength: bytes.byteLength, slice: (from, to) => bytes.slice(from, to) },
    metadata: parquetMetadata(bytes),
    compressors: { GZIP: (compressed) => gunzipSync(compressed) },
    parsers: { timestampFromMilliseconds: Number },
  });
}

function rowsBefore(times: readonly unknown[], before: Instant): readonly number[] {
  return times.flatMap((takenAt, row) => (typeof takenAt === 'number' && takenAt < before ? row : []));
}

function encoded(value: unknown, type: ColumnType): unknown {
  if (value === undefined) return undefined;
  if (type === 'json') return canonicalJson(value);
  return type === 'instant' || type === 'integer' ? BigInt(Number(value)) : value;
}

const DECODERS: Readonly<Record<ColumnType, (value: unknown) => unknown>> = {
  text: (value) => value ?? undefined,
  instant: (value) => value ?? undefined,
  flag: (value) => value ?? undefined,
  integer: (value) => (typeof value === 'bigint' ? Number(value) : undefined),
  json: (value): unknown => (typeof value === 'string' ? JSON.parse(value) : undefined),
};
