import { DAY, HOUR } from '@backproof/core';
import { describe, expect, it } from '@jest/globals';
import { defaults } from './options.js';
import { isTooLong, readPolicy } from './policy.js';

const FRIDAY = Date.UTC(2026, 10, 20, 5);

describe('readPolicy', () => {
  it('reads durations', () => {
    const [daily] = readPolicy(defaults).tiers;
    expect(daily).toMatchObject({ text: 'daily (every 1 day, kept 30 days)', keepMs: 30 * DAY, limitMs: 36 * HOUR });
  });

  it.each([
    ['no date', defaults, -Infinity],
    ['a date', { ...defaults, effectiveFrom: '2026-02-28' }, Date.UTC(2026, 1, 28)],
  ])('reads %s', (_, options, expected) => {
    expect(readPolicy(options).effectiveFrom).toBe(expected);
  });

  it.each(['2026-02-31', '2026-13-01', '2026-00-10'])('does not take %s for a date', (effectiveFrom) => {
    expect(() => readPolicy({ ...defaults, effectiveFrom })).toThrow(
      new RangeError(`effectiveFrom "${effectiveFrom}" is not a valid date. Write one such as 2026-01-31.`),
    );
  });
});

describe('isTooLong', () => {
  const tiers = ['12h', '24h', '25h'].map((every) => ({ name: every, every, keep: '30d' }));
  const overWeekend = (businessDays: boolean): readonly boolean[] =>
    readPolicy({ ...defaults, tiers, businessDays }).tiers.map((tier) => isTooLong(tier, FRIDAY, FRIDAY + 3 * DAY));

  it('forgives weekends to tiers of a day or less', () => {
    expect(overWeekend(false)).toEqual([true, true, true]);
    expect(overWeekend(true)).toEqual([false, false, true]);
  });

  it('begins after every and tolerance', () => {
    const [daily] = readPolicy(defaults).tiers;
    const lengths = [36 * HOUR, 36 * HOUR + 1];
    expect(lengths.map((length) => daily && isTooLong(daily, FRIDAY, FRIDAY + length))).toEqual([false, true]);
  });
});
