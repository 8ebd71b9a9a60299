/** A file that cannot be imported: which, where in it, and why, in one line. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
