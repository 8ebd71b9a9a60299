import { createHash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';

/** JSON by RFC 8785: the same value gives the same bytes. */
export function canonicalJson(value: unknown): string {
  return isInOrder(value) ? JSON.stringify(value) : canonicalize(value);
}

/** Whether the value is written in its canonical form as it stands, which takes a tenth of the time. */
function isInOrder(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return value !== undefined;
  if (Array.isArray(value)) return value.every(isInOrder);
  let before = '';
  for (const [key, part] of Object.entries(value)) {
    if (key < before || !isInOrder(part)) return false;
    before = key;
  }
  return true;
}

/** Short pieces are hashed together: each call costs more than the hashing of what it is given. */
const HASHED_AT_ONCE = 1 << 16;

/** SHA-256 in hexadecimal over the UTF-8 of the pieces, one after the other. */
export function sha256(pieces: Iterable<string>): string {
  const hash = createHash('sha256');
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < HASHED_AT_ONCE) continue;
    hash.update(waiting, 'utf8');
    waiting = '';
  }
  return hash.update(waiting, 'utf8').digest('hex');
}
