import { readFile } from 'node:fs/promises';
import { setInterval } from 'node:timers';

const EVERY_MS = 250;

/**
 * Watches the memory of a process, all its threads counted once: the function that it gives ends that and tells the most
 * that was seen, in bytes. It is the share that is its own (PSS); 0 where the system does not tell.
 */
export function watchMemory(pid: number): () => number {
  let most = 0;
  const timer = setInterval(() => {
    void readFile(`/proc/${pid}/smaps_rollup`, 'utf8')
      .then((text) => (most = Math.max(most, 1024 * Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0))))
      .catch(() => undefined);
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
    return most;
  };
}
