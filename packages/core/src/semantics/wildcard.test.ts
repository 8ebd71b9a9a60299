import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { matchesWildcard } from './wildcard.js';

it.each([
  ['', '', true],
  ['', 'a', false],
  ['*', '', true],
  ['web-*', 'web-', true],
  ['web-*', 'Web-1', false],
  ['*-prod', 'db-prod-1-prod', true],
  ['a*b*c', 'a-b-b-c', true],
  ['a*b*c', 'a-c-b', false],
  ['w?b', 'web', false],
  ['w?b', 'w?b', true],
  ['(a+)+$', '(a+)+$', true],
  ['.*', 'x', false],
])('%j against %j: %j', (pattern, text, expected) => {
  expect(matchesWildcard(pattern, text)).toBe(expected);
});

/** The same question, answered by trying every way: right beyond doubt, but slow. */
function matchesByTrying(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  if (pattern.startsWith('*')) {
    return matchesByTrying(pattern.slice(1), text) || (text !== '' && matchesByTrying(pattern, text.slice(1)));
  }
  return text.startsWith(pattern.charAt(0)) && matchesByTrying(pattern.slice(1), text.slice(1));
}

const text = (alphabet: string[], maxLength: number) =>
  fc.array(fc.constantFrom(...alphabet), { maxLength }).map((all) => all.join(''));

it('agrees with trying every way', () => {
  fc.assert(
    fc.property(text(['a', 'b', '*'], 8), text(['a', 'b', '*'], 10), (pattern, value) => {
      expect(matchesWildcard(pattern, value)).toBe(matchesByTrying(pattern, value));
    }),
    { numRuns: 2000 },
  );
});

it('answers at once where a regular expression would go back for years', () => {
  expect(matchesWildcard(`${'*a'.repeat(500)}b`, 'a'.repeat(5000))).toBe(false);
});
