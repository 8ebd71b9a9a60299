import { closest, distance } from 'fastest-levenshtein';

/** A suggestion for an unknown word: the similar known word or, if none is similar, all known words. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = closest(
    word.toLowerCase(),
    known.map((name) => name.toLowerCase()),
  );
  const meant = known.find((name) => name.toLowerCase() === near);
  const isClose = meant !== undefined && distance(word.toLowerCase(), near) <= Math.max(2, word.length / 3);
  return isClose ? `Did you mean "${meant}"?` : `Choose one of: ${known.join(', ')}.`;
}
