import { outcomeOf } from '@backproof/testing';
import type { Given } from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyGiven, anyOptions, anyUnread, NEW_WORD } from './random-restores.fixture.js';
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

  it.each([
    ['status', ['COMPLETED', 'FAILED']],
    ['validationStatus', ['SUCCESSFUL', 'FAILED']],
  ] as const)(
    'is unknown by a %s that is not known where what it may mean would change the verdict, and only there',
    (field, words) => {
      const inWord = (given: Given, word: string): Given => ({
        ...given,
        restoreJobs: given.restoreJobs?.map((job, i) => (i === 0 ? { ...job, [field]: word } : job)) ?? [],
      });
      fc.assert(
        fc.property(anyGiven, anyOptions, (given, options) => {
          const [well, badly] = words.map((word) => statusOf(inWord(given, word), options));
          expect(statusOf(inWord(given, NEW_WORD), options)).toBe(well === badly ? well : 'unknown');
        }),
        { numRuns: 200 },
      );
    },
  );

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
  const sample = fc.sample(fc.tuple(anyGiven, anyOptions), { numRuns: 500, seed: 1 });
  const said = new Set(sample.map(([given, options]) => outcomeOf(restoreTest, { given, options }).messageId));
  const expected = [
    ...['tested', 'tested-unvalidated', 'restored-manually', 'covered-by', 'tested-by-sample'],
    ...['restored-indirectly', 'not-due-yet', 'test-failed', 'validation-failed', 'too-slow', 'never-tested'],
    ...['history-too-short', 'last-restore-failed', 'restore-jobs-unread', 'word-unknown', 'not-testable'],
  ];
  expect(expected.filter((id) => !said.has(id))).toEqual([]);
});
