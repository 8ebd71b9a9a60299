import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openLedger } from './chain.js';
import { putFile } from './durable.js';
import { manifestPath, parseSignaturePath, signaturePath } from './layout.js';
import { LedgerError } from './ledger-error.js';
import type { Manifest } from './manifest.js';

/** The key by which a ledger is signed: Ed25519, in PEM, without a passphrase. @throws LedgerError if it is none */
export function privateKey(pem: string): KeyObject {
  return ed25519(() => createPrivateKey(pem), 'private key');
}

/** Reads a key that verifies signatures. @throws LedgerError if it is not one */
export function publicKey(pem: string): KeyObject {
  return ed25519(() => createPublicKey(pem), 'public key');
}

/**
 * Signs the newest manifest, and by its hashes all that was recorded until now. The signature is a file of 64 bytes
 * beside it, over the manifest's bytes as they are.
 *
 * @returns the manifest; undefined if there is none yet
 */
export async function signLedger(folder: string, key: KeyObject): Promise<Manifest | undefined> {
  const { manifests } = await openLedger(folder);
  const head = manifests.at(-1);
  if (head === undefined) return undefined;
  const signature = sign(null, await readFile(join(folder, manifestPath(head.number))), key);
  await putFile(join(folder, signaturePath(head.number, keyId(createPublicKey(key)))), signature);
  return head;
}

/** The result of checking the signature in a file with the given keys. */
export async function checkSignature(
  folder: string,
  path: string,
  keys: readonly KeyObject[],
): Promise<'right' | 'wrong' | 'by another'> {
  const signature = parseSignaturePath(path);
  const key = keys.find((one) => keyId(one) === signature?.keyId);
  if (signature === undefined || key === undefined) return 'by another';
  const manifest = await readFile(join(folder, manifestPath(signature.number)));
  return verify(null, manifest, key, await readFile(join(folder, path))) ? 'right' : 'wrong';
}

/** Names a key in the names of its signatures: the beginning of SHA-256 over its public part. */
function keyId(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
}

function ed25519(read: () => KeyObject, what: string): KeyObject {
  let key: KeyObject | undefined;
  try {
    key = read();
  } catch (cause) {
    throw new LedgerError(`not an unencrypted ${what} in PEM. ${WAY_OUT}`, { cause });
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new LedgerError(`not an Ed25519 ${what}. ${WAY_OUT}`);
  return key;
}

const WAY_OUT =
  'Create a key pair with: openssl genpkey -algorithm ed25519 -out key.pem; openssl pkey -in key.pem -pubout -out public.pem';
