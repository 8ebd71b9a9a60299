import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR, MINUTE } from '../model/instant.js';
import { ageText, DURATION_PATTERN, durationText, formatDuration, overLimitText, parseDuration } from './duration.js';

describe('parseDuration', () => {
  it.each([
    ['30m', 30 * MINUTE],
    ['24h', 24 * HOUR],
    ['90d', 90 * DAY],
    ['0h', 0],
    ['999999d', 999_999 * DAY],
  ])('reads %s', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
    expect(text).toMatch(new RegExp(DURATION_PATTERN));
  });

  it.each(['', '24', 'h', '1.5h', '-1d', '1 d', '24H', '1w', '1234567d', '24h\n', 'P1D'])('refuses "%s"', (text) => {
    expect(() => parseDuration(text)).toThrow(
      new RangeError(`"${text}" is not a valid duration. Write a whole number and a unit: 30m, 24h or 90d.`),
    );
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0 min'],
    [-HOUR, '0 min'],
    [59_999, '0 min'],
    [12 * MINUTE, '12 min'],
    [6 * HOUR, '6 h'],
    [6 * HOUR + 5 * MINUTE, '6 h 5 min'],
    [5 * DAY + 3 * HOUR + 59 * MINUTE, '5 d 3 h'],
    [DAY + 5 * MINUTE, '1 d'],
    [400 * DAY, '400 d'],
  ])('writes %d ms as %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});

describe('durationText', () => {
  it.each([
    [0, '0 minutes'],
    [MINUTE, '1 minute'],
    [90 * MINUTE, '90 minutes'],
    [2 * HOUR, '2 hours'],
    [DAY, '1 day'],
    [36 * HOUR, '36 hours'],
    [2 * DAY, '2 days'],
    [2 * DAY + HOUR, '49 hours'],
    [80 * HOUR, '3 days and 8 hours'],
    [30 * DAY, '30 days'],
    [30 * DAY + 12 * HOUR + 5 * MINUTE, '30 days, 12 hours and 5 minutes'],
    [30 * DAY + 5 * MINUTE, '30 days and 5 minutes'],
    [36 * HOUR + 30 * MINUTE, '36 hours and 30 minutes'],
    [-HOUR, '0 minutes'],
  ])('%d is %s', (ms, text) => {
    expect(durationText(ms)).toBe(text);
  });

  it('never says the same of two lengths that options can tell apart', () => {
    const lengths = [1, 59, 60, 119, 120, 121, 1439, 1440, 1441, 2880, 4319, 4320, 4321, 4800, 43_200, 43_201];
    expect(new Set(lengths.map((minutes) => durationText(minutes * MINUTE))).size).toBe(lengths.length);
  });
});

describe('ageText', () => {
  it.each([
    [59_000, '0 minutes'],
    [90 * MINUTE, '90 minutes'],
    [35 * HOUR + 59 * MINUTE, '35 hours'],
    [3 * DAY + HOUR, '3 days'],
    [20 * DAY - 1, '19 days'],
    [-HOUR, '0 minutes'],
  ])('%d is %s', (ms, text) => {
    expect(ageText(ms)).toBe(text);
  });
});

describe('overLimitText', () => {
  it.each([
    [37 * HOUR, 36 * HOUR, '37 hours'],
    [36 * HOUR + 5 * MINUTE, 36 * HOUR, '36 hours and 5 minutes'],
    [7 * DAY + 3 * HOUR, 7 * DAY, '7 days and 3 hours'],
    [7 * DAY + 1, 7 * DAY, '7 days and 1 minute'],
    [80 * HOUR, 75 * HOUR, '3 days and 8 hours'],
    [82 * HOUR, 80 * HOUR, '3 days and 10 hours'],
    [100 * HOUR, 80 * HOUR, '4 days'],
    [80 * HOUR + 1, 80 * HOUR, '3 days, 8 hours and 1 minute'],
    [9 * DAY, 7 * DAY, '9 days'],
  ])('%d over a limit of %d is %s', (ms, limitMs, text) => {
    expect(overLimitText(ms, limitMs)).toBe(text);
  });
});
