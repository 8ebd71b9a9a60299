import { setMaxListeners } from 'node:events';
import { UnfinishedError } from './unfinished.js';

/** Ends a scope that gets no answers. */
export interface StallWatch {
  /** Aborted, by an `UnfinishedError`, when there was no answer for too long. */
  readonly signal: AbortSignal;
  readonly answered: () => void;
  readonly stop: () => void;
}

/**
 * Returns a signal that ends calls when the deadline of a scan is reached, by an `UnfinishedError`.
 *
 * @param deadline - aborted when it is, for whatever reason
 */
export function endingAt(deadline: AbortSignal): AbortSignal {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  const end = (): void => {
    const message = 'the deadline of the scan was reached before this was read';
    controller.abort(new UnfinishedError('DeadlineReached', message));
  };
  if (deadline.aborted) end();
  else deadline.addEventListener('abort', end, { once: true });
  return controller.signal;
}

/** Watches whether answers come, from now on. */
export function watchForStalls(stalledMs: number): StallWatch {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  const timer = setTimeout(() => {
    const waited = `no answer for ${String(stalledMs / 1000)} s, so the rest of this account and Region was not read`;
    controller.abort(new UnfinishedError('NoProgress', waited));
  }, stalledMs);
  return {
    signal: controller.signal,
    answered: () => timer.refresh(),
    stop: () => {
      clearTimeout(timer);
    },
  };
}
