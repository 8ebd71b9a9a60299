import { InvalidArgumentError } from 'commander';

/** Adds the comma-separated words of one use of an option to those of earlier uses. */
export function words(value: string, earlier: readonly string[] = []): readonly string[] {
  const found = value.split(',').map((word) => word.trim());
  if (found.includes('')) throw new InvalidArgumentError('It contains an empty word.');
  return [...earlier, ...found];
}

/** Adds the value of one use of an option to those of earlier uses, whatever is in it. */
export function values(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}

/**
 * The words of a union, which the compiler checks to be all of them. Options list them again because to load the
 * package that has the list takes longer than help takes to print.
 */
export function allOf<Word extends string>(all: Readonly<Record<Word, true>>): readonly string[] {
  return Object.keys(all);
}
