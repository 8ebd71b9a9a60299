import type { Spool } from '../model/spool.js';

/** The order of the items of a list, and the memory that one of them takes, roughly. */
export interface Listed<Item> {
  readonly compare: (a: Item, b: Item) => number;
  readonly bytes: number;
}

/** Items that are in order among themselves, and need not be in memory. */
export interface Piece<Item> {
  readonly first: Item;
  readonly last: Item;
  readonly read: () => readonly Item[];
}

/** Puts items away that are in order among themselves. Of none there is no piece. */
export function pieceOf<Item>(
  items: readonly Item[],
  { bytes }: Pick<Listed<Item>, 'bytes'>,
  spool: Spool,
): Piece<Item> | undefined {
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return { first, last, read: spool.put(items, items.length * bytes) };
}

/**
 * A list that is in order as a whole, though it is made piece by piece and need not be in memory: it is read from the spool
 * as often as it is walked through. Pieces that overlap are read together.
 */
export class Pieces<Item> implements Iterable<Item> {
  readonly #listed: Listed<Item>;
  readonly #pieces: Piece<Item>[] = [];

  constructor(listed: Listed<Item>) {
    this.#listed = listed;
  }

  add(piece: Piece<Item> | undefined): void {
    if (piece !== undefined) this.#pieces.push(piece);
  }

  *[Symbol.iterator](): Iterator<Item> {
    const { compare } = this.#listed;
    let overlapping: Piece<Item>[] = [];
    let end: Item | undefined;
    for (const piece of this.#pieces.toSorted((a, b) => compare(a.first, b.first))) {
      if (end !== undefined && compare(piece.first, end) > 0) {
        yield* this.#together(overlapping);
        [overlapping, end] = [[], undefined];
      }
      overlapping.push(piece);
      if (end === undefined || compare(piece.last, end) > 0) end = piece.last;
    }
    yield* this.#together(overlapping);
  }

  #together(pieces: readonly Piece<Item>[]): readonly Item[] {
    const [only, ...others] = pieces;
    if (only === undefined) return [];
    if (others.length === 0) return only.read();
    return pieces.flatMap(({ read }) => read()).sort(this.#listed.compare);
  }
}
