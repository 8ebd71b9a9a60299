import type { Instant } from '@backproof/core';

/** The number of calls of one operation, including retries. */
export interface OperationCalls {
  /** `backup:ListBackupPlans` */
  readonly operation: string;
  readonly calls: number;
  readonly retries: number;
}

/** The calls in one scope, and the operation of an error: AWS's errors do not name it. */
export interface CallLog {
  /** Something is asked of an operation: the first request of perhaps several. */
  readonly asked: (operation: string) => void;
  /** A request goes out, the first or a retry. */
  readonly sent: (operation: string) => void;
  readonly failed: (operation: string, error: unknown) => void;
  /** An answer says when it was given. Only the first is remembered. */
  readonly dated: (operation: string, at: Instant) => void;
  /** By how much this machine's clock is ahead of AWS's, as the answer to an operation showed. */
  readonly clockDifference: () => { readonly operation: string; readonly ms: number } | undefined;
  readonly operationOf: (error: unknown) => string | undefined;
  readonly counts: () => readonly OperationCalls[];
}

/** A log with nothing in it. */
export function createCallLog(): CallLog {
  const asked = new Map<string, number>();
  const sent = new Map<string, number>();
  const failures = new WeakMap<object, string>();
  let difference: { readonly operation: string; readonly ms: number } | undefined;
  return {
    asked: (operation) => asked.set(operation, (asked.get(operation) ?? 0) + 1),
    sent: (operation) => sent.set(operation, (sent.get(operation) ?? 0) + 1),
    failed: (operation, error) => {
      if (error instanceof Error) failures.set(error, operation);
    },
    dated: (operation, at) => {
      difference ??= { operation, ms: Date.now() - at };
    },
    clockDifference: () => difference,
    operationOf: (error) => (error instanceof Error ? failures.get(error) : undefined),
    counts: () =>
      [...sent].map(([operation, calls]) => ({
        operation,
        calls,
        retries: Math.max(0, calls - (asked.get(operation) ?? 0)),
      })),
  };
}
