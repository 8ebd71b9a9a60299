import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ledgerOf, linkFault, readManifest } from './chain.js';
import type { Ledger } from './chain.js';
import { hasCode } from './durable.js';
import { holdOf, holdsIn } from './holds.js';
import {
  manifestNumber,
  manifestPath,
  MANIFESTS,
  parsePartPath,
  parseSignaturePath,
  parseTimestampPath,
} from './layout.js';
import { LedgerError, LedgerVersionError } from './ledger-error.js';
import { allFiles, isTemporaryFile } from './ledger-files.js';
import { replacedBy } from './manifest.js';
import type { Manifest, ManifestPart } from './manifest.js';
import { readAhead } from './read-ahead.js';
import { sha256OfBytes } from './read-table.js';
import { checkSignature } from './sign.js';
import { checkTimestamp } from './timestamp.js';
import type { LedgerTimestamp } from './timestamp.js';

/** A fault of a file of a ledger. */
export interface LedgerFault {
  /** From the ledger's folder, with slashes. */
  readonly file: string;
  readonly fault: string;
}

/** The result of verifying a ledger, which is intact if there are no faults. */
export interface Verification {
  readonly faults: readonly LedgerFault[];
  /** The newest manifest. Who keeps its hash elsewhere will know whether anything up to it was removed. */
  readonly head?: { readonly number: number; readonly sha256: string };
  readonly manifests: number;
  readonly parts: number;
  /** The timestamps of the given authorities, oldest manifest first. Absent: none were given. */
  readonly timestamps?: readonly LedgerTimestamp[];
}

/** The head and keys that a ledger is verified against. */
export interface VerifyOptions {
  /** The hash of a manifest that must be in the chain, such as that of the newest one at the last check. */
  readonly head?: string | undefined;
  /** Whose signatures count. Where there are any, the newest manifest must be signed by one of them. */
  readonly publicKeys?: readonly KeyObject[] | undefined;
  /** Certificates in PEM, by which timestamps count. Where there are any, some manifest must have such a timestamp. */
  readonly authorities?: readonly string[] | undefined;
}

/**
 * Holds every file of a ledger against the chain of its manifests, and names what was changed, removed or inserted.
 * That the newest manifests were removed, or all of them written anew, shows only against a head or a signature.
 *
 * @throws LedgerError if a later version wrote it: that is not a fault
 */
export async function verifyLedger(
  folder: string,
  { head, publicKeys = [], authorities = [] }: VerifyOptions = {},
): Promise<Verification> {
  const files = (await allFiles(folder)).filter((file) => !isTemporaryFile(file));
  const chain = await verifyChain(folder, files);
  const ledger = ledgerOf(folder, chain.manifests);
  const newest = chain.manifests.at(-1);
  const stamped = await timestampsOf(ledger, files, authorities);
  const faults = [
    ...chain.faults,
    ...replacementFaults(ledger),
    ...holdFaults(ledger),
    ...(await partFaults(ledger)),
    // Without all manifests it cannot be told which parts are nobody's.
    ...(chain.faults.length === 0 ? strayFaults(ledger, files) : []),
    ...headFaults(ledger, head),
    ...(await signatureFaults(ledger, files, publicKeys)),
    ...stamped.faults,
  ];
  return {
    faults,
    ...(newest && { head: { number: newest.number, sha256: newest.sha256 } }),
    manifests: chain.manifests.length,
    parts: ledger.parts.size,
    ...(authorities.length > 0 && { timestamps: stamped.timestamps }),
  };
}

interface Chain {
  readonly manifests: readonly Manifest[];
  readonly faults: readonly LedgerFault[];
}

/** The manifests that can be read, and what is wrong with the others or with their order. */
async function verifyChain(folder: string, files: readonly string[]): Promise<Chain> {
  const numbers = files.flatMap((file) => manifestNumber(file.slice(MANIFESTS.length + 1)) ?? []);
  const newest = numbers.reduce((a, b) => Math.max(a, b), 0);
  const manifests: Manifest[] = [];
  const faults: LedgerFault[] = [];
  for (let number = 1; number <= newest; number++) {
    const faulty = (fault: string) => faults.push({ file: manifestPath(number), fault });
    try {
      const manifest = await readManifest(folder, number);
      const fault = manifest ? linkFault(manifest, number, manifests.at(-1)) : 'missing: it was removed';
      if (fault !== undefined) faulty(fault);
      if (manifest !== undefined) manifests.push(manifest);
    } catch (error) {
      if (!(error instanceof LedgerError) || error instanceof LedgerVersionError) throw error;
      faulty(error.message);
    }
  }
  return { manifests, faults };
}

async function partFaults(ledger: Ledger): Promise<readonly LedgerFault[]> {
  const faults: LedgerFault[] = [];
  const files = readAhead(ledger.parts.values(), ({ path }) => readFileIfThere(join(ledger.folder, path)));
  for await (const { item: part, answer: bytes } of files) {
    if (bytes === undefined) faults.push({ file: part.path, fault: 'missing: it was removed' });
    else if (sha256OfBytes(bytes) !== part.sha256) faults.push({ file: part.path, fault: 'it was changed' });
  }
  return faults;
}

/** Replaced parts must have been current, and a compaction writes as many rows as it reads. */
function replacementFaults({ manifests }: Ledger): readonly LedgerFault[] {
  const inForce = new Map<string, string>();
  return manifests.flatMap((manifest) => {
    const replaced = replacedBy(manifest);
    const stranger = replaced.find(({ path, sha256 }) => inForce.get(path) !== sha256);
    for (const { path } of replaced) inForce.delete(path);
    for (const { path, sha256 } of manifest.parts) inForce.set(path, sha256);
    const file = manifestPath(manifest.number);
    if (stranger !== undefined) return [{ file, fault: `it replaces ${stranger.path}, which was not current` }];
    if (manifest.action !== 'compaction' || rowsOf(replaced) === rowsOf(manifest.parts)) return [];
    return [{ file, fault: `it replaces ${rowsOf(replaced)} rows with ${rowsOf(manifest.parts)} rows` }];
  });
}

/** Finds parts that a hold kept and a later manifest replaced in spite of it. */
function holdFaults({ manifests }: Ledger): readonly LedgerFault[] {
  return manifests.flatMap((manifest, index) => {
    const replaced = replacedBy(manifest);
    const holds = replaced.length === 0 ? [] : holdsIn(manifests.slice(0, index));
    return replaced.flatMap(({ path }) => {
      const hold = holdOf(holds, parsePartPath(path)?.date ?? '');
      const file = manifestPath(manifest.number);
      return hold === undefined ? [] : [{ file, fault: `it replaces ${path}, which the hold ${hold.name} keeps` }];
    });
  });
}

/** Files that no manifest lists. Parts that a compaction or a removal replaced may still exist, if it was interrupted. */
function strayFaults({ manifests, parts }: Ledger, files: readonly string[]): readonly LedgerFault[] {
  const replaced = new Set(manifests.flatMap(replacedBy).map(({ path }) => path));
  const numbers = new Set(manifests.map(({ number }) => number));
  return files.flatMap((file) => {
    const signed = parseSignaturePath(file)?.number ?? parseTimestampPath(file);
    const isManifest = manifestNumber(file.slice(MANIFESTS.length + 1)) !== undefined;
    if (parts.has(file) || replaced.has(file) || isManifest || (signed !== undefined && numbers.has(signed))) return [];
    if (signed !== undefined) return [{ file, fault: 'its manifest does not exist: the manifest was removed' }];
    return [{ file, fault: 'no manifest lists it: it was inserted, or its recording was interrupted' }];
  });
}

function headFaults({ manifests }: Ledger, head: string | undefined): readonly LedgerFault[] {
  if (head === undefined || manifests.some(({ sha256 }) => sha256 === head)) return [];
  return [
    {
      file: MANIFESTS,
      fault: `no manifest has the hash ${head}: the newest were removed, or the ledger was rewritten`,
    },
  ];
}

/** Returns whether the newest manifest is signed by one of the keys, and every signature of theirs is right. */
async function signatureFaults(
  { folder, manifests }: Ledger,
  files: readonly string[],
  keys: readonly KeyObject[],
): Promise<readonly LedgerFault[]> {
  const head = manifests.at(-1);
  if (keys.length === 0 || head === undefined) return [];
  const numbers = new Set(manifests.map(({ number }) => number));
  const faults: LedgerFault[] = [];
  let headIsSigned = false;
  for (const file of files) {
    const signed = parseSignaturePath(file)?.number;
    if (signed === undefined || !numbers.has(signed)) continue;
    const found = await checkSignature(folder, file, keys);
    if (found === 'wrong') faults.push({ file, fault: `it is not a valid signature of manifest ${signed}` });
    if (found === 'right' && signed === head.number) headIsSigned = true;
  }
  if (headIsSigned) return faults;
  return [...faults, { file: manifestPath(head.number), fault: 'it is not signed with a given key' }];
}

/** The timestamps that authorities gave to manifests, and the files that are not valid ones. */
async function timestampsOf(
  { folder, manifests }: Ledger,
  files: readonly string[],
  authorities: readonly string[],
): Promise<{ readonly timestamps: readonly LedgerTimestamp[]; readonly faults: readonly LedgerFault[] }> {
  const [timestamps, faults]: [LedgerTimestamp[], LedgerFault[]] = [[], []];
  if (authorities.length === 0 || manifests.length === 0) return { timestamps, faults };
  const numbers = new Set(manifests.map(({ number }) => number));
  for (const file of files) {
    const number = parseTimestampPath(file);
    if (number === undefined || !numbers.has(number)) continue;
    const found = await checkTimestamp(folder, file, authorities);
    if (found === 'wrong') faults.push({ file, fault: `it is not a valid timestamp of manifest ${number}` });
    else if (found !== 'by another') timestamps.push(found);
  }
  if (timestamps.length === 0)
    faults.push({ file: MANIFESTS, fault: 'no manifest has a timestamp of a given authority' });
  return { timestamps, faults };
}

function rowsOf(parts: readonly ManifestPart[]): number {
  return parts.reduce((sum, { rows }) => sum + rows, 0);
}

async function readFileIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR', 'ELOOP'].some((code) => hasCode(error, code))) return undefined;
    throw error;
  }
}
