import { LedgerError } from './ledger-error.js';
import type { PartitionField, Table } from './tables/table.js';

/** Readers of Hive tables ignore names that begin with an underscore. */
export const MANIFESTS = '_manifests';

/** A day in UTC, `2026-11-22`: days are in order as their texts are. */
export type Day = string;

export function dayOf(moment: number): Day {
  return new Date(moment).toISOString().slice(0, 10);
}

/** Where a part lies in a ledger: the folders of its path. */
export interface Partition {
  readonly table: string;
  readonly date: Day;
  readonly account?: string;
  readonly region?: string;
}

const WORD = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;

/** The folder of a partition, from the ledger's: `kind=runs/date=2026-11-22`. */
export function partitionFolder<Row>(
  { name, partitionedBy }: Table<Row>,
  date: Day,
  values: Readonly<Partial<Record<PartitionField, string | undefined>>>,
): string {
  const folders = partitionedBy.map((field) => {
    const value = values[field] ?? '';
    // It becomes the name of a folder, and an inventory is a stranger's file.
    if (!WORD.test(value)) throw new LedgerError(`"${value}" is not a valid ${field}, so it cannot be recorded`);
    return `${field}=${value}`;
  });
  return [`kind=${name}`, `date=${date}`, ...folders].join('/');
}

/** The name of a part: of the recording that wrote it and of what it holds, so that no two files share one. */
export function partName(id: string, sha256: string): string {
  return `part-${id.slice(0, 12)}-${sha256.slice(0, 12)}.parquet`;
}

const PART_PATH =
  /^kind=(?<table>[a-z_]+)\/date=(?<date>\d{4}-\d{2}-\d{2})(\/account=(?<account>[\w-]+)\/region=(?<region>[\w-]+))?\/part-[0-9a-f]{12}-[0-9a-f]{12}\.parquet$/;

/** Parses the path of a part; undefined if it is not one. */
export function parsePartPath(path: string): Partition | undefined {
  const { table, date, account, region } = PART_PATH.exec(path)?.groups ?? {};
  if (table === undefined || date === undefined) return undefined;
  return { table, date, ...(account !== undefined && { account }), ...(region !== undefined && { region }) };
}

/** The file of a manifest, by its place in the chain: `_manifests/000000000012.json`. */
export function manifestPath(number: number): string {
  return `${MANIFESTS}/${String(number).padStart(12, '0')}.json`;
}

/** A manifest's place in the chain by the name of its file; undefined if it is not one. */
export function manifestNumber(name: string): number | undefined {
  const [, digits] = /^(\d{12})\.json$/.exec(name) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** The file of a manifest's signature: `_manifests/000000000012.json.0f1e2d3c4b5a6978.sig`. */
export function signaturePath(number: number, keyId: string): string {
  return `${manifestPath(number)}.${keyId}.sig`;
}

/** Parses the path of a signature; undefined if it is not one. */
export function parseSignaturePath(path: string): { readonly number: number; readonly keyId: string } | undefined {
  const [, digits, keyId] = /^_manifests\/(\d{12})\.json\.([0-9a-f]{16})\.sig$/.exec(path) ?? [];
  return digits === undefined || keyId === undefined ? undefined : { number: Number(digits), keyId };
}

/** The file of a manifest's timestamp, by the SHA-256 of the response: `_manifests/000000000012.json.0f1e2d3c4b5a6978.tsr`. */
export function timestampPath(number: number, sha256: string): string {
  return `${manifestPath(number)}.${sha256.slice(0, 16)}.tsr`;
}

/** The number of the manifest that a file is a timestamp of; undefined if it is not one. */
export function parseTimestampPath(path: string): number | undefined {
  const [, digits] = /^_manifests\/(\d{12})\.json\.[0-9a-f]{16}\.tsr$/.exec(path) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
