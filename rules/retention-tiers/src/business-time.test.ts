import { DAY, HOUR } from '@backproof/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { businessMs } from './business-time.js';

const at = (time: string): number => Date.parse(`${time}Z`);

describe('businessMs', () => {
  it.each([
    ['over a weekend', '2026-11-20T05:00', '2026-11-23T05:00', 24],
    ['within a weekend', '2026-11-21T05:00', '2026-11-22T05:00', 0],
    ['from a Sunday on', '2026-11-22T12:00', '2026-11-23T05:00', 5],
    ['to a Saturday', '2026-11-20T18:00', '2026-11-21T18:00', 6],
    ['over two weekends', '2026-11-13T05:00', '2026-11-23T05:00', 6 * 24],
    ['before 1970', '1969-12-26T05:00', '1969-12-29T05:00', 24],
  ])('%s', (_, from, to, hours) => {
    expect(businessMs(at(from), at(to))).toBe(hours * HOUR);
  });

  it('counts the hours that are not of a weekend', () => {
    const start = at('2026-01-01T00:00');
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(500), (offset, length) => {
        const from = start + offset * HOUR;
        const hours = Array.from({ length }, (_, hour) => new Date(from + hour * HOUR).getUTCDay());
        const counted = hours.filter((day) => day !== 0 && day !== 6).length;
        expect(businessMs(from, from + length * HOUR)).toBe(counted * HOUR);
      }),
    );
  });

  it('is five days a week', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3e12, max: 3e12 }), (from) => {
        expect(businessMs(from, from + 7 * DAY)).toBe(5 * DAY);
      }),
    );
  });
});
