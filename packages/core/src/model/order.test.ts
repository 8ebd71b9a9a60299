import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, findSorted } from './order.js';

describe('findSorted', () => {
  it('finds what a walk through the list would find', () => {
    const words = fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 20 });
    fc.assert(
      fc.property(words, fc.string({ maxLength: 3 }), (texts, sought) => {
        const items = texts.sort(compare).map((text) => ({ text }));
        for (const key of [...texts, sought]) {
          const found = findSorted(items, ({ text }) => text, key);
          expect(found).toBe(items.find(({ text }) => text === key));
        }
      }),
    );
  });
});
