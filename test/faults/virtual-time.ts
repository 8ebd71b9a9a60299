/** A timer that is due at a virtual time, in milliseconds since the start. */
interface Timer {
  readonly due: number;
  readonly run: () => void;
}

/**
 * How long nothing may happen before a leap, in milliseconds: the longer the leap, the surer it must be. A turn of the
 * event loop counts for one at most: a process that is held up sees nothing happen either.
 */
function quietBefore(leap: number): number {
  return Math.min(5 + leap / 500, 60);
}

/** A clock that stands still while anything happens, and leaps to the next timer when nothing does. */
export interface VirtualTime {
  /** The milliseconds that have passed. */
  readonly passed: () => number;
  /** Time stands still until the work is done: it waits for the network, and not for time. */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
  /** Drops the timers that are left: none of them is waited for any more. */
  readonly forget: () => void;
  /** Gives the real timers back. */
  readonly end: () => void;
}

/**
 * Replaces the timers and the clock of this realm. What waits for a backoff or a deadline goes on at once, in the order
 * of time; code that is tested does not know of it.
 */
export function startVirtualTime(): VirtualTime {
  const real = { setTimeout, clearTimeout, now: Date.now };
  const timers = new Map<object, Timer>();
  let [now, quietMs, lastTurn, busy, ended] = [0, 0, performance.now(), 0, false];
  const stir = (): void => {
    quietMs = 0;
  };

  const add = (run: (...values: unknown[]) => void, ms = 0, ...values: unknown[]) => {
    const start = (): void => {
      timers.set(handle, {
        due: now + ms,
        run: () => {
          run(...values);
        },
      });
      stir();
    };
    const handle = {
      ref: () => handle,
      unref: () => handle,
      hasRef: () => false,
      refresh: () => {
        start();
        return handle;
      },
      [Symbol.toPrimitive]: () => 0,
    };
    start();
    return handle;
  };
  Object.assign(globalThis, {
    setTimeout: add,
    clearTimeout: (handle: object | undefined) => handle && timers.delete(handle),
  });
  Date.now = () => real.now() + now;

  const turn = (): void => {
    if (ended) return;
    const at = performance.now();
    quietMs += Math.min(at - lastTurn, 1);
    lastTurn = at;
    if (busy === 0) fireNext();
    setImmediate(turn);
  };
  const fireNext = (): void => {
    const [next] = [...timers].sort(([, a], [, b]) => a.due - b.due);
    if (next === undefined) return;
    const [handle, timer] = next;
    if (quietMs < quietBefore(timer.due - now)) return;
    timers.delete(handle);
    now = Math.max(now, timer.due);
    stir();
    timer.run();
  };
  setImmediate(turn);

  return {
    passed: () => now,
    during: async (work) => {
      busy += 1;
      try {
        return await work();
      } finally {
        busy -= 1;
        stir();
      }
    },
    forget: () => {
      timers.clear();
    },
    end: () => {
      ended = true;
      Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
      Date.now = real.now;
    },
  };
}
