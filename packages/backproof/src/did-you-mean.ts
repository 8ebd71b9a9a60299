import { closest, distance } from 'fastest-levenshtein';

/** A longer word is none that somebody meant to write, and to compare it takes long. */
const LONGEST_WORD = 100;

/** A suggestion for an unknown word: the similar known word or, if none is similar, all known words. */
export function didYouMean(word: string, known: readonly string[]): string {
  if (word.length > LONGEST_WORD) return `Choose one of: ${known.join(', ')}.`;
  const near = closest(
    word.toLowerCase(),
    known.map((name) => name.toLowerCase()),
  );
  const meant = known.find((name) => name.toLowerCase() === near);
  const isClose = meant !== undefined && distance(word.toLowerCase(), near) <= Math.max(2, word.length / 3);
  return isClose ? `Did you mean "${meant}"?` : `Choose one of: ${known.join(', ')}.`;
}
