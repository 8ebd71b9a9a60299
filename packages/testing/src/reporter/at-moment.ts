import type { Instant } from '@backproof/core';

/** Does something while the clock stands still at a moment: `Date.now()` and `new Date()` return it. */
export function atMoment<T>(moment: Instant, task: () => T): T {
  const realDate = Date;
  const stopped = new Proxy(realDate, {
    apply: () => new realDate(moment).toString(),
    construct: (target, values: unknown[], newTarget: () => unknown) =>
      Reflect.construct(target, values.length === 0 ? [moment] : values, newTarget) as Date,
    get: (target, name, receiver) => (name === 'now' ? () => moment : (Reflect.get(target, name, receiver) as unknown)),
  });
  Reflect.set(globalThis, 'Date', stopped);
  try {
    return task();
  } finally {
    Reflect.set(globalThis, 'Date', realDate);
  }
}
