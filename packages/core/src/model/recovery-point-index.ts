import { canonicalJson } from './canonical.js';
import { compare } from './order.js';
import type { RecoveryPointColumns } from './recovery-point-columns.js';

/** Where the points of each resource are, in rows that are in canonical order. */
export interface ResourceIndex {
  /** By resource number: the first row of its points, and the row after the last one. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/**
 * Puts the rows in canonical order: by the ARN of the resource, then by age and ARN. Of several rows of one point the
 * same one always stays: neither the order of the pages nor their overlap ever shows. What is read together lies
 * together, which is several times as quick to read where there are millions of points.
 */
export function sortByResource(columns: RecoveryPointColumns): ResourceIndex {
  const resources = columns.resources.sorted();
  const { order, starts, ends } = groupByResource(columns, resources);
  const byAge = (a: number, b: number): number =>
    comparePoints(columns, a, b) || compare(canonicalJson(columns.point(a)), canonicalJson(columns.point(b)));
  let kept = 0;
  for (const resource of resources) {
    const group = order.subarray(starts[resource], ends[resource]).sort(byAge);
    starts[resource] = kept;
    let last: number | undefined;
    for (const row of group) {
      if (last !== undefined && comparePoints(columns, last, row) === 0) continue;
      order[kept++] = row;
      last = row;
    }
    ends[resource] = kept;
  }
  columns.reorder(order.subarray(0, kept));
  return { starts, ends };
}

/** Counting sort: the row numbers by resource, in the given order of the resources. */
function groupByResource(
  columns: RecoveryPointColumns,
  resources: readonly number[],
): ResourceIndex & { readonly order: Uint32Array } {
  const counts = new Uint32Array(columns.resources.size);
  for (let row = 0; row < columns.count; row++) increment(counts, columns.numbers.resource.get(row));
  const starts = new Uint32Array(columns.resources.size);
  let start = 0;
  for (const resource of resources) {
    starts[resource] = start;
    start += counts[resource] ?? 0;
  }
  const ends = starts.slice();
  const order = new Uint32Array(columns.count);
  for (let row = 0; row < columns.count; row++) {
    const resource = columns.numbers.resource.get(row);
    order[ends[resource] ?? 0] = row;
    increment(ends, resource);
  }
  return { order, starts, ends };
}

/** By age, ARN and vault, which together make a point. */
function comparePoints(columns: RecoveryPointColumns, a: number, b: number): number {
  return (
    columns.numbers.createdAt.get(a) - columns.numbers.createdAt.get(b) ||
    compare(columns.arn.get(a), columns.arn.get(b)) ||
    compare(columns.vaultArn(a), columns.vaultArn(b))
  );
}

function increment(numbers: Uint32Array, index: number): void {
  numbers[index] = (numbers[index] ?? 0) + 1;
}
