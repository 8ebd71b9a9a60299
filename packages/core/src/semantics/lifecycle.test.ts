import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareRetention, copyRetentionDays, lifecycleProblem, retentionDays } from './lifecycle.js';

const destinationVaultArn = 'arn:aws:backup:eu-west-1:222222222222:backup-vault:copies';

describe('retention', () => {
  it.each([
    ['days', { deleteAfterDays: 35 }, 35],
    ['no end given: kept forever, not for no time', {}, 'forever'],
    ['cold storage is not an end', { moveToColdStorageAfterDays: 30 }, 'forever'],
  ])('%s', (_, lifecycle, expected) => {
    expect(retentionDays(lifecycle)).toBe(expected);
  });

  it.each([
    ['its own', { deleteAfterDays: 365 }, { deleteAfterDays: 35 }, 365],
    ['its own, shorter than its source', { deleteAfterDays: 7 }, {}, 7],
    ['no lifecycle: as its source', undefined, { deleteAfterDays: 35 }, 35],
    ['a lifecycle without an end: as its source, not forever', {}, { deleteAfterDays: 35 }, 35],
    ['neither has an end', {}, {}, 'forever'],
  ])('of a copy: %s', (_, lifecycle, source, expected) => {
    expect(copyRetentionDays({ destinationVaultArn, ...(lifecycle && { lifecycle }) }, source)).toBe(expected);
  });

  it('is ordered, forever last', () => {
    const retention = fc.oneof(fc.integer({ min: 1, max: 36_500 }), fc.constant('forever' as const));
    const days = (value: number | 'forever'): number => (value === 'forever' ? Infinity : value);
    fc.assert(
      fc.property(retention, retention, (a, b) => {
        expect(Math.sign(compareRetention(a, b))).toBe(days(a) === days(b) ? 0 : Math.sign(days(a) - days(b)));
      }),
    );
  });
});

describe('lifecycleProblem', () => {
  it.each([
    ['cold storage for 90 days', false, { moveToColdStorageAfterDays: 30, deleteAfterDays: 120 }],
    ['cold storage forever', false, { moveToColdStorageAfterDays: 30 }],
    ['kept forever', false, {}],
    ['kept for a day', false, { deleteAfterDays: 1 }],
    ['kept for a hundred years', false, { deleteAfterDays: 36_500 }],
    ['continuous for 35 days', true, { deleteAfterDays: 35 }],
  ])('none: %s', (_, continuous, lifecycle) => {
    expect(lifecycleProblem(lifecycle, { continuous })).toBeUndefined();
  });

  it.each([
    [
      'deleted 70 days after its move to cold storage',
      false,
      { moveToColdStorageAfterDays: 30, deleteAfterDays: 100 },
      {
        kind: 'deleted-before-cold-minimum',
        moveToColdStorageAfterDays: 30,
        deleteAfterDays: 100,
        earliestDeleteAfterDays: 120,
      },
    ],
    ['no day', false, { deleteAfterDays: 0 }, { kind: 'out-of-range', deleteAfterDays: 0 }],
    ['over a hundred years', false, { deleteAfterDays: 36_501 }, { kind: 'out-of-range', deleteAfterDays: 36_501 }],
    [
      'continuous for 36 days',
      true,
      { deleteAfterDays: 36 },
      { kind: 'continuous-too-long', retention: 36, assumed: true },
    ],
    ['continuous forever', true, {}, { kind: 'continuous-too-long', retention: 'forever', assumed: true }],
  ])('%s', (_, continuous, lifecycle, expected) => {
    expect(lifecycleProblem(lifecycle, { continuous })).toEqual(expected);
  });
});
