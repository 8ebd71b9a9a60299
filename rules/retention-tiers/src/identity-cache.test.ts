import { describe, expect, it } from '@jest/globals';
import { identityCache } from './identity-cache.js';

describe('identityCache', () => {
  const [a, b] = [{}, {}];
  const made = (objects: readonly (readonly [readonly object[], string])[]): readonly number[] => {
    const recall = identityCache<{ number: number }>();
    let count = 0;
    return objects.map(([each, key]) => recall(each, key, () => ({ number: ++count })).number);
  };

  it.each([
    ['the same objects and key', [[a, b], 'k'], [[a, b], 'k'], [1, 1]],
    ['another key', [[a, b], 'k'], [[a, b], 'l'], [1, 2]],
    ['equal objects that are not the same', [[a], 'k'], [[{}], 'k'], [1, 2]],
    ['another order', [[a, b], 'k'], [[b, a], 'k'], [1, 2]],
    ['more objects', [[a], 'k'], [[a, b], 'k'], [1, 2]],
    ['no objects', [[], 'k'], [[], 'k'], [1, 1]],
  ] as const)('%s', (_, first, second, expected) => {
    expect(made([first, second])).toEqual(expected);
  });
});
