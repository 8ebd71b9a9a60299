import { outcomeOf } from '@backproof/testing';
import type { Given } from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyGiven, anyOptions, anyUnread } from './random-restores.fixture.js';
import { restoreTest } from './rule.js';

const statusOf = (given: Given, options: object) => outcomeOf(restoreTest, { given, options }).status;

describe('any estate', () => {
  it('of which less may be read is judged as before or not at all', () => {
    fc.assert(
      fc.property(anyGiven, anyOptions, anyUnread, (given, options, unread) => {
        const [before, after] = [statusOf(given, options), statusOf({ ...given, unread }, options)];
        expect([before, 'unknown']).toContain(after);
      }),
      { numRuns: 300 },
    );
  });

  it('passes no more by stricter options', () => {
    const strict = fc.constantFrom(
      { requireValidation: true },
      { maxRestoreTime: '30m' },
      { proof: 'direct' },
      { scope: 'resource' },
    );
    fc.assert(
      fc.property(anyGiven, anyOptions, strict, (given, options, stricter) => {
        const [before, after] = [statusOf(given, options), statusOf(given, { ...options, ...stricter })];
        expect(after === 'pass' && before !== 'pass').toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});

it('the estates above come to verdicts of every kind, by nearly every message', () => {
  const sample = fc.sample(fc.tuple(anyGiven, anyOptions), { numRuns: 250, seed: 1 });
  const said = new Set(sample.map(([given, options]) => outcomeOf(restoreTest, { given, options }).messageId));
  const expected = [
    ...['tested', 'tested-unvalidated', 'restored-manually', 'covered-by', 'tested-by-sample'],
    ...['restored-indirectly', 'not-due-yet', 'test-failed', 'validation-failed', 'too-slow', 'never-tested'],
    ...['history-too-short', 'restore-jobs-unread', 'validation-pending', 'not-testable'],
  ];
  expect([...said]).toEqual(expect.arrayContaining(expected));
});
