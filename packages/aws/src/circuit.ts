import { codeOf, isTransient } from './access-error.js';
import { UnfinishedError } from './unfinished.js';

/** Stops asking for an operation that has failed too often. */
export interface Circuit {
  /** @throws UnfinishedError `SkippedCalls` if the operation is no longer called */
  readonly check: (operation: string) => void;
  readonly succeeded: (operation: string) => void;
  readonly failed: (operation: string, error: unknown) => void;
}

/**
 * Counts the calls of each operation in a row that failed after all retries: throttled, without an answer, or because
 * AWS has a fault. What AWS refuses, such as a missing permission, costs one request and is no such call.
 */
export function createCircuit(failedCalls: number): Circuit {
  const failures = new Map<string, number>();
  const last = new Map<string, unknown>();
  return {
    check: (operation) => {
      const count = failures.get(operation) ?? 0;
      if (count < failedCalls) return;
      const cause = last.get(operation);
      const reason = `${String(failedCalls)} calls in a row failed after all retries, with ${codeOf(cause)}`;
      throw new UnfinishedError('SkippedCalls', `skipped because ${reason}`, cause);
    },
    succeeded: (operation) => failures.delete(operation),
    failed: (operation, error) => {
      if (!isTransient(error)) return;
      failures.set(operation, (failures.get(operation) ?? 0) + 1);
      last.set(operation, error);
    },
  };
}
