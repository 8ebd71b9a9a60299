import type { Gap } from '@backproof/core';

/** So many items of one operation are named; the others are counted. */
const NAMED_ITEMS = 20;

/**
 * The gaps of a part. An operation that fails is one gap for each of its error codes, however often it was called; an
 * item that cannot be read is one of its own.
 */
export class GapList {
  readonly #gaps = new Map<string, Gap>();
  readonly #items = new Map<string, number>();

  addCall(gap: Gap): void {
    const key = `${gap.operation} ${gap.code}`;
    if (!this.#gaps.has(key)) this.#gaps.set(key, gap);
  }

  addItem(gap: Gap): void {
    const kind = `items of ${gap.operation} ${gap.code}`;
    const key = `${kind} ${gap.message}`;
    if (this.#gaps.has(key)) return;
    const count = (this.#items.get(kind) ?? 0) + 1;
    this.#items.set(kind, count);
    if (count <= NAMED_ITEMS) this.#gaps.set(key, gap);
    else this.#gaps.set(kind, { ...gap, message: `Also affects ${String(count - NAMED_ITEMS)} more items` });
  }

  all(): readonly Gap[] {
    return [...this.#gaps.values()];
  }
}
