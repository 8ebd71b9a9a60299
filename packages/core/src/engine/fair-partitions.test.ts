import { describe, expect, it } from '@jest/globals';
import { groupBy } from '../model/group-by.js';
import { bunker, home, table } from '../model/records.fixture.js';
import type { Resource } from '../model/resource.js';
import { fairPartitions } from './fair-partitions.js';

const tables = (count: number, where: typeof home): readonly Resource[] =>
  Array.from({ length: count }, (_, n) => table({ name: `${where.accountId}-${n}`, ...where }));

/** The resources of each partition. */
function partitions(resources: readonly Resource[], judges: number): readonly (readonly Resource[])[] {
  return [...groupBy(resources, fairPartitions(resources, judges)).values()];
}

const sizes = (resources: readonly Resource[], judges: number) =>
  partitions(resources, judges)
    .map(({ length }) => length)
    .toSorted((a, b) => a - b);

describe('partitions', () => {
  it('are scopes, and a scope that is too much for one of the judges is cut', () => {
    expect(sizes([...tables(100, home), ...tables(100, bunker)], 2)).toEqual([100, 100]);
    expect(sizes([...tables(10, home), ...tables(190, bunker)], 2)).toEqual([10, 95, 95]);
    expect(sizes(tables(10, home), 1)).toEqual([10]);
    expect(sizes([], 4)).toEqual([]);
  });

  it('have no more resources than memory should hold at once', () => {
    expect(sizes(tables(2500, home), 1)).toEqual(Array.from({ length: 10 }, () => 250));
  });

  it('of one scope come one after the other in the order of ARNs', () => {
    const ends = partitions(tables(2500, home), 1)
      .map((part) => part.map(({ arn }) => arn).toSorted())
      .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))
      .map((arns) => [arns[0] ?? '', arns.at(-1) ?? '']);
    expect(ends.flat()).toEqual(ends.flat().toSorted());
  });
});
