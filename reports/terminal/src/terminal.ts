import { defineReporter, formatInstant, gate } from '@backproof/core';
import type { Outcome, Run } from '@backproof/core';
import { outcomeLines } from './outcome-lines.js';
import { paintFor } from './paint.js';
import type { Paint } from './paint.js';
import { readingLines } from './reading-lines.js';
import { summaryLines } from './summary-lines.js';
import { count, printable } from './wording.js';

/** How a run is written for a terminal. */
export interface TerminalOptions {
  readonly color: boolean;
  /** How many failures, and how many unknowns, are written in full; those left out are counted. */
  readonly limit: number;
}

/** Text for people: what failed and why, what could not be told, and a summary. Passes are counted, not listed. */
export const terminal = defineReporter<TerminalOptions>({
  id: 'terminal',
  extension: '.txt',
  mediaType: 'text/plain',
  defaults: { color: false, limit: 200 },

  *render(run, { color, limit }) {
    const paint = paintFor(color);
    for (const line of reportLines(run, limit, paint)) yield `${line}\n`;
  },
});

function* reportLines(run: Run, limit: number, paint: Paint): Generator<string> {
  yield `${paint.bold(`${run.tool.name} ${run.tool.version}`)}, as of ${formatInstant(Date.parse(run.now))}`;
  for (const rule of run.rules) {
    yield '';
    yield paint.bold(printable(`${rule.id} ${rule.version}: ${rule.title}`));
    const outcomes = run.outcomes.filter(({ ruleId }) => ruleId === rule.id);
    for (const status of ['fail', 'unknown'] as const) {
      const concerned = outcomes.filter((outcome) => outcome.status === status);
      yield* listLines(concerned, limit, paint);
      if (status === 'fail' && concerned.length > 0) yield `What to do: ${printable(rule.remediation)}`;
    }
  }
  yield '';
  yield* summaryLines(run);
  yield '';
  yield* readingLines(run);
  yield '';
  yield resultLine(run, paint);
}

function* listLines(outcomes: readonly Outcome[], limit: number, paint: Paint): Generator<string> {
  for (const outcome of outcomes.slice(0, limit)) {
    yield '';
    yield* outcomeLines(outcome, paint);
  }
  if (outcomes.length > limit) yield `... and ${outcomes.length - limit} more; --json writes them all.`;
  if (outcomes.length > 0) yield '';
}

/** The answer, in one line. */
function resultLine(run: Run, paint: Paint): string {
  const failures = run.outcomes.filter(({ status }) => status === 'fail').length;
  const unknowns = run.outcomes.filter(({ status }) => status === 'unknown').length;
  switch (gate(run)) {
    case 'clean':
      return paint.green(`PASS: ${count(run.outcomes.length, 'outcome')}, no violation`);
    case 'violations':
      return paint.red(`FAIL: ${count(failures, 'violation')}`);
    case 'incomplete':
      return paint.yellow(
        `INCOMPLETE: ${count(unknowns, 'unknown')}, ${count(failures, 'violation')} among what could be read`,
      );
  }
}
