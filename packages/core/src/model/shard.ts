/** One of several parts of a scan, each of which reads some of its accounts. */
export interface Shard {
  /** From 1 to `of`. */
  readonly index: number;
  readonly of: number;
}

/** Returns true for a part that there can be. */
export function isShard(value: unknown): value is Shard {
  if (typeof value !== 'object' || value === null || !('index' in value) || !('of' in value)) return false;
  const { index, of } = value;
  return Number.isSafeInteger(index) && Number.isSafeInteger(of) && Number(index) >= 1 && Number(index) <= Number(of);
}
