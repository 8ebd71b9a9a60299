import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatInstant, renderMessage } from './message.js';

describe('renderMessage', () => {
  it.each([
    ['{name} is {age} old', { name: 'db', age: 3 }, 'db is 3 old'],
    ['{name} and {name}', { name: 'db' }, 'db and db'],
    ['no placeholder', {}, 'no placeholder'],
    ['at {when}', { when: new Date('2026-11-22T05:00:59.999Z') }, 'at 2026-11-22 05:00 UTC'],
    ['{count} points', { count: 0 }, '0 points'],
    ['an empty "{text}"', { text: '' }, 'an empty ""'],
  ])('fills in %s', (message, data, text) => {
    expect(renderMessage(message, data)).toBe(text);
  });

  it.each([
    ['a placeholder', '{job} and {name}'],
    ['a pattern of replacement', "$& $1 $` $' $$"],
    ['braces', '{{}}'],
  ])('takes a value that looks like %s for text', (_, name) => {
    expect(renderMessage('<{name}>', { name, job: 'secret' })).toBe(`<${name}>`);
  });

  it('leaves a placeholder that has no value, inherited ones among them', () => {
    expect(renderMessage('{missing} {toString} {__proto__}', {})).toBe('{missing} {toString} {__proto__}');
  });
});

it('formatInstant writes UTC to the minute', () => {
  expect(formatInstant(Date.parse('2026-01-02T03:04:59Z'))).toBe('2026-01-02 03:04 UTC');
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }), (date) => {
      const [day, time = ''] = date.toISOString().split('T');
      expect(formatInstant(date.getTime())).toBe(`${String(day)} ${time.slice(0, 5)} UTC`);
    }),
  );
  expect(() => formatInstant(NaN)).toThrow(RangeError);
});
