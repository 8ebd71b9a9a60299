import { HOUR } from '@backproof/core';
import { NOW } from '@backproof/testing';
import { expect, it } from '@jest/globals';
import { wasDueIn } from './design.js';

const hours = (from: number, to: number) => ({ from: NOW + from * HOUR, to: NOW + to * HOUR });

it.each([
  ['a run within the gap', hours(0, 48), -100, true],
  ['a run at the moment of the point before the gap, which is its own', hours(24, 48), -100, false],
  ['a run whose start window ends with the gap', hours(0, 32), -100, true],
  ['a run that may have made the point after the gap', hours(0, 31), -100, false],
  ['a run before the plan was at work', hours(0, 48), 25, false],
  ['a run before the gap', hours(25, 48), -100, false],
])('%s', (_, gap, atWorkSince, expected) => {
  const design = { state: 'holds', text: '', due: [hours(24, 32)], copyVaults: [] } as const;
  expect(wasDueIn(design, gap, NOW + atWorkSince * HOUR)).toBe(expected);
});
