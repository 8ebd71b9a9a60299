import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HOUR } from '../../model/instant.js';
import { DAY } from '../../model/instant.js';
import type { Loss } from './loss.js';
import { imagePoint, left, snapshotPoint } from './survival.fixture.js';

const DELETION: Loss = { kind: 'deletion' };
const older = { ...imagePoint, arn: 'arn:aws:ec2:eu-west-1::image/ami-2', ageMs: 30 * HOUR };

describe('a recovery point that is an image', () => {
  it.each<[string, Parameters<typeof left>[0], object]>([
    ['survives', { points: [imagePoint] }, { status: 'survives' }],
    [
      'is lost where it is disabled',
      { points: [imagePoint], disabledImages: [imagePoint.arn] },
      { status: 'lost', why: 'image-disabled' },
    ],
    [
      'leaves an older one that is not disabled',
      { points: [older, imagePoint], disabledImages: [imagePoint.arn] },
      { status: 'survives', rpoMs: 30 * HOUR },
    ],
    [
      'is unknown where it was not read whether it is disabled',
      { points: [imagePoint], imagesUnread: true },
      { status: 'unknown', why: 'image-not-read' },
    ],
    [
      'is lost where that one is known to be disabled and others were not read',
      { points: [imagePoint], disabledImages: [imagePoint.arn], imagesUnread: true },
      { status: 'lost', why: 'image-disabled' },
    ],
  ])('%s', (_, story, expected) => {
    expect(left(story, DELETION)).toMatchObject(expected);
    expect(left({ ...story, asked: [DELETION] }, DELETION)).toMatchObject(expected);
  });

  it('names the image that would survive the loss if it were enabled, before a newer one that would not', () => {
    const story = { points: [older, imagePoint], disabledImages: [older.arn, imagePoint.arn] };
    expect(left(story, { kind: 'late', foundAfterMs: DAY })).toMatchObject({ status: 'lost', why: 'image-disabled' });
    expect(left(story, { kind: 'late', foundAfterMs: 2 * DAY })).toMatchObject({ status: 'lost', why: 'too-new' });
  });

  it('is gone with its Region all the same', () => {
    const story = { points: [imagePoint], disabledImages: [imagePoint.arn], imagesUnread: true };
    expect(left(story, { kind: 'region' })).toMatchObject({ status: 'lost', why: 'in-the-region' });
  });
});

it('snapshots are not in doubt where images were not read', () => {
  expect(left({ points: [snapshotPoint], imagesUnread: true }, DELETION)).toMatchObject({ status: 'survives' });
});

const losses = fc.constantFrom<Loss>(DELETION, { kind: 'late', foundAfterMs: 7 * DAY }, { kind: 'hostile-admin' });

it('to disable more images never lets more survive, and to leave out alike points changes no answer', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ ageMs: fc.integer({ min: 0, max: 20 * DAY }), disabled: fc.boolean() }), { maxLength: 6 }),
      losses,
      (drawn, loss) => {
        const points = drawn.map(({ ageMs }, i) => ({ ...imagePoint, ageMs, arn: `${imagePoint.arn}${String(i)}` }));
        const disabledImages = points.flatMap(({ arn }, i) => (drawn[i]?.disabled === true ? [arn] : []));
        const [free, some] = [left({ points }, loss), left({ points, disabledImages }, loss)];
        if (some.status === 'survives') expect(free.status).toBe('survives');
        if (some.status === 'survives' && free.status === 'survives')
          expect(some.rpoMs).toBeGreaterThanOrEqual(free.rpoMs);
        const { row: _, ...answer } = wayOf(some);
        const { row: __, ...ofFew } = wayOf(left({ points, disabledImages, asked: [loss] }, loss));
        expect(ofFew).toEqual(answer);
      },
    ),
  );
});

/** An answer, by which way back it was found. */
function wayOf(survival: ReturnType<typeof left>): object & { row?: number } {
  return survival.status === 'survives' ? { ...survival, ...survival.way } : survival;
}
