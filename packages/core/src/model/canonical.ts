import { createHash, hash } from 'node:crypto';
import { remembered } from './remembered.js';

/** JSON by RFC 8785: the same value gives the same bytes. */
export function canonicalJson(value: unknown): string {
  return isInOrder(value) ? JSON.stringify(value) : orderedJson(value);
}

/** Writes a value with its keys in canonical order. Sorting them in an object would not do: it puts numbers first. */
function orderedJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${value} is not a number of JSON`);
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item: unknown) => orderedJson(item ?? null)).join()}]`;
  const fields = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(fields).sort()) {
    const part = fields[key];
    if (part !== undefined) text += `${text === '' ? '' : ','}${nameOf(key)}${orderedJson(part)}`;
  }
  return `{${text}}`;
}

/** Records have few keys, and each of them again and again. */
const nameOf = remembered((key: string): string => `${JSON.stringify(key)}:`);

/**
 * The canonical JSON of a record, in pieces: each item of its lists is one, so that a long list is never held as text.
 */
export function* canonicalJsonPieces(record: object): Generator<string> {
  let before = '{';
  for (const [name, value] of Object.entries(record).sort(byName)) {
    yield `${before}${JSON.stringify(name)}:`;
    if (isList(value)) yield* piecesOfList(value);
    else yield canonicalJson(value);
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}

function* piecesOfList(items: Iterable<unknown>): Generator<string> {
  let before = '[';
  for (const item of items) {
    yield `${before}${canonicalJson(item)}`;
    before = ',';
  }
  yield before === '[' ? '[]' : ']';
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** Returns true if the value is in canonical order already: then writing it takes a tenth of the time. */
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

/** SHA-256 in hexadecimal of bytes, or of the UTF-8 of a text, in one piece. */
export function sha256Of(content: string | Uint8Array): string {
  return hash('sha256', content);
}

/** SHA-256 in hexadecimal over the UTF-8 of the pieces, one after the other. */
export function sha256(pieces: Iterable<string>): string {
  const hash = hashing();
  for (const piece of pieces) hash.add(piece);
  return hash.end();
}

/** A SHA-256 over the UTF-8 of pieces that come one after the other. */
export interface Hashing {
  readonly add: (piece: string) => void;
  /** Gives it in hexadecimal. After it nothing is added. */
  readonly end: () => string;
}

/** Begins a SHA-256 of pieces. */
export function hashing(): Hashing {
  const hash = createHash('sha256');
  let waiting = '';
  const flush = (): void => {
    hash.update(waiting, 'utf8');
    waiting = '';
  };
  return {
    add: (piece) => {
      waiting += piece;
      if (waiting.length >= HASHED_AT_ONCE) flush();
    },
    end: () => {
      flush();
      return hash.digest('hex');
    },
  };
}
