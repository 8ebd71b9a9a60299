/**
 * A place beside memory, such as a temporary file, for what is not needed at once. Core knows none but its own, which is
 * memory itself: where bytes go is for those to say who do I/O.
 */
export interface Spool {
  /**
   * Puts a value away, which structured cloning must be able to copy.
   *
   * @param bytes - the memory that it takes, roughly
   * @returns gives an equal value, as often as it is asked
   */
  put<Value>(value: Value, bytes: number): () => Value;
}

/** Keeps all values where they are. */
export const IN_MEMORY: Spool = { put: (value) => () => value };
