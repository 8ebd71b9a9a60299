import { compare, count as countText } from '@backproof/core';
import type { Gap } from '@backproof/core';

/** The number of items of one operation that are named; the rest are only counted. */
const NAMED_ITEMS = 20;

/** Calls that failed in the same way. */
interface FailedCalls {
  readonly gap: Gap;
  count: number;
  /** The resources that they were about. Undefined: one of them may have been about any. */
  readonly resources: Set<string> | undefined;
}

/**
 * The gaps of a part. An operation that fails is one gap for each of its error codes, however often it was called: it is
 * about the resources of all these calls. An item that cannot be read is one of its own.
 */
export class GapList {
  readonly #calls = new Map<string, FailedCalls>();
  readonly #gaps = new Map<string, Gap>();
  readonly #items = new Map<string, number>();

  addCall({ resources, ...gap }: Gap): void {
    const key = `${gap.operation} ${gap.code}`;
    const known = this.#calls.get(key);
    if (known === undefined) this.#calls.set(key, { gap, count: 1, resources: resources && new Set(resources) });
    else if (resources === undefined) this.#calls.set(key, { gap: known.gap, count: known.count + 1, resources });
    else {
      known.count++;
      for (const arn of resources) known.resources?.add(arn);
    }
  }

  addItem(gap: Gap): void {
    const kind = `items of ${gap.operation} ${gap.code}`;
    const key = `${kind} ${gap.message}`;
    if (this.#gaps.has(key)) return;
    const count = (this.#items.get(kind) ?? 0) + 1;
    this.#items.set(kind, count);
    if (count <= NAMED_ITEMS) {
      this.#gaps.set(key, gap);
      return;
    }
    const { resources, ...rest } = gap;
    const before = this.#gaps.get(kind);
    const known = before === undefined ? [] : before.resources;
    const all = known && resources && [...new Set([...known, ...resources])].sort(compare);
    const message = `Also affects ${String(count - NAMED_ITEMS)} more items`;
    this.#gaps.set(kind, { ...rest, message, ...(all && { resources: all }) });
  }

  all(): readonly Gap[] {
    const calls = [...this.#calls.values()].map(({ gap, count, resources }): Gap => ({
      ...gap,
      ...(gap.code === 'SkippedCalls' && { message: `${countText(count, 'call')} ${gap.message}` }),
      ...(resources !== undefined && { resources: [...resources].sort(compare) }),
    }));
    return [...calls, ...this.#gaps.values()];
  }
}
