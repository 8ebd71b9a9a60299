/** Something was not read in time, or no longer asked for. Its name becomes the code of the gap. */
export class UnfinishedError extends Error {
  override readonly name: UnfinishedCode;

  constructor(code: UnfinishedCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = code;
  }

  /** The same for another call: each error belongs to one. */
  again(): UnfinishedError {
    return new UnfinishedError(this.name, this.message, this.cause);
  }
}

type UnfinishedCode = 'CallTimeout' | 'DeadlineReached' | 'NoProgress' | 'SkippedCalls';

/** A call, with the signal that ends its requests. */
type Run<Value> = (signal: AbortSignal) => Promise<Value>;

/**
 * Runs a call that may not take longer than this, nor go on when one of the signals is aborted: whatever it is waiting
 * for, the error comes at once.
 *
 * @throws UnfinishedError `CallTimeout`, or the reason of the signal
 */
export async function endingWithin<Value>(
  ms: number,
  signals: readonly AbortSignal[],
  run: Run<Value>,
): Promise<Value> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const listeners: (() => void)[] = [];
  try {
    return await new Promise<Value>((resolve, reject) => {
      const end = (reason: unknown): void => {
        reject(toError(reason));
        controller.abort(reason);
      };
      for (const signal of signals) {
        const onAbort = (): void => {
          end(signal.reason);
        };
        if (signal.aborted) onAbort();
        signal.addEventListener('abort', onAbort);
        listeners.push(() => {
          signal.removeEventListener('abort', onAbort);
        });
      }
      if (controller.signal.aborted) return;
      timer = setTimeout(() => {
        end(new UnfinishedError('CallTimeout', `no complete answer within ${String(ms / 1000)} s`));
      }, ms);
      run(controller.signal).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
    for (const removeListener of listeners) removeListener();
  }
}

function toError(reason: unknown): Error {
  if (reason instanceof UnfinishedError) return reason.again();
  return reason instanceof Error ? reason : new Error(String(reason));
}
