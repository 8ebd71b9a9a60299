import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { coveredSince, intersectionOfSpans, spansBetween, unionOfSpans } from './time-spans.js';
import type { TimeSpan } from './time-spans.js';

const spans = (...pairs: readonly (readonly [number, number])[]): TimeSpan[] =>
  pairs.map(([from, to]) => ({ from, to }));
const holds = (all: readonly TimeSpan[], moment: number) => all.some(({ from, to }) => from <= moment && moment <= to);

describe('coveredSince', () => {
  it.each<[string, TimeSpan[], number, number | undefined]>([
    ['one span', spans([0, 30]), 30, 0],
    ['spans that overlap', spans([0, 30], [20, 50]), 50, 0],
    ['spans that touch', spans([0, 30], [30, 60]), 60, 0],
    ['a gap', spans([0, 30], [31, 60]), 60, 31],
    ['the past, before a gap', spans([0, 30], [31, 60]), 10, 0],
    ['a span within another', spans([0, 60], [10, 20]), 60, 0],
    ['spans in any order', spans([20, 50], [0, 30]), 50, 0],
    ['the moment at which a span begins', spans([10, 30]), 10, 10],
    ['a moment in a gap', spans([0, 30], [40, 60]), 35, undefined],
    ['a moment after all', spans([0, 30]), 31, undefined],
    ['a moment before all', spans([0, 30]), -1, undefined],
    ['nothing', [], 0, undefined],
  ])('%s', (_, given, now, expected) => {
    expect(coveredSince(unionOfSpans(given), now)).toBe(expected);
  });
});

it('spans that touch have one moment in common', () => {
  expect(intersectionOfSpans(spans([0, 30]), spans([30, 60]))).toEqual(spans([30, 30]));
});

it('no span lies between moments that are next to each other', () => {
  expect(spansBetween([8, 5, 6, 8])).toEqual(spans([-Infinity, 4], [7, 7], [9, Infinity]));
});

describe('any spans', () => {
  const moment = fc.integer({ min: 0, max: 40 });
  const anySpans = fc.array(
    fc.tuple(moment, moment).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
    { maxLength: 6 },
  );

  it('become a union that holds the same moments, apart and in order', () => {
    fc.assert(
      fc.property(anySpans, moment, (given, at) => {
        const union = unionOfSpans(given);
        expect(holds(union, at)).toBe(holds(given, at));
        expect(union.every(({ from }, i) => from > (union[i - 1]?.to ?? -1))).toBe(true);
      }),
    );
  });

  it('have in common what both hold', () => {
    fc.assert(
      fc.property(anySpans, anySpans, moment, (some, others, at) => {
        const common = intersectionOfSpans(unionOfSpans(some), unionOfSpans(others));
        expect(holds(common, at)).toBe(holds(some, at) && holds(others, at));
        expect(common).toEqual(unionOfSpans(common));
      }),
    );
  });

  it('lie between moments where there is room', () => {
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 6 }), moment, (moments, at) => {
        const between = spansBetween(moments);
        expect(holds(between, at)).toBe(!moments.includes(at));
        expect(between).toEqual(unionOfSpans(between));
      }),
    );
  });
});
