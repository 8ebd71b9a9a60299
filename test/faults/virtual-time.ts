/** A timer that is due at a virtual time, in milliseconds since the start. */
interface Timer {
  readonly due: number;
  readonly run: () => void;
}

/** Turns of the event loop in which nothing happened: then nobody waits for anything but time. */
const QUIET_TURNS = 25;

/** The real milliseconds that nothing may happen in before a leap: the longer the leap, the surer it must be. */
function quietMs(leap: number): number {
  return Math.min(2 + leap / 1000, 20);
}

/** A clock that stands still while anything happens, and leaps to the next timer when nothing does. */
export interface VirtualTime {
  /** The milliseconds that have passed. */
  readonly passed: () => number;
  /** Time stands still until the work is done: it waits for the network, and not for time. */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
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
  let [now, quiet, since, busy, ended] = [0, 0, performance.now(), 0, false];
  const stir = (): void => {
    [quiet, since] = [0, performance.now()];
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
    quiet += 1;
    if (busy === 0 && quiet > QUIET_TURNS) fireNext();
    setImmediate(turn);
  };
  const fireNext = (): void => {
    const [next] = [...timers].sort(([, a], [, b]) => a.due - b.due);
    if (next === undefined) return;
    const [handle, timer] = next;
    if (performance.now() - since < quietMs(timer.due - now)) return;
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
    end: () => {
      ended = true;
      Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
      Date.now = real.now;
    },
  };
}
