import { canonicalJson } from './canonical.js';
import { compare } from './order.js';
import type { RecoveryPointColumns } from './recovery-point-columns.js';

/** The rows of a table by resource. */
export interface ResourceIndex {
  /** Row numbers grouped by resource, each group oldest first. */
  readonly order: Uint32Array;
  /** Where the group of resource number n begins in `order`; it ends where the next begins. */
  readonly starts: Uint32Array;
}

/**
 * Counting sort by resource, then each group by age and ARN. Of rows that tell of the same point the same one stays:
 * neither the order of the pages nor their overlap ever shows.
 */
export function indexByResource(columns: RecoveryPointColumns): ResourceIndex {
  const starts = new Uint32Array(columns.resources.size + 1);
  for (let row = 0; row < columns.count; row++) increment(starts, columns.resource.get(row) + 1);
  for (let n = 1; n < starts.length; n++) starts[n] = at(starts, n) + at(starts, n - 1);
  const order = new Uint32Array(columns.count);
  const next = starts.slice();
  for (let row = 0; row < columns.count; row++) {
    const group = columns.resource.get(row);
    order[at(next, group)] = row;
    increment(next, group);
  }
  const byAge = (a: number, b: number): number =>
    comparePoints(columns, a, b) || compare(canonicalJson(columns.point(a)), canonicalJson(columns.point(b)));
  for (let n = 1; n < starts.length - 1; n++) order.subarray(starts[n], starts[n + 1]).sort(byAge);
  return withoutRepeats(columns, { order, starts });
}

/** Moves the rows together that are the first to tell of their point. */
function withoutRepeats(columns: RecoveryPointColumns, { order, starts }: ResourceIndex): ResourceIndex {
  const keptStarts = new Uint32Array(starts.length);
  let kept = 0;
  for (let n = 1; n < starts.length; n++) {
    const begin = kept;
    for (const row of order.subarray(starts[n - 1], starts[n])) {
      const repeats = kept > begin && comparePoints(columns, at(order, kept - 1), row) === 0;
      if (!repeats) order[kept++] = row;
    }
    keptStarts[n] = kept;
  }
  return { order: order.subarray(0, kept), starts: keptStarts };
}

/** By age, ARN and vault, which together make a point. */
function comparePoints(columns: RecoveryPointColumns, a: number, b: number): number {
  return (
    columns.createdAt.get(a) - columns.createdAt.get(b) ||
    compare(columns.arn.get(a), columns.arn.get(b)) ||
    compare(columns.vaultArn(a), columns.vaultArn(b))
  );
}

function at(numbers: Uint32Array, index: number): number {
  return numbers[index] ?? 0;
}

function increment(numbers: Uint32Array, index: number): void {
  numbers[index] = at(numbers, index) + 1;
}
