import { compare, groupBy, TALLY_KINDS, tallyKindOf, tallyOf } from '@backproof/core';
import type { Outcome, OutcomeSubject, Run, TallyKind } from '@backproof/core';
import { rank } from './outcome-groups.js';
import { printable, tableLines } from './wording.js';

const HEADINGS = {
  pass: 'pass',
  open: 'fail',
  waived: 'waived',
  baseline: 'baseline',
  unknown: 'unknown',
  notApplicable: 'not applicable',
} as const satisfies Record<TallyKind, string>;

/** They are shown where there is one at all. */
const SELDOM: readonly TallyKind[] = ['waived', 'baseline'];

const WORST = 5;

/** How the verdicts are spread, by rule and by type, and which resources are worst off. */
export function* summaryLines({ outcomes }: Run): Generator<string> {
  yield* tallyLines('Rule', outcomes, ({ ruleId }) => ruleId);
  yield '';
  yield* tallyLines('Type', outcomes, ({ subject }) => subject.type);
  const worst = worstResources(outcomes);
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

function tallyLines(
  heading: string,
  outcomes: readonly Outcome[],
  keyOf: (outcome: Outcome) => string,
): readonly string[] {
  const all = tallyOf(outcomes);
  const kinds = TALLY_KINDS.filter((kind) => all[kind] > 0 || !SELDOM.includes(kind));
  const groups = [...groupBy(outcomes, keyOf)].sort(([a], [b]) => compare(a, b));
  const rows = groups.map(([key, group]) => {
    const tally = tallyOf(group);
    return [printable(key), ...kinds.map((kind) => String(tally[kind]))];
  });
  return tableLines([[heading, ...kinds.map((kind) => HEADINGS[kind])], ...rows]);
}

/** The resources with the most severe open failures, and among these those that fail most rules. */
function worstResources(outcomes: readonly Outcome[]) {
  const failed = outcomes.filter((outcome) => tallyKindOf(outcome) === 'open').toSorted((a, b) => rank(b) - rank(a));
  return [...groupBy(failed, ({ subject }) => subject.arn).values()]
    .flatMap((group) =>
      group.slice(0, 1).map(({ severity, subject }) => ({ severity, subject, failures: group.map(failureText) })),
    )
    .sort((a, b) => rank(b) - rank(a) || b.failures.length - a.failures.length)
    .slice(0, WORST);
}

function failureText({ ruleId, messageId }: Outcome): string {
  return `${ruleId}: ${messageId}`;
}
