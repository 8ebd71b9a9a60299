/** Orders strings by their UTF-16 code units: the same on every machine, whatever its locale. */
export function compare(a: string, b: string): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The item of a key in a list that is sorted by its keys, each of them once, as the lists of an inventory are. */
export function findSorted<T>(sorted: readonly T[], keyOf: (item: T) => string, key: string): T | undefined {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const item = sorted[middle];
    const order = item === undefined ? 0 : compare(keyOf(item), key);
    if (order === 0) return item;
    if (order < 0) from = middle + 1;
    else to = middle;
  }
  return undefined;
}

/** The items in the order of their keys. */
export function inOrder<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  return items
    .map((item) => [keyOf(item), item] as const)
    .sort(([a], [b]) => compare(a, b))
    .map(([, item]) => item);
}
