import { compare, printable, TALLY_KINDS } from '@backproof/core';
import type { OutcomeSubject, Tally, TallyKind } from '@backproof/core';
import type { OutcomeDigest } from './outcome-digest.js';
import { tableLines } from './wording.js';

const HEADINGS = {
  pass: 'pass',
  open: 'fail',
  waived: 'waived',
  baseline: 'baseline',
  unknown: 'unknown',
  notApplicable: 'not applicable',
} as const satisfies Record<TallyKind, string>;

/** Columns that are shown only if one of their outcomes exists. */
const SELDOM: readonly TallyKind[] = ['waived', 'baseline'];

/** The number of verdicts by rule and by type, and the resources with the worst failures. */
export function* summaryLines({ tally, byRule, byType, worst }: OutcomeDigest): Generator<string> {
  yield* tallyLines('Rule', byRule, tally);
  yield '';
  yield* tallyLines('Type', byType, tally);
  if (worst.length === 0) return;
  yield '';
  yield 'Worst resources';
  for (const { severity, subject, failures } of worst) {
    yield printable(`  ${severity}  ${subjectText(subject)}  ${failures.join(', ')}`);
  }
}

/** `EBS ledger-volume  111111111111 eu-west-1` */
function subjectText({ type, name, accountId, region }: OutcomeSubject): string {
  return `${type} ${name}  ${accountId} ${region}`;
}

function tallyLines(heading: string, tallies: ReadonlyMap<string, Tally>, all: Tally): readonly string[] {
  const kinds = TALLY_KINDS.filter((kind) => all[kind] > 0 || !SELDOM.includes(kind));
  const sorted = [...tallies].sort(([a], [b]) => compare(a, b));
  const rows = sorted.map(([key, tally]) => [printable(key), ...kinds.map((kind) => String(tally[kind]))]);
  return tableLines([[heading, ...kinds.map((kind) => HEADINGS[kind])], ...rows]);
}
