import type { Instant } from '@backproof/core';

/**
 * The type of a column, and its type in Parquet: `text` as UTF-8, `instant` as a timestamp in milliseconds UTC,
 * `integer` as INT64, `flag` as a boolean, `json` as UTF-8 with a value in canonical JSON.
 */
export type ColumnType = 'text' | 'instant' | 'integer' | 'flag' | 'json';

/** The columns of every row of the ledger. */
export interface RecordedRow {
  /** The id of the recording that wrote it, as in its manifest. */
  readonly runId: string;
  /** The time of the evidence: when the inventory was taken, or the newest time in an imported file. */
  readonly takenAt: Instant;
}

/** Where a row belongs. */
export interface ScopedRow extends RecordedRow {
  /** `aws`, `aws-cn`, `aws-us-gov`, ... */
  readonly awsPartition: string;
  readonly account: string;
  readonly region: string;
}

/** The fields of a row that may be the names of folders. */
export type PartitionField = 'account' | 'region';

/**
 * One kind of row: the folder `kind=<name>`, and a column for each field. A field that is named in `partitionedBy` is
 * a folder and no column, so that whoever asks for one account and Region opens no other file.
 */
export interface Table<Row> {
  readonly name: string;
  readonly partitionedBy: readonly PartitionField[];
  readonly columns: Readonly<Record<keyof Row, ColumnType>>;
}

/** A table whose rows are copied without being read. */
export type AnyTable = Table<RecordedRow & Readonly<Record<string, unknown>>>;

/** The fields that every row of the ledger has. */
export const RECORDED = { runId: 'text', takenAt: 'instant' } as const satisfies Table<RecordedRow>['columns'];

/** The fields of rows that belong to a scope. */
export const SCOPED = {
  ...RECORDED,
  awsPartition: 'text',
  account: 'text',
  region: 'text',
} as const satisfies Table<ScopedRow>['columns'];

/** A field as files name it: `createdAt` is `created_at`. */
export function columnName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** All fields of a table's rows, in the order of its columns. */
export function fieldsOf<Row>({ columns }: Table<Row>): readonly (keyof Row & string)[] {
  // The keys of a literal are those of its type: tables are made of nothing else.
  return Object.keys(columns) as (keyof Row & string)[];
}

/** The fields of a table that are columns of its files, in their order. */
export function columnFields<Row>(table: Table<Row>): readonly (keyof Row & string)[] {
  return fieldsOf(table).filter((field) => !table.partitionedBy.some((folder) => folder === field));
}
