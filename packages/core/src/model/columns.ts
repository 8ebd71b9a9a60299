import { compare } from './order.js';

/**
 * Growing columns of numbers and strings for populations of millions: no object a row, no copying to grow, and a
 * stretch of rows without a value costs nothing. Row numbers count from 0; an unset number is 0, an unset string absent.
 */

const BLOCK_BITS = 14;
const BLOCK_ROWS = 1 << BLOCK_BITS;
const ROW_MASK = BLOCK_ROWS - 1;
const FIRST_ROWS = 1 << 6;

type Numbers = Float64Array | Uint32Array | Uint8Array;

/** The values of a column: plain data, which may be stored and read again. */
export type NumberColumnData = readonly (Numbers | undefined)[];

/** A column of numbers in blocks, each made when its first value is set. The first one grows: many columns are short. */
export class NumberColumn {
  #blocks: (Numbers | undefined)[];
  readonly #newBlock: (rows: number) => Numbers;

  constructor(type: 'float64' | 'uint32' | 'uint8', data: NumberColumnData = []) {
    const Block = { float64: Float64Array, uint32: Uint32Array, uint8: Uint8Array }[type];
    this.#newBlock = (rows) => new Block(rows);
    this.#blocks = [...data];
  }

  get data(): NumberColumnData {
    return this.#blocks;
  }

  set(row: number, value: number): void {
    const index = row >>> BLOCK_BITS;
    const at = row & ROW_MASK;
    let block = this.#blocks[index];
    if (block === undefined || at >= block.length) {
      if (value === 0) return;
      block = this.#blocks[index] = this.#withRoomFor(at, index, block);
    }
    block[at] = value;
  }

  get(row: number): number {
    return this.#blocks[row >>> BLOCK_BITS]?.[row & ROW_MASK] ?? 0;
  }

  #withRoomFor(at: number, index: number, block?: Numbers): Numbers {
    if (index > 0) return this.#newBlock(BLOCK_ROWS);
    let rows = block?.length ?? FIRST_ROWS;
    while (rows <= at) rows *= 2;
    const larger = this.#newBlock(rows);
    if (block !== undefined) larger.set(block);
    return larger;
  }

  /** Makes each row what the row of that number in `order` was; rows that are not in `order` are gone. */
  reorder(order: Uint32Array): void {
    const before = this.#blocks;
    this.#blocks = [];
    order.forEach((from, row) => {
      this.set(row, before[from >>> BLOCK_BITS]?.[from & ROW_MASK] ?? 0);
    });
  }
}

/** Each different string once; a column holds its number. Number 0 stands for no string. */
export class StringPool {
  readonly #strings: (string | undefined)[] = [undefined];
  readonly #numbers = new Map<string, number>();

  /** @param strings - those of another pool, which keep their numbers */
  constructor(strings: readonly string[] = []) {
    for (const text of strings) this.numberOf(text);
  }

  /** All strings, in the order of their numbers. */
  get strings(): readonly string[] {
    return [...this.#numbers.keys()];
  }

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
const FIRST_BYTES = 1 << 10;
/** In bytes. */
export const LONGEST_SUFFIX = 255;

/** The values of a column of ARNs: plain data, which may be stored and read again. */
export interface ArnColumnData {
  readonly prefixes: readonly string[];
  readonly prefix: NumberColumnData;
  readonly offset: NumberColumnData;
  readonly length: NumberColumnData;
  readonly blocks: readonly Uint8Array[];
  readonly end: number;
}

/**
 * Strings that are all different but begin alike, such as ARNs: what comes before the last `/` or `:` is pooled, the
 * rest is kept as bytes.
 */
export class ArnColumn {
  readonly #prefixes: StringPool;
  readonly #prefix: NumberColumn;
  readonly #offset: NumberColumn;
  readonly #length: NumberColumn;
  readonly #blocks: Buffer[];
  #end: number;

  constructor(data?: ArnColumnData) {
    this.#prefixes = new StringPool(data?.prefixes);
    this.#prefix = new NumberColumn('uint32', data?.prefix);
    this.#offset = new NumberColumn('uint32', data?.offset);
    this.#length = new NumberColumn('uint8', data?.length);
    this.#blocks = (data?.blocks ?? []).map((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    this.#end = data?.end ?? 0;
  }

  get data(): ArnColumnData {
    return {
      prefixes: this.#prefixes.strings,
      prefix: this.#prefix.data,
      offset: this.#offset.data,
      length: this.#length.data,
      blocks: this.#blocks,
      end: this.#end,
    };
  }

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
    return this.#prefixes.get(this.prefixNumber(row)) ?? '';
  }

  /** The number of that part in the pool. */
  prefixNumber(row: number): number {
    return this.#prefix.get(row);
  }

  /** Copies the bytes of the other part, which are 255 at the most, and gives their number. */
  copySuffix(row: number, target: Buffer, at: number): number {
    const start = this.#offset.get(row);
    const length = this.#length.get(row);
    const from = start % BLOCK_BYTES;
    const block = this.#blocks[Math.floor(start / BLOCK_BYTES)];
    // They are few: a call of `copy` takes longer than this.
    for (let i = 0; i < length; i++) target[at + i] = block?.[from + i] ?? 0;
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
    const start = this.#end % BLOCK_BYTES;
    const block = this.#blockFor(Math.floor(this.#end / BLOCK_BYTES), start + length);
    for (let i = 0; i < length; i++) {
      const code = arn.charCodeAt(cut + i);
      if (code > 255) return false;
      block[start + i] = code;
    }
    return true;
  }

  /** The block of this number, with room for so many bytes. Only the first one grows. */
  #blockFor(index: number, bytes: number): Buffer {
    const block = this.#blocks[index];
    if (block !== undefined && bytes <= block.length) return block;
    let size = index > 0 ? BLOCK_BYTES : (block?.length ?? FIRST_BYTES);
    while (size < bytes) size *= 2;
    const larger = Buffer.alloc(size);
    block?.copy(larger);
    this.#blocks[index] = larger;
    return larger;
  }
}
