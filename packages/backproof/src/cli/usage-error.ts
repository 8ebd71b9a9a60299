import { closest, distance } from 'fastest-levenshtein';

/** A fault of the command's user, as one line: what is wrong, and the way out. The command ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A word that is none of the known ones, with the one that was probably meant. */
export function unknownWord(what: string, word: string, known: readonly string[]): UsageError {
  const near = closest(
    word.toLowerCase(),
    known.map((name) => name.toLowerCase()),
  );
  const meant = known.find((name) => name.toLowerCase() === near);
  const isClose = meant !== undefined && distance(word.toLowerCase(), near) <= Math.max(2, word.length / 3);
  const wayOut = isClose ? `Did you mean "${meant}"?` : `Known are: ${known.join(', ')}.`;
  return new UsageError(`${what} ${JSON.stringify(word)} is not known. ${wayOut}`);
}
