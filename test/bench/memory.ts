import { readFile } from 'node:fs/promises';
import { setInterval } from 'node:timers';

const EVERY_MS = 250;

/**
 * Watches the memory of a process, all its threads counted once: the function that it gives ends that and tells the most
 * that was seen until a moment, in bytes. It is the share that is its own (PSS); 0 where the system does not tell.
 */
export function watchMemory(pid: number): (until: number) => number {
  const seen: { readonly at: number; readonly bytes: number }[] = [];
  const timer = setInterval(() => {
    const at = Date.now();
    void readFile(`/proc/${pid}/smaps_rollup`, 'utf8')
      .then((text) => seen.push({ at, bytes: 1024 * Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) }))
      .catch(() => undefined);
  }, EVERY_MS);
  return (until) => {
    clearInterval(timer);
    return seen.reduce((most, { at, bytes }) => (at <= until ? Math.max(most, bytes) : most), 0);
  };
}
