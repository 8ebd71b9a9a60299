import { describe, expect, it } from '@jest/globals';
import { groupBy } from '../model/group-by.js';
import { bunker, home, NOW, table } from '../model/records.fixture.js';
import type { RestoreJob } from '../model/job.js';
import type { Resource } from '../model/resource.js';
import { fairPartitions } from './fair-partitions.js';

const tables = (count: number, where: typeof home): readonly Resource[] =>
  Array.from({ length: count }, (_, n) => table({ name: `${where.accountId}-${n}`, ...where }));

const restoreJob = (id: string, sourceResourceArn?: string): RestoreJob => ({
  ...{ scope: home, id, createdAt: NOW, status: 'COMPLETED' },
  ...(sourceResourceArn !== undefined && { sourceResourceArn }),
});

/** The resources of each partition. The first ones of them were restored. */
function partitions(resources: readonly Resource[], judges: number, restored = 0): readonly (readonly Resource[])[] {
  const restoreJobs = resources.slice(0, restored).map(({ arn }) => restoreJob(arn, arn));
  return [...groupBy(resources, fairPartitions({ resources, restoreJobs }, judges)).values()];
}

const sizes = (resources: readonly Resource[], judges: number, restored?: number) =>
  partitions(resources, judges, restored)
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

  it('are fewer where each has many restored resources besides', () => {
    expect(sizes(tables(2500, home), 1, 250)).toHaveLength(10);
    expect(sizes(tables(2500, home), 1, 1000)).toEqual([1250, 1250]);
    expect(sizes(tables(2500, home), 1, 2500)).toEqual([2500]);
    expect(sizes(tables(2500, home), 2, 2500)).toEqual([1250, 1250]);
  });

  it('are fewer where jobs do not name what they restored', () => {
    const [resources, restoreJobs] = [
      tables(1000, home),
      Array.from({ length: 500 }, (_, n) => restoreJob(`job-${n}`)),
    ];
    expect(groupBy(resources, fairPartitions({ resources, restoreJobs }, 1)).size).toBe(2);
  });

  it('of one scope come one after the other in the order of ARNs', () => {
    const ends = partitions(tables(2500, home), 1)
      .map((part) => part.map(({ arn }) => arn).toSorted())
      .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))
      .map((arns) => [arns[0] ?? '', arns.at(-1) ?? '']);
    expect(ends.flat()).toEqual(ends.flat().toSorted());
  });
});
