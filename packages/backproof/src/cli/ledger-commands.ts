import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  authorityCertificate,
  compactLedger,
  exportTable,
  openLedger,
  privateKey,
  pruneLedger,
  publicKey as readPublicKey,
  recordImport,
  signLedger,
  tableNamed,
  TABLES,
  verifyLedger,
} from '@backproof/ledger';
import type { ExportFormat } from '@backproof/ledger';
import { messageOf } from '../message-of.js';
import { MOST_BYTES, readBytes } from '../read-file.js';
import { EXIT } from './exit-code.js';
import { importedLine, notUnderstoodLines, upkeepLine, verificationLines } from './ledger-lines.js';
import { openKey } from './open-key.js';
import { answer } from './say.js';
import { unknownWord, UsageError } from './usage-error.js';

/** The flags that all commands of a ledger have. */
export interface LedgerFlags {
  readonly ledger: string;
}

/**
 * `backproof ledger import`: adds jobs from files that AWS wrote, and names what of them it does not understand. Gives the
 * exit code, as all of these do. All files are read before the first is recorded: one that is damaged, or none of AWS's,
 * records nothing.
 */
export async function importCommand(paths: readonly string[], { ledger }: LedgerFlags): Promise<number> {
  const { importJobs } = await import('@backproof/aws');
  const now = Date.now();
  const files = await Promise.all(
    paths.map(async (path) => {
      const bytes = await readImport(path);
      const source = { name: basename(path), sha256: createHash('sha256').update(bytes).digest('hex') };
      return { path, source, ...importJobs(path, bytes, now) };
    }),
  );
  for (const { path, source, inventory, notUnderstood } of files) {
    const recorded = inventory && (await recordImport(ledger, inventory, [source]));
    answer(importedLine(path, inventory, recorded));
    for (const line of notUnderstoodLines(path, notUnderstood)) answer(line);
  }
  return files.every(({ notUnderstood }) => notUnderstood.length === 0) ? EXIT.clean : EXIT.incomplete;
}

async function readImport(path: string): Promise<Uint8Array> {
  try {
    return await readBytes(path, MOST_BYTES.document);
  } catch (error) {
    throw new UsageError(`cannot import ${path}: ${messageOf(error)}`, { cause: error });
  }
}

/** The flags of `backproof ledger verify`. */
export interface VerifyFlags extends LedgerFlags {
  readonly head?: string;
  readonly publicKey?: readonly string[];
  readonly tsaCa?: readonly string[];
}

/** `backproof ledger verify`: lists every file that was changed, removed or inserted. */
export async function verifyCommand({ ledger, head, publicKey = [], tsaCa = [] }: VerifyFlags): Promise<number> {
  const publicKeys = await Promise.all(publicKey.map((path) => openKey(path, readPublicKey)));
  const authorities = await Promise.all(tsaCa.map((path) => openKey(path, authorityCertificate)));
  const verification = await verifyLedger(ledger, { head, publicKeys, authorities });
  if (verification.manifests === 0 && verification.faults.length === 0) throw noLedger(ledger);
  for (const line of verificationLines(verification)) answer(line);
  return verification.faults.length === 0 ? EXIT.clean : EXIT.violations;
}

/** The flags of `backproof ledger sign`. */
export interface SignFlags extends LedgerFlags {
  readonly key: string;
}

/** `backproof ledger sign`: signs the newest manifest. */
export async function signCommand({ ledger, key }: SignFlags): Promise<number> {
  const signed = await signLedger(ledger, await openKey(key, privateKey));
  if (signed === undefined) throw noLedger(ledger);
  answer(`signed manifest ${signed.number} of the ledger, SHA-256 ${signed.sha256}`);
  return EXIT.clean;
}

/** `backproof ledger compact`: merges the files of several runs of one day. */
export async function compactCommand({ ledger }: LedgerFlags): Promise<number> {
  answer(upkeepLine(await compactLedger(ledger, Date.now())));
  return EXIT.clean;
}

/** The flags of `backproof ledger prune`. */
export interface PruneFlags extends LedgerFlags {
  readonly keepYears: number;
}

/** `backproof ledger prune`: removes days that are older than the retention period. */
export async function pruneCommand({ ledger, keepYears }: PruneFlags): Promise<number> {
  answer(upkeepLine(await pruneLedger(ledger, keepYears, Date.now())));
  return EXIT.clean;
}

/** The flags of `backproof ledger export`. */
export interface ExportFlags extends LedgerFlags {
  readonly format: ExportFormat;
  readonly since?: string;
  readonly until?: string;
}

/** `backproof ledger export`: writes a table to standard output. */
export async function exportCommand(name: string, { ledger, format, since, until }: ExportFlags): Promise<number> {
  const table = tableNamed(name);
  const names = Object.values(TABLES).map((known) => known.name);
  if (table === undefined) throw unknownWord('table', name, names);
  for (const day of [since, until]) {
    if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day)) {
      throw new UsageError(`"${day}" is not a valid day. Write --since 2026-11-22.`);
    }
  }
  const opened = await openLedger(ledger);
  if (opened.manifests.length === 0) throw noLedger(ledger);
  await print(exportTable(opened, table, format, { since, until }));
  return EXIT.clean;
}

/** Writes to standard output at the speed of its reader, who may close it early. */
async function print(lines: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(lines), process.stdout, { end: false });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

/** The fault of a folder without a ledger. */
export function noLedger(folder: string): UsageError {
  return new UsageError(`no ledger in ${folder}. Record a run with: backproof scan --ledger FOLDER`);
}
