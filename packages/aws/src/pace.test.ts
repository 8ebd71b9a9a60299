import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { paceOf } from './pace.js';

beforeEach(() => {
  jest.useFakeTimers({ now: 0 });
});
afterEach(() => {
  jest.useRealTimers();
});

it('sends no more requests in a second than the pace, counted from their answers', async () => {
  const paced = paceOf(2);
  const sent: number[] = [];
  const all = Promise.all(
    Array.from({ length: 5 }, () =>
      paced(async () => {
        sent.push(Date.now());
        await new Promise((resolve) => setTimeout(resolve, 100));
      }),
    ),
  );
  await jest.advanceTimersByTimeAsync(10_000);
  await all;
  expect(sent).toEqual([0, 0, 1100, 1100, 2200]);
});

it('goes on after a request that failed', async () => {
  const paced = paceOf(1);
  await expect(paced(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  const next = paced(() => Promise.resolve(Date.now()));
  await jest.advanceTimersByTimeAsync(1000);
  expect(await next).toBe(1000);
});

it('wakes the requests that wait when they are given up, and they take no turn', async () => {
  const paced = paceOf(1);
  await paced(() => Promise.resolve());
  const controller = new AbortController();
  const send = jest.fn(() => Promise.resolve());
  const waiting = [1, 2, 3].map(() => paced(send, controller.signal));
  const next = paced(() => Promise.resolve(Date.now()));
  controller.abort(new Error('given up'));
  const ended = await Promise.allSettled(waiting);
  expect(ended.map((each) => each.status === 'rejected' && String(each.reason))).toEqual(
    Array.from({ length: 3 }, () => 'Error: given up'),
  );
  expect(send).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1000);
  expect(await next).toBe(1000);
  expect(jest.getTimerCount()).toBe(0);
});

it('holds nothing up where there is none', async () => {
  const paced = paceOf();
  expect(await Promise.all([1, 2, 3].map((each) => paced(() => Promise.resolve(each))))).toEqual([1, 2, 3]);
});
