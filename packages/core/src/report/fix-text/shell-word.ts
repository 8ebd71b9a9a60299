import { printable } from '../printable.js';

/** A word that a shell takes as it stands, whatever is in it. */
export function shellWord(text: string): string {
  const plain = printable(text);
  return /^[\w:/.,@+=-]+$/.test(plain) ? plain : shellQuoted(plain);
}

/** A text in quotes, of one line or several. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
