import { NOW, outcomeOf } from '@backproof/testing';
import type { Given } from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Options } from './options.js';
import { anyGiven, anyOptions, anyUnread, goodPoint } from './random-given.fixture.js';
import { retentionTiers } from './rule.js';

const RUNS = { numRuns: 100 };

function statusOf(given: Given, options: Partial<Options>): string {
  return outcomeOf(retentionTiers, { given, options }).status;
}

describe('any history', () => {
  it('does not pass for a point that is gone', () => {
    fc.assert(
      fc.property(anyGiven, anyOptions, fc.nat(40), (given, options, gone) => {
        const { recoveryPoints = [] } = given;
        const fewer = recoveryPoints.filter((_, index) => index !== gone % recoveryPoints.length);
        const [before, after] = [given, { ...given, recoveryPoints: fewer }].map((each) => statusOf(each, options));
        expect(after === 'pass' && before !== 'pass').toBe(false);
      }),
      RUNS,
    );
  });

  it('does not fail for one more point that lives long', () => {
    fc.assert(
      fc.property(anyGiven, anyOptions, fc.integer({ min: 1, max: 40 }), (given, options, days) => {
        const recoveryPoints = [...(given.recoveryPoints ?? []), goodPoint(given.resource, days)];
        const [before, after] = [given, { ...given, recoveryPoints }].map((each) => statusOf(each, options));
        expect(before === 'pass' && after !== 'pass').toBe(false);
      }),
      RUNS,
    );
  });

  it('of which less may be read is judged as before or not at all', () => {
    fc.assert(
      fc.property(anyGiven, anyOptions, anyUnread, (given, options, unread) => {
        const before = statusOf(given, options);
        expect([before, 'unknown']).toContain(statusOf({ ...given, unread }, options));
      }),
      { numRuns: 150 },
    );
  });
});

describe('the histories above', () => {
  it('come to every message', () => {
    const told = fc
      .sample(fc.tuple(anyGiven, anyOptions), { numRuns: 250, seed: 1 })
      .map(([given, options]) => outcomeOf(retentionTiers, { given, options, now: NOW }).messageId);
    expect([...new Set(told)].sort()).toEqual([
      'awaiting-first-backup',
      'backup-failing',
      'copies-unseen',
      'design-falls-short',
      'gaps',
      'job-failed',
      'lifecycle-invalid',
      'lifecycle-too-short',
      'lock-conflict',
      'never-fires',
      'no-plan',
      'on-track',
      'opt-in-unknown',
      'proof-contradicts-plan',
      'tiers-held',
      'window-unknown',
    ]);
  });
});
