import stringWidth from 'fast-string-width';
import { formatInstant, printable } from '@backproof/core';
import type { Evidence, Exclusion, Instant } from '@backproof/core';

/** Rows of cells as lines with aligned columns, two spaces apart. */
export function tableLines(
  rows: readonly (readonly string[])[],
  aligned: readonly ('left' | 'right')[],
): readonly string[] {
  const widths = aligned.map((_, i) => Math.max(0, ...rows.map((row) => stringWidth(row[i] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const space = ' '.repeat((widths[i] ?? 0) - stringWidth(cell));
        return aligned[i] === 'right' ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd(),
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

/** The id of a message as words: `never backed up`. */
export function words(id: string): string {
  return id.replaceAll('-', ' ');
}

/** The reason why a resource is not judged; if a user excluded it, in the user's words. */
export function exclusionText({ reason, userReason }: Exclusion): string {
  return userReason ?? reason;
}
