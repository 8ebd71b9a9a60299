import { formatInstant } from '@backproof/core';
import type { Evidence, Exclusion, Instant } from '@backproof/core';

/**
 * Control characters, and those that turn the direction of text: in a stranger's name they could rewrite the screen.
 * And what begins a command to a CI system that reads the output: `::` at the start of a line, `##[` and `##vso[`
 * anywhere.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|^:(?=:)|(?<=#)#(?=\w*\[)/gu;

/** A stranger's text as it may stand in a terminal or a log: characters that are not visible text are written as `\u{1b}`. */
export function printable(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Rows of cells as lines with aligned columns: the first to the left, the others, as numbers, to the right. */
export function tableLines(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)));
  return rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart((widths[i] ?? 0) + 2))).join(''),
  );
}

/** A piece of evidence as one line, without its id where that is what the line is about: `2026-11-17 05:00 UTC  recovery point COMPLETED (arn:...)`. */
export function evidenceLine(
  at: Instant | undefined,
  { text, id }: Pick<Evidence, 'text' | 'id'>,
  about: string,
): string {
  const when = at === undefined ? '' : `${formatInstant(at)}  `;
  return printable(`${when}${text}${id === about ? '' : ` (${id})`}`);
}

/** The most names that are written. */
export const NAMES_SHOWN = 10;

/** The first of many names, of which there are `all`, and the number of the rest: `orders, carts and 7 more`. */
export function firstNames(names: readonly string[], all = names.length): string {
  const more = all > NAMES_SHOWN ? ` and ${(all - NAMES_SHOWN).toLocaleString('en')} more` : '';
  return printable(`${names.slice(0, NAMES_SHOWN).join(', ')}${more}`);
}

/** The reason why a resource is not judged; if a user excluded it, in the user's words. */
export function exclusionText({ reason, userReason }: Exclusion): string {
  return userReason ?? reason;
}
