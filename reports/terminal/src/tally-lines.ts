import { compare, printable, severitiesText, TALLY_KINDS } from '@backproof/core';
import type { Tally, TallyKind } from '@backproof/core';
import type { Counts } from './outcome-digest.js';
import { tableLines } from './wording.js';

const HEADINGS = {
  pass: 'pass',
  open: 'fail',
  waived: 'waived',
  baseline: 'baseline',
  unknown: 'unknown',
  notApplicable: 'n/a',
} as const satisfies Record<TallyKind, string>;

/** Columns that are shown only if one of their outcomes exists. */
const SELDOM: readonly TallyKind[] = ['waived', 'baseline'];

/** The number of outcomes of each kind by rule, type or account, and the severities of those that are open. */
export function tallyLines(heading: string, counts: ReadonlyMap<string, Counts>, all: Tally): readonly string[] {
  const kinds = TALLY_KINDS.filter((kind) => all[kind] > 0 || !SELDOM.includes(kind));
  const sorted = [...counts].sort(([a], [b]) => compare(a, b));
  const rows = sorted.map(([key, { tally, open }]) => [
    printable(key),
    ...kinds.map((kind) => tally[kind].toLocaleString('en')),
    severitiesText(open),
  ]);
  const head = [heading, ...kinds.map((kind) => HEADINGS[kind]), all.open > 0 ? 'severity of fails' : ''];
  return tableLines([head, ...rows], ['left', ...kinds.map(() => 'right' as const), 'left']);
}
