import { expect, it } from '@jest/globals';
import { deepFreeze } from './deep-freeze.js';

it('deepFreeze freezes all that a value is made of and gives the value back', () => {
  const value = { list: [{ deep: { er: 1 } }], text: 'a', nothing: null };
  expect(deepFreeze(value)).toBe(value);
  const parts = [value, value.list, value.list[0], value.list[0]?.deep];
  expect(parts.map(Object.isFrozen)).toEqual([true, true, true, true]);
});
