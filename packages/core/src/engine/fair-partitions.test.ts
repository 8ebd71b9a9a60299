import { expect, it } from '@jest/globals';
import { bunker, home, table } from '../model/records.fixture.js';
import type { Resource } from '../model/resource.js';
import { fairPartitions } from './fair-partitions.js';

const tables = (count: number, where: typeof home): readonly Resource[] =>
  Array.from({ length: count }, (_, n) => table({ name: `${where.accountId}-${n}`, ...where }));

/** How many resources each partition has. */
function sizes(resources: readonly Resource[], judges: number): readonly number[] {
  const keyOf = fairPartitions(resources, judges);
  const counts = new Map<string, number>();
  for (const resource of resources) counts.set(keyOf(resource), (counts.get(keyOf(resource)) ?? 0) + 1);
  return [...counts.values()].toSorted((a, b) => a - b);
}

it('partitions are scopes, and a scope that is too much for one of the judges is cut', () => {
  expect(sizes([...tables(100, home), ...tables(100, bunker)], 2)).toEqual([100, 100]);
  const [small, ...large] = sizes([...tables(10, home), ...tables(190, bunker)], 2);
  expect([small, large.length]).toEqual([10, 2]);
  expect(Math.min(...large)).toBeGreaterThan(75);
  expect(sizes(tables(10, home), 1)).toEqual([10]);
  expect(sizes([], 4)).toEqual([]);
});
