import { createHash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';

/** JSON by RFC 8785: the same value gives the same bytes. */
export function canonicalJson(value: unknown): string {
  return canonicalize(value);
}

/** SHA-256 in hexadecimal over the UTF-8 of the pieces, one after the other. */
export function sha256(pieces: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece, 'utf8');
  return hash.digest('hex');
}
