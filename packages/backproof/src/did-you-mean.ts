import { closest, distance } from 'fastest-levenshtein';

/** The way out for a word that is none of the known ones: the one that was probably meant or, if none is near, all. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = closest(
    word.toLowerCase(),
    known.map((name) => name.toLowerCase()),
  );
  const meant = known.find((name) => name.toLowerCase() === near);
  const isClose = meant !== undefined && distance(word.toLowerCase(), near) <= Math.max(2, word.length / 3);
  return isClose ? `Did you mean "${meant}"?` : `Known are: ${known.join(', ')}.`;
}
