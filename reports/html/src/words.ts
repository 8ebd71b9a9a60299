import { formatInstant } from '@backproof/core';
import type { Instant, TallyKind } from '@backproof/core';

/** Words for the kinds of outcome, with a sign that needs no colour. */
export const KIND_WORDS: Readonly<Record<TallyKind, { readonly word: string; readonly sign: string }>> = {
  pass: { word: 'pass', sign: '✓' },
  open: { word: 'open', sign: '✗' },
  waived: { word: 'waived', sign: '◇' },
  baseline: { word: 'in the baseline', sign: '≡' },
  unknown: { word: 'unknown', sign: '?' },
  notApplicable: { word: 'not applicable', sign: '–' },
};

/** An id in words: `cross-account-copy` as `Cross account copy`. */
export function inWords(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `12,345` */
export function number(value: number): string {
  return value.toLocaleString('en');
}

/** The day of an instant: `2026-11-22`. */
export function day(instant: Instant): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** An ISO 8601 moment for people: `2026-11-22 05:00 UTC`. */
export function moment(iso: string): string {
  return formatInstant(Date.parse(iso));
}
