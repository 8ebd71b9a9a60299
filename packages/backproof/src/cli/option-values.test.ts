import { HOUR } from '@backproof/core';
import { expect, it } from '@jest/globals';
import { requestLimits } from './option-values.js';

it('--max-rps gives calls the time to wait for their turn', () => {
  const { requestsPerSecond, callMs, stalledMs } = requestLimits({ maxRps: '2' });
  expect(requestsPerSecond).toBe(2);
  expect(Math.min(callMs ?? 0, stalledMs ?? 0)).toBeGreaterThan(12 * HOUR);
  expect(requestLimits({})).toEqual({});
});
