import { setMaxListeners } from 'node:events';

/**
 * A signal that follows another one, for a scan: every open request listens to it, and Node takes more than ten
 * listeners for a leak and says so on stderr.
 */
export function scanSignal(signal: AbortSignal | undefined): AbortSignal {
  const following = AbortSignal.any(signal === undefined ? [] : [signal]);
  setMaxListeners(0, following);
  return following;
}
