import { describe, expect, it } from '@jest/globals';
import { count, formatBytes } from './quantity.js';

it('a count agrees with its noun and groups its digits', () => {
  expect([count(0, 'call'), count(1, 'call'), count(12_345, 'call')]).toEqual(['0 calls', '1 call', '12,345 calls']);
});

describe('a size', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [1_023, '1,023 bytes'],
    [1_024, '1 KiB'],
    [8 * 2 ** 30, '8 GiB'],
    [7.46 * 2 ** 30, '7.5 GiB'],
    [120.4 * 2 ** 40, '120 TiB'],
    [3_000 * 2 ** 60, '3,000 EiB'],
  ])('of %d is %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
