import { formatInstant, printable } from '@backproof/core';
import type { Evidence, Exclusion, Instant } from '@backproof/core';

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
