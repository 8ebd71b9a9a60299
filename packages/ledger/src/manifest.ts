import { canonicalJson, formFault, readableVersion, sha256 } from '@backproof/core';
import type { SchemaVersions, StoredDocument } from '@backproof/core';
import { MANIFEST_SCHEMA } from './generated/ledger-schemas.js';
import { parsePartPath } from './layout.js';
import type { Day } from './layout.js';
import { LedgerError } from './ledger-error.js';

/**
 * The version of the ledger's form that this code writes, and the newest that it reads. How a manifest is hashed is the
 * same in every version: a changed one and one of a later version are distinguished.
 */
export const LEDGER_SCHEMA_VERSION = 2;

const VERSIONS: SchemaVersions = { oldest: 1, newest: LEDGER_SCHEMA_VERSION };

const FORMAT = 'backproof-ledger';

/** A part as its manifest knows it. */
export interface ManifestPart {
  /** From the ledger's folder, with slashes. */
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** An imported file. */
export interface ImportSource {
  readonly name: string;
  readonly sha256: string;
}

/** A legal hold: no file of its days is removed or written anew. */
export interface Hold {
  readonly name: string;
  /** The reason for the hold, or for its release. */
  readonly reason: string;
  /** The first and the last day. Absent: all days on that side. */
  readonly from?: Day;
  readonly to?: Day;
}

/** The change of the ledger. */
export type ManifestAction =
  /** The evidence of a run was added. */
  | { readonly action: 'run' }
  /** Evidence from files of others was added. */
  | { readonly action: 'import'; readonly sources: readonly ImportSource[] }
  /** The rows of the replaced parts were written anew as these parts. */
  | { readonly action: 'compaction'; readonly replaces: readonly ManifestPart[] }
  /** All parts of the days before this one were removed. */
  | { readonly action: 'prune'; readonly before: Day; readonly replaces: readonly ManifestPart[] }
  /** Some days must stay as they are until the hold is released. Since version 2. */
  | { readonly action: 'hold'; readonly hold: Hold }
  /** A hold ended. Since version 2. */
  | { readonly action: 'release'; readonly hold: Pick<Hold, 'name' | 'reason'> };

/** The content of a manifest, before it has its place in the chain. */
export type ManifestContent = ManifestAction & {
  /** SHA-256 of what was recorded: the same inventory and run have the same one. */
  readonly id: string;
  /** When what was recorded was so, ISO 8601. */
  readonly takenAt: string;
  readonly parts: readonly ManifestPart[];
};

/** One link of the chain. */
export type Manifest = ManifestContent & {
  readonly format: typeof FORMAT;
  readonly schemaVersion: number;
  /** From 1, without a gap. */
  readonly number: number;
  /** The hash of the manifest before it; of the first one empty. */
  readonly previous: string;
  /** By the clock of the machine that wrote it, ISO 8601. */
  readonly recordedAt: string;
  /** SHA-256 of the manifest without this field, in canonical JSON. */
  readonly sha256: string;
};

/** Gives what was recorded its place in the chain, after `head`. */
export function sealManifest(content: ManifestContent, head: Manifest | undefined, recordedAt: Date): Manifest {
  const open = {
    ...content,
    format: FORMAT,
    schemaVersion: versionOf(content),
    number: (head?.number ?? 0) + 1,
    previous: head?.sha256 ?? '',
    recordedAt: recordedAt.toISOString(),
  } as const;
  return { ...open, sha256: sha256([canonicalJson(open)]) };
}

/** The version that a manifest needs: a ledger without a hold stays readable by versions that know none. */
function versionOf({ action }: ManifestContent): number {
  return action === 'hold' || action === 'release' ? LEDGER_SCHEMA_VERSION : VERSIONS.oldest;
}

export function manifestText(manifest: Manifest): string {
  return `${canonicalJson(manifest)}\n`;
}

/**
 * Reads a manifest back, of this or an earlier version. Every byte of it counts: it is in canonical form, and its hash is
 * its own.
 *
 * @throws LedgerError if it was changed
 * @throws SchemaVersionError if a later version wrote it
 */
export function parseManifest(text: string): Manifest {
  const parsed = parseObject(text);
  if (parsed.format !== FORMAT) throw new LedgerError('it is not a manifest of a ledger');
  const { sha256: hash, ...open } = parsed;
  if (hash !== sha256([canonicalJson(open)]) || text !== `${canonicalJson(parsed)}\n`) {
    throw new LedgerError('it was changed: its content does not match its hash');
  }
  readableVersion(parsed, VERSIONS);
  const fault = formFault(MANIFEST_SCHEMA, parsed);
  if (fault !== undefined) throw new LedgerError(`it is not a manifest of a ledger: ${fault}`);
  // The schema is derived from the type. Whoever forges a hash forges a manifest: it must not lead out of its folder.
  const manifest = parsed as unknown as Manifest;
  const stray = [...manifest.parts, ...replacedBy(manifest)].find(({ path }) => parsePartPath(path) === undefined);
  if (stray !== undefined) throw new LedgerError(`it names an invalid part: "${stray.path}"`);
  return manifest;
}

/** The parts that are no longer in force by a manifest. */
export function replacedBy(manifest: Manifest): readonly ManifestPart[] {
  return 'replaces' in manifest ? manifest.replaces : [];
}

function parseObject(text: string): StoredDocument {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) return { ...parsed };
  } catch {
    // What is no JSON is no manifest either.
  }
  throw new LedgerError('it was changed: it is not JSON');
}
