import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { groupBy } from '@backproof/core';
import type { Instant } from '@backproof/core';
import { appendManifest, openLedger } from './chain.js';
import type { Ledger } from './chain.js';
import { putFile } from './durable.js';
import { holdOf, holdsIn } from './holds.js';
import { dayOf, partitionFolder, partName } from './layout.js';
import type { Manifest, ManifestAction, ManifestPart } from './manifest.js';
import { encodePart } from './part-file.js';
import { sha256OfBytes } from './read-table.js';
import type { RecordedRow, Table } from './tables/table.js';

/** A part that is about to be written. */
export interface Part {
  readonly path: string;
  readonly rows: number;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** The parts to add to a ledger. */
export interface Addition {
  /** SHA-256 of what is added. */
  readonly id: string;
  readonly takenAt: Instant;
  readonly action: ManifestAction;
  /** Written one after the other, in this order. */
  readonly parts: Iterable<Part> | AsyncIterable<Part>;
}

/**
 * Adds parts to a ledger, and then the manifest that puts them in force: all of them or none. A process that ends
 * before leaves parts that no reader of the manifests sees.
 *
 * @param isMoot asked with what others wrote meanwhile: whether the addition has become none. Its parts are then removed.
 * @returns the manifest, or undefined if it was moot
 */
export async function append(
  folder: string,
  { id, takenAt, action, parts: added }: Addition,
  isMoot: (ledger: Ledger) => boolean,
): Promise<Manifest | undefined> {
  const written: ManifestPart[] = [];
  for await (const { path, rows, bytes, sha256 } of added) {
    await putFile(join(folder, path), bytes);
    written.push({ path, rows, bytes: bytes.length, sha256 });
  }
  const content = { ...action, id, takenAt: new Date(takenAt).toISOString(), parts: written };
  const manifest = await appendManifest(folder, (ledger) => (isMoot(ledger) ? undefined : content));
  if (manifest === undefined) await removeParts(await openLedger(folder), written);
  return manifest;
}

/** Adds parts in the place of others, unless there are none to replace, others replaced them meanwhile, or a hold keeps them. */
export async function replaceParts(
  { folder }: Ledger,
  addition: Addition & { readonly action: { readonly replaces: readonly ManifestPart[] } },
): Promise<Manifest | undefined> {
  const { replaces } = addition.action;
  if (replaces.length === 0) return undefined;
  return append(folder, addition, ({ parts: inForce, manifests }) => {
    const holds = holdsIn(manifests);
    return replaces.some(({ path }) => {
      const part = inForce.get(path);
      return part === undefined || holdOf(holds, part.partition.date) !== undefined;
    });
  });
}

/** Rows as parts of the day on which they were so, one for each partition that they fall into. */
export function* parts<Row extends RecordedRow & { readonly account?: string; readonly region?: string }>(
  table: Table<Row>,
  rows: Iterable<Row>,
  { runId, takenAt }: RecordedRow,
): Generator<Part> {
  const day = dayOf(takenAt);
  for (const [folder, group] of groupBy(rows, (row) => partitionFolder(table, day, row))) {
    const bytes = encodePart(table, group);
    const sha256 = sha256OfBytes(bytes);
    yield { path: `${folder}/${partName(runId, sha256)}`, rows: group.length, bytes, sha256 };
  }
}

/** Removes the files of parts that are not in force. */
async function removeParts(ledger: Ledger, removed: readonly ManifestPart[]): Promise<void> {
  for (const { path } of removed) {
    if (!ledger.parts.has(path)) await rm(join(ledger.folder, path), { force: true });
  }
}
