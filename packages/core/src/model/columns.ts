import { compare } from './order.js';

/**
 * Growing columns of numbers and strings for populations of millions: no object a row, no copying to grow, and a
 * stretch of rows without a value costs nothing. Row numbers count from 0; an unset number is 0, an unset string absent.
 */

const SEGMENT_BITS = 14;
const SEGMENT_ROWS = 1 << SEGMENT_BITS;
const ROW_MASK = SEGMENT_ROWS - 1;

type Numbers = Float64Array | Uint32Array | Uint8Array;

/** A column of numbers in segments, each made when its first value is set. */
export class NumberColumn {
  #segments: (Numbers | undefined)[] = [];
  readonly #newSegment: (rows: number) => Numbers;

  constructor(type: 'float64' | 'uint32' | 'uint8') {
    const Segment = { float64: Float64Array, uint32: Uint32Array, uint8: Uint8Array }[type];
    this.#newSegment = (rows) => new Segment(rows);
  }

  set(row: number, value: number): void {
    const index = row >>> SEGMENT_BITS;
    if (value === 0 && this.#segments[index] === undefined) return;
    const segment = (this.#segments[index] ??= this.#newSegment(SEGMENT_ROWS));
    segment[row & ROW_MASK] = value;
  }

  get(row: number): number {
    return this.#segments[row >>> SEGMENT_BITS]?.[row & ROW_MASK] ?? 0;
  }

  /** Makes each row what the row of that number in `order` was; rows that are not in `order` are gone. */
  reorder(order: Uint32Array): void {
    const before = this.#segments;
    this.#segments = [];
    order.forEach((from, row) => {
      this.set(row, before[from >>> SEGMENT_BITS]?.[from & ROW_MASK] ?? 0);
    });
  }
}

/** Each different string once; a column holds its number. Number 0 stands for no string. */
export class StringPool {
  readonly #strings: (string | undefined)[] = [undefined];
  readonly #numbers = new Map<string, number>();

  numberOf(text: string | undefined): number {
    if (text === undefined) return 0;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#strings.push(text) - 1;
    this.#numbers.set(text, number);
    return number;
  }

  /** The number of a string that may not be here: 0 if it is not. */
  find(text: string): number {
    return this.#numbers.get(text) ?? 0;
  }

  get(number: number): string | undefined {
    return this.#strings[number];
  }

  /** The numbers of all strings, in the order of the strings. */
  sorted(): readonly number[] {
    return [...this.#numbers].sort(([a], [b]) => compare(a, b)).map(([, number]) => number);
  }

  /** One more than the highest number. */
  get size(): number {
    return this.#strings.length;
  }
}

const BLOCK_BYTES = 1 << 20;
/** In bytes. */
export const LONGEST_SUFFIX = 255;

/**
 * Strings that are all different but begin alike, such as ARNs: what comes before the last `/` or `:` is pooled, the
 * rest is kept as bytes.
 */
export class ArnColumn {
  readonly #prefixes = new StringPool();
  readonly #prefix = new NumberColumn('uint32');
  readonly #offset = new NumberColumn('uint32');
  readonly #length = new NumberColumn('uint8');
  readonly #blocks: Buffer[] = [];
  #end = 0;

  set(row: number, arn: string): void {
    const cut = Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1;
    const length = arn.length - cut;
    if (length > LONGEST_SUFFIX || !this.#store(arn, cut)) {
      this.#prefix.set(row, this.#prefixes.numberOf(arn));
      return;
    }
    this.#prefix.set(row, this.#prefixes.numberOf(arn.slice(0, cut)));
    this.#offset.set(row, this.#end);
    this.#length.set(row, length);
    this.#end += length;
  }

  get(row: number): string {
    const prefix = this.prefix(row);
    const start = this.#offset.get(row);
    const length = this.#length.get(row);
    if (length === 0) return prefix;
    const from = start % BLOCK_BYTES;
    const suffix = this.#blocks[Math.floor(start / BLOCK_BYTES)]?.toString('latin1', from, from + length);
    return prefix + (suffix ?? '');
  }

  /** The part of a row's string that is pooled. */
  prefix(row: number): string {
    return this.#prefixes.get(this.#prefix.get(row)) ?? '';
  }

  /** Copies the bytes of the other part, which are 255 at the most, and gives their number. */
  copySuffix(row: number, target: Buffer, at: number): number {
    const start = this.#offset.get(row);
    const length = this.#length.get(row);
    const from = start % BLOCK_BYTES;
    this.#blocks[Math.floor(start / BLOCK_BYTES)]?.copy(target, at, from, from + length);
    return length;
  }

  /** Makes each row what the row of that number in `order` was. */
  reorder(order: Uint32Array): void {
    for (const column of [this.#prefix, this.#offset, this.#length]) column.reorder(order);
  }

  /** Writes the suffix at the end of the bytes; false if it has a character that no byte holds. */
  #store(arn: string, cut: number): boolean {
    const length = arn.length - cut;
    if ((this.#end % BLOCK_BYTES) + length > BLOCK_BYTES) this.#end += BLOCK_BYTES - (this.#end % BLOCK_BYTES);
    const block = (this.#blocks[Math.floor(this.#end / BLOCK_BYTES)] ??= Buffer.alloc(BLOCK_BYTES));
    const start = this.#end % BLOCK_BYTES;
    for (let i = 0; i < length; i++) {
      const code = arn.charCodeAt(cut + i);
      if (code > 255) return false;
      block[start + i] = code;
    }
    return true;
  }
}
