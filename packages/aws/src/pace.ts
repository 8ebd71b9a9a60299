import pLimit from 'p-limit';

const SECOND = 1000;

/**
 * Runs requests, each as soon as the pace allows. One whose signal is aborted before that is not sent, and takes no turn.
 *
 * @throws the reason of the signal
 */
export type Paced = <T>(send: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/**
 * Makes a pace of so many requests in any second. A second counts from the answer of a request, not from its sending: the
 * request arrived before it was answered, so the service sees no more of them than that, whatever the way there takes.
 */
export function paceOf(perSecond = Infinity): Paced {
  if (perSecond === Infinity) return (send) => send();
  const turns = pLimit(perSecond);
  const freeAt = Array.from({ length: perSecond }, () => -Infinity);
  return (send, signal) =>
    turns(async () => {
      signal?.throwIfAborted();
      const free = freeAt.shift() ?? -Infinity;
      await until(free, signal);
      if (signal?.aborted === true) freeAt.unshift(free);
      signal?.throwIfAborted();
      try {
        return await send();
      } finally {
        freeAt.push(Date.now() + SECOND);
      }
    });
}

/** Waits for a moment, or until the signal is aborted. */
async function until(moment: number, signal?: AbortSignal): Promise<void> {
  const ms = moment - Date.now();
  if (ms <= 0) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
}
