import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { IN_MEMORY } from '../model/spool.js';
import type { Spool } from '../model/spool.js';
import { pieceOf, Pieces } from './pieces.js';

const BY_SIZE = { compare: (a: number, b: number) => a - b, bytes: 8 };

describe('a list in pieces', () => {
  it('is in order, however its items came', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 20 }))), (lists) => {
        const pieces = new Pieces<number>(BY_SIZE);
        for (const list of lists) pieces.add(pieceOf(list.toSorted(BY_SIZE.compare), BY_SIZE, IN_MEMORY));
        const expected = lists.flat().sort(BY_SIZE.compare);
        expect([...pieces]).toEqual(expected);
        expect([...pieces]).toEqual(expected);
      }),
    );
  });

  it('reads one piece at a time where none overlap, and what it put away is what the spool was told', () => {
    const read: number[] = [];
    const sizes: number[] = [];
    const spool: Spool = {
      put: (value, bytes) => {
        const number = sizes.push(bytes);
        return () => {
          read.push(number);
          return value;
        };
      },
    };
    const pieces = new Pieces<number>(BY_SIZE);
    for (const items of [[5, 6], [], [1, 2, 3]]) pieces.add(pieceOf(items, BY_SIZE, spool));
    const items = pieces[Symbol.iterator]();
    expect(items.next().value).toBe(1);
    expect([read, sizes]).toEqual([[2], [16, 24]]);
    expect(Array.from({ length: 4 }, () => Number(items.next().value))).toEqual([2, 3, 5, 6]);
    expect(read).toEqual([2, 1]);
  });
});
