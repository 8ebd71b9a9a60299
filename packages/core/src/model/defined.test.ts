import { expect, it } from '@jest/globals';
import { defined } from './defined.js';

it('defined leaves out what is undefined and nothing else', () => {
  const kept = defined({ a: undefined, b: 0, c: '', d: false, e: 'x' });
  expect(Object.entries(kept)).toEqual([
    ['b', 0],
    ['c', ''],
    ['d', false],
    ['e', 'x'],
  ]);
});
