/**
 * The kinds of reason for which an outcome is unknown.
 *
 * - `unread`: it could have been read and was not: no permission, a fault, a place that was not scanned.
 * - `forgotten`: nothing that still exists shows it, as AWS keeps records for some time only.
 * - `undecided`: AWS does not report it, or reports it in a word that this version does not know.
 */
export const UNKNOWN_KINDS = ['unread', 'forgotten', 'undecided'] as const;

export type UnknownKind = (typeof UNKNOWN_KINDS)[number];

/** The kinds in words, as they read after a number: `3 not read`. */
export const UNKNOWN_NAMES: Readonly<Record<UnknownKind, string>> = {
  unread: 'not read',
  forgotten: 'forgotten by AWS',
  undecided: 'not reported by AWS',
};
