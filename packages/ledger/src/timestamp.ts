import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openLedger } from './chain.js';
import { putFile } from './durable.js';
import { manifestPath, parseTimestampPath, timestampPath } from './layout.js';
import { LedgerError } from './ledger-error.js';
import type { Manifest } from './manifest.js';
import { sha256OfBytes } from './read-table.js';
import { isSignedBy, readTimestamp, timestampQuery } from './timestamp-token.js';

/** A timestamp of a manifest: all that it lists existed at that time. */
export interface LedgerTimestamp {
  readonly number: number;
  /** ISO 8601. */
  readonly at: string;
}

/** Sends a query to a timestamp authority, `application/timestamp-query`, and returns the bytes of its response. */
export type AskAuthority = (query: Uint8Array) => Promise<Uint8Array>;

/**
 * Has the newest manifest timestamped, and by its hashes all that was recorded until now. The response is a file beside it,
 * over the SHA-256 of the manifest's bytes: `openssl ts -verify` takes both as they are.
 *
 * @returns the manifest and the time; undefined if there is none yet
 * @throws LedgerError if the response is not a timestamp of the manifest
 */
export async function timestampLedger(
  folder: string,
  ask: AskAuthority,
): Promise<(LedgerTimestamp & Pick<Manifest, 'sha256'>) | undefined> {
  const { manifests } = await openLedger(folder);
  const head = manifests.at(-1);
  if (head === undefined) return undefined;
  const digest = createHash('sha256')
    .update(await readFile(join(folder, manifestPath(head.number))))
    .digest();
  const nonce = newNonce();
  const response = await ask(await timestampQuery(digest, nonce));
  const token = await readTimestamp(response);
  if (token.digest !== digest.toString('hex') || token.nonce !== nonce.toString('hex')) {
    throw new LedgerError('the response of the timestamp authority is not about this query');
  }
  await putFile(join(folder, timestampPath(head.number, sha256OfBytes(response))), response);
  return { number: head.number, at: token.at, sha256: head.sha256 };
}

/** A number that is positive and in its shortest form, as DER has numbers. */
function newNonce(): Buffer {
  const nonce = randomBytes(8);
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  return nonce;
}

/** The certificate of an authority in PEM. @throws LedgerError if it is not one */
export function authorityCertificate(pem: string): string {
  try {
    return new X509Certificate(pem).toString();
  } catch (cause) {
    throw new LedgerError('not a certificate in PEM', { cause });
  }
}

/** The result of checking the timestamp in a file with the certificates of the given authorities. */
export async function checkTimestamp(
  folder: string,
  path: string,
  authorities: readonly string[],
): Promise<LedgerTimestamp | 'wrong' | 'by another'> {
  const number = parseTimestampPath(path);
  if (number === undefined) return 'by another';
  const manifest = await readFile(join(folder, manifestPath(number)));
  try {
    const token = await readTimestamp(await readFile(join(folder, path)));
    if (token.digest !== sha256OfBytes(manifest)) return 'wrong';
    return (await isSignedBy(token, manifest, authorities)) ? { number, at: token.at } : 'by another';
  } catch (error) {
    if (error instanceof LedgerError) return 'wrong';
    throw error;
  }
}
