import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allot } from './allot.js';

describe('allot', () => {
  it.each<[readonly number[], number, readonly number[]]>([
    [[3, 2], 10, [3, 2]],
    [[100, 2, 50], 12, [5, 2, 5]],
    [[100, 100], 5, [2, 3]],
    [[5, 5, 5], 2, [0, 1, 1]],
    [[], 5, []],
  ])('shares %j among %d rows as %j', (sizes, rows, shares) => {
    expect(allot(sizes, rows)).toEqual(shares);
  });

  it('gives no group more than it has, all rows that there is something for, and never less to a larger group', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200)), fc.nat(500), (sizes, rows) => {
        const shares = allot(sizes, rows);
        const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
        expect(shares.every((share, i) => share <= (sizes[i] ?? 0))).toBe(true);
        expect(sum(shares)).toBe(Math.min(rows, sum(sizes)));
        const bySize = sizes
          .map((size, i) => [size, shares[i] ?? 0] as const)
          .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(bySize.every(([, share], i) => share >= (bySize[i - 1]?.[1] ?? 0))).toBe(true);
      }),
    );
  });
});
