import { EXIT } from './exit-code.js';

const CODES = { SIGINT: EXIT.interrupted, SIGTERM: EXIT.terminated } as const;

/** The interrupts of a command. */
export interface Interrupts {
  /**
   * Gives a signal that is aborted by the first interrupt, so that the command can clean up; a second one ends the
   * process at once. A command that does not listen has nothing to clean up, and is ended by the first.
   */
  readonly listen: () => AbortSignal;
  readonly isListening: () => boolean;
  /** The exit code of the interrupt; undefined if there was none. */
  readonly code: () => number | undefined;
}

/** Nothing is listened for yet. */
export function interrupts(): Interrupts {
  const controller = new AbortController();
  let isListening = false;
  let code: number | undefined;
  return {
    listen: () => {
      isListening = true;
      for (const name of ['SIGINT', 'SIGTERM'] as const) {
        process.once(name, () => {
          code = CODES[name];
          controller.abort();
        });
      }
      return controller.signal;
    },
    isListening: () => isListening,
    code: () => code,
  };
}
