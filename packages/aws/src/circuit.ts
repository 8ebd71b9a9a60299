import { setMaxListeners } from 'node:events';
import { codeOf, isTransient } from './access-error.js';
import { UnfinishedError } from './unfinished.js';

/** Stops asking for an operation that has failed too often. */
export interface Circuit {
  /** Aborted, by an `UnfinishedError` `SkippedCalls`, once the operation is no longer called. */
  readonly signalOf: (operation: string) => AbortSignal;
  readonly succeeded: (operation: string) => void;
  readonly failed: (operation: string, error: unknown) => void;
}

/**
 * Counts the calls of each operation in a row that failed after all retries: throttled, without an answer, or because
 * AWS has a fault. What AWS refuses, such as a missing permission, costs one request and is no such call.
 */
export function createCircuit(failedCalls: number): Circuit {
  const failures = new Map<string, number>();
  const controllers = new Map<string, AbortController>();
  const controllerOf = (operation: string): AbortController => {
    const known = controllers.get(operation);
    if (known !== undefined) return known;
    const controller = new AbortController();
    setMaxListeners(0, controller.signal);
    controllers.set(operation, controller);
    return controller;
  };
  return {
    signalOf: (operation) => controllerOf(operation).signal,
    succeeded: (operation) => failures.delete(operation),
    failed: (operation, error) => {
      if (!isTransient(error)) return;
      const count = (failures.get(operation) ?? 0) + 1;
      failures.set(operation, count);
      if (count < failedCalls) return;
      const reason = `${String(failedCalls)} calls in a row failed after all retries, with ${codeOf(error)}`;
      controllerOf(operation).abort(new UnfinishedError('SkippedCalls', `skipped because ${reason}`, error));
    },
  };
}
