import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accountsOfShard } from './shard.js';

it('each account is in one part, whatever the order in which accounts are known', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[0-9]{12}$/), { maxLength: 40 });
  fc.assert(
    fc.property(ids, fc.integer({ min: 1, max: 9 }), (accounts, of) => {
      const parts = Array.from({ length: of }, (_, place) => [...accountsOfShard(accounts, { index: place + 1, of })]);
      expect(parts.flat().toSorted()).toEqual(accounts.toSorted());
      const reversed = parts.map((_, place) => [...accountsOfShard(accounts.toReversed(), { index: place + 1, of })]);
      expect(reversed).toEqual(parts);
      const sizes = parts.map(({ length }) => length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});
