/** A ledger that cannot be read or written as it is: what is wrong, where, and the way out, in one line. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
}

/** A ledger that a later version wrote: nothing is wrong with it, and nothing of it is read. */
export class LedgerVersionError extends LedgerError {}
