import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { hasCode, putNewFile } from './durable.js';
import { manifestNumber, manifestPath, MANIFESTS, parsePartPath } from './layout.js';
import type { Day, Partition } from './layout.js';
import { LedgerError } from './ledger-error.js';
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
  /** All of the days before this one was removed. */
  readonly prunedBefore?: Day;
}

/**
 * Opens the ledger in a folder. A folder that does not exist or has no manifest is a ledger without a record.
 * @throws LedgerError where a manifest was changed or removed
 */
export async function openLedger(folder: string): Promise<Ledger> {
  const manifests: Manifest[] = [];
  for (;;) {
    const next = await readManifest(folder, manifests.at(-1));
    if (next === undefined) return ledgerOf(folder, manifests);
    manifests.push(next);
  }
}

/** The ledger that these manifests tell of. */
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
  return { folder, manifests, parts, ...(prunedBefore !== undefined && { prunedBefore }) };
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

/** The names in a folder; none if there is no such folder. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

async function putManifest(folder: string, manifest: Manifest): Promise<boolean> {
  try {
    return await putNewFile(join(folder, manifestPath(manifest.number)), Buffer.from(manifestText(manifest)));
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].some((code) => hasCode(error, code))) throw error;
    throw new LedgerError(
      `the file system of ${folder} has no hard links, by which a ledger keeps two writers apart. Keep it on another.`,
      { cause: error },
    );
  }
}

/** The manifest after another; undefined if that is the newest. */
async function readManifest(folder: string, before: Manifest | undefined): Promise<Manifest | undefined> {
  const path = join(folder, manifestPath((before?.number ?? 0) + 1));
  try {
    const text = (await readText(path)) ?? (await readMissed(path));
    if (text === undefined) return undefined;
    const manifest = parseManifest(text);
    const fault = linkFault(manifest, before);
    if (fault !== undefined) throw new LedgerError(fault);
    return manifest;
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    const wayOut = `Find out more with: backproof ledger verify --ledger ${folder}`;
    throw new LedgerError(`cannot read the ledger: ${path}: ${error.message}. ${wayOut}`, { cause: error });
  }
}

/** Reads a manifest that was not there: where later ones are, it is there by now, or was removed. */
async function readMissed(path: string): Promise<string | undefined> {
  const hasLater = (await namesIn(dirname(path))).some(
    (name) => manifestNumber(name) !== undefined && name > basename(path),
  );
  if (!hasLater) return undefined;
  const text = await readText(path);
  if (text === undefined) throw new LedgerError('it is missing, and there are later ones');
  return text;
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Why a manifest is not the one after `before`; undefined if it is. */
export function linkFault(manifest: Manifest, before: Manifest | undefined): string | undefined {
  const expected = (before?.number ?? 0) + 1;
  if (manifest.number !== expected) return `it is manifest ${manifest.number} and not ${expected}`;
  if (manifest.previous !== (before?.sha256 ?? '')) {
    return 'it does not follow the manifest before it: one of them was replaced';
  }
  return undefined;
}
