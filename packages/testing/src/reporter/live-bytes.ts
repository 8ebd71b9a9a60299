import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The number of bytes in use after garbage collection. */
export function liveBytes(): number {
  setFlagsFromString('--expose-gc');
  // The first one finds what is free, the second one waits until it has been freed.
  for (let i = 0; i < 2; i++) runInNewContext('gc()');
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
