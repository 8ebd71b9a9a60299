import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compare, groupBy, SchemaVersionError } from '@backproof/core';
import { hasCode, putNewFile } from './durable.js';
import { manifestNumber, manifestPath, MANIFESTS, parsePartPath } from './layout.js';
import type { Day, Partition } from './layout.js';
import { LedgerError, LedgerVersionError } from './ledger-error.js';
import { namesIn } from './ledger-files.js';
import { manifestText, parseManifest, replacedBy, sealManifest } from './manifest.js';
import type { Manifest, ManifestContent, ManifestPart } from './manifest.js';

/** A part that is in force. */
export interface LivePart extends ManifestPart {
  readonly partition: Partition;
  /** The manifest that brought it. */
  readonly manifest: Manifest;
}

/** A ledger as it stood at one moment. What is appended later is not in it. */
export interface Ledger {
  readonly folder: string;
  readonly manifests: readonly Manifest[];
  /** The parts that are in force, by path. */
  readonly parts: ReadonlyMap<string, LivePart>;
  /** The same parts by the names of their tables, oldest day first. */
  readonly tables: ReadonlyMap<string, readonly LivePart[]>;
  /** All of the days before this one was removed. */
  readonly prunedBefore?: Day;
}

/**
 * Opens the ledger in a folder. A folder that does not exist or has no manifest is a ledger without a record.
 * @throws LedgerError if a manifest was changed or removed, or a later version wrote it
 */
export async function openLedger(folder: string): Promise<Ledger> {
  const manifests: Manifest[] = [];
  for (;;) {
    const next = await manifestAfter(folder, manifests.at(-1));
    if (next === undefined) return ledgerOf(folder, manifests);
    manifests.push(next);
  }
}

/** The ledger that these manifests describe. */
export function ledgerOf(folder: string, manifests: readonly Manifest[]): Ledger {
  const parts = new Map<string, LivePart>();
  let prunedBefore: Day | undefined;
  for (const manifest of manifests) {
    for (const part of replacedBy(manifest)) parts.delete(part.path);
    for (const part of manifest.parts) {
      const partition = parsePartPath(part.path);
      if (partition !== undefined) parts.set(part.path, { ...part, partition, manifest });
    }
    if (manifest.action === 'prune' && manifest.before > (prunedBefore ?? '')) prunedBefore = manifest.before;
  }
  const inOrder = [...parts.values()].sort((a, b) => compare(a.path, b.path));
  const tables = groupBy(inOrder, ({ partition }) => partition.table);
  return { folder, manifests, parts, tables, ...(prunedBefore !== undefined && { prunedBefore }) };
}

/** A part as its manifest describes it. */
export function manifestPart({ path, rows, bytes, sha256 }: LivePart): ManifestPart {
  return { path, rows, bytes, sha256 };
}

/**
 * Adds a manifest to the end of the chain. Where another writer was quicker, it tries again after that one's; `make` is
 * asked each time what is to be written, and may say that nothing is.
 *
 * @returns the manifest, or undefined if there was nothing to write
 */
export async function appendManifest(
  folder: string,
  make: (ledger: Ledger) => ManifestContent | undefined,
): Promise<Manifest | undefined> {
  for (;;) {
    const ledger = await openLedger(folder);
    const content = make(ledger);
    if (content === undefined) return undefined;
    const manifest = sealManifest(content, ledger.manifests.at(-1), new Date());
    if (await putManifest(folder, manifest)) return manifest;
  }
}

async function putManifest(folder: string, manifest: Manifest): Promise<boolean> {
  try {
    return await putNewFile(join(folder, manifestPath(manifest.number)), Buffer.from(manifestText(manifest)));
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].some((code) => hasCode(error, code))) throw error;
    throw new LedgerError(
      `the file system of ${folder} does not support hard links, which a ledger needs. Use another file system.`,
      { cause: error },
    );
  }
}

/** The manifest after another; undefined if that is the newest. */
async function manifestAfter(folder: string, before: Manifest | undefined): Promise<Manifest | undefined> {
  const number = (before?.number ?? 0) + 1;
  try {
    const manifest = (await readManifest(folder, number)) ?? (await readMissed(folder, number));
    const fault = manifest && linkFault(manifest, number, before);
    if (fault !== undefined) throw new LedgerError(fault);
    return manifest;
  } catch (error) {
    if (!(error instanceof LedgerError) || error instanceof LedgerVersionError) throw error;
    const path = join(folder, manifestPath(number));
    const wayOut = `Check the ledger with: backproof ledger verify --ledger ${folder}`;
    throw new LedgerError(`cannot read the ledger: ${path}: ${error.message}. ${wayOut}`, { cause: error });
  }
}

/** Reads a manifest that was not there: where later ones are, it is there by now, or was removed. */
async function readMissed(folder: string, number: number): Promise<Manifest | undefined> {
  const numbers = (await namesIn(join(folder, MANIFESTS))).flatMap((name) => manifestNumber(name) ?? []);
  if (!numbers.some((other) => other > number)) return undefined;
  const manifest = await readManifest(folder, number);
  if (manifest === undefined) throw new LedgerError('it is missing, although later manifests exist');
  return manifest;
}

/**
 * Reads one manifest; undefined if there is none of this number.
 * @throws LedgerError if it was changed, or cannot be read
 * @throws LedgerVersionError if a later version wrote it
 */
export async function readManifest(folder: string, number: number): Promise<Manifest | undefined> {
  const path = join(folder, manifestPath(number));
  try {
    return parseManifest(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof SchemaVersionError) throw new LedgerVersionError(`${path} ${error.fault}`, { cause: error });
    if (hasCode(error, 'ENOENT')) return undefined;
    if (error instanceof LedgerError) throw error;
    throw new LedgerError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** The reason why a manifest is not the one of this number; where the one before it is known, also why it does not follow that. */
export function linkFault(manifest: Manifest, number: number, before: Manifest | undefined): string | undefined {
  if (manifest.number !== number) return `it is manifest ${manifest.number}, expected ${number}`;
  const isKnown = number === 1 || before?.number === number - 1;
  if (!isKnown || manifest.previous === (before?.sha256 ?? '')) return undefined;
  return 'it does not follow the previous manifest: one of them was replaced';
}
