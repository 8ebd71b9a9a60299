import { count, formatInstant, printable, SEVERITIES } from '@backproof/core';
import type { AbsentReason, Finding, RunDiff } from '@backproof/core';
import { paintFor } from './paint.js';
import type { Paint } from './paint.js';
import { tableLines, words } from './wording.js';
import { written } from './wrapped.js';
import type { Look } from './wrapped.js';

const ABSENT: readonly (readonly [AbsentReason, title: string])[] = [
  ['resolved', 'Resolved'],
  ['unknown', 'Unknown now'],
  ['gone', 'No longer judged'],
];

/** Renders what became of the failures between two runs, as text. Each piece ends in a newline. */
export function* renderDiff(diff: RunDiff, look: Look): Generator<string> {
  yield* written(diffLines(diff, paintFor(look.color)), look);
}

function* diffLines({ before, after, added, worse, absent, unchanged }: RunDiff, paint: Paint): Generator<string> {
  yield `${formatInstant(Date.parse(before))} to ${formatInstant(Date.parse(after))}: ${count(added.length, 'new failure')}, ${count(unchanged, 'unchanged failure')}`;
  yield* findingLines(paint.red('New'), added, severityOf);
  yield* findingLines(paint.red('Worse'), worse, ({ was, severity }) => `${severity} (was ${was})`);
  for (const [reason, title] of ABSENT) {
    const color = reason === 'resolved' ? paint.green : paint.yellow;
    yield* findingLines(
      color(title),
      absent.filter((finding) => finding.reason === reason),
      severityOf,
    );
  }
}

/** The findings of one kind with their number, the most severe first. */
function* findingLines<One extends Finding>(
  title: string,
  findings: readonly One[],
  first: (finding: One) => string,
): Generator<string> {
  if (findings.length === 0) return;
  yield '';
  yield `${title}: ${findings.length.toLocaleString('en')}`;
  const rows = findings
    .toSorted((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity))
    .map((finding) => {
      const { ruleId, messageId, subject } = finding;
      const { type, name, accountId, region } = subject;
      return [first(finding), type, name, `${ruleId}: ${words(messageId)}`, `${accountId} ${region}`].map(printable);
    });
  for (const line of tableLines(rows, ['left', 'left', 'left', 'left', 'left'])) yield `  ${line}`;
}

function severityOf({ severity }: Finding): string {
  return severity;
}
