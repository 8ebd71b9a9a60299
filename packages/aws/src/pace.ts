import pLimit from 'p-limit';

const SECOND = 1000;

/** Runs requests, each as soon as the pace allows. */
export type Paced = <T>(send: () => Promise<T>) => Promise<T>;

/**
 * Makes a pace of so many requests in any second. A second counts from the answer of a request, not from its sending: the
 * request arrived before it was answered, so the service sees no more of them than that, whatever the way there takes.
 */
export function paceOf(perSecond = Infinity): Paced {
  if (perSecond === Infinity) return (send) => send();
  const turns = pLimit(perSecond);
  const freeAt = Array.from({ length: perSecond }, () => -Infinity);
  return (send) =>
    turns(async () => {
      await until(freeAt.shift() ?? -Infinity);
      try {
        return await send();
      } finally {
        freeAt.push(Date.now() + SECOND);
      }
    });
}

async function until(moment: number): Promise<void> {
  const ms = moment - Date.now();
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}
