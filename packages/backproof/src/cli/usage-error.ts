import { didYouMean } from '../did-you-mean.js';

/** A fault of the command's user, as one line: what is wrong, and the way out. The command ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A word that is none of the known ones, with the one that was probably meant. */
export function unknownWord(what: string, word: string, known: readonly string[]): UsageError {
  return new UsageError(`${what} ${JSON.stringify(word)} is not known. ${didYouMean(word, known)}`);
}
