import { defineReporter, formatInstant, gate } from '@backproof/core';
import type { Outcome, Run } from '@backproof/core';
import { outcomeGroups } from './outcome-groups.js';
import type { OutcomeGroup } from './outcome-groups.js';
import { groupLines } from './outcome-lines.js';
import { paintFor } from './paint.js';
import type { Paint } from './paint.js';
import { readingLines } from './reading-lines.js';
import { summaryLines } from './summary-lines.js';
import { count, printable } from './wording.js';

/** How a run is written for a terminal. */
export interface TerminalOptions {
  readonly color: boolean;
  /** Of how many resources the same finding is written in full; the others are named or, where they are many, counted. */
  readonly inFull: number;
}

/**
 * Text for people: what failed and why, what could not be told, and a summary. What is the same of many resources is
 * written once; passes are counted.
 */
export const terminal = defineReporter<TerminalOptions>({
  id: 'terminal',
  extension: '.txt',
  mediaType: 'text/plain',
  defaults: { color: false, inFull: 3 },

  *render(run, { color, inFull }) {
    const paint = paintFor(color);
    for (const line of reportLines(run, inFull, paint)) yield `${line}\n`;
  },
});

function* reportLines(run: Run, inFull: number, paint: Paint): Generator<string> {
  yield `${paint.bold(`${run.tool.name} ${run.tool.version}`)}, as of ${formatInstant(Date.parse(run.now))}`;
  for (const rule of run.rules) {
    yield '';
    yield paint.bold(printable(`${rule.id} ${rule.version}: ${rule.title}`));
    for (const status of ['fail', 'unknown'] as const) {
      const groups = groupsOf(run, rule.id, status);
      for (const group of groups) {
        yield '';
        yield* groupLines(group, inFull, paint);
      }
      if (status === 'fail' && groups.length > 0) yield* ['', `What to do: ${printable(rule.remediation)}`];
    }
  }
  yield '';
  yield* summaryLines(run);
  yield '';
  yield* readingLines(run);
  yield '';
  yield* resultLines(run, paint);
}

function groupsOf({ outcomes }: Run, ruleId: string, status: Outcome['status']): readonly OutcomeGroup[] {
  return outcomeGroups(outcomes.filter((outcome) => outcome.ruleId === ruleId && outcome.status === status));
}

/** The answer, in one line; and where it is none, why. */
function* resultLines(run: Run, paint: Paint): Generator<string> {
  const failures = run.outcomes.filter(({ status }) => status === 'fail').length;
  const unknowns = run.outcomes.filter(({ status }) => status === 'unknown').length;
  switch (gate(run)) {
    case 'clean':
      yield paint.green(`PASS: ${count(run.outcomes.length, 'outcome')}, no violation`);
      return;
    case 'violations':
      yield paint.red(`FAIL: ${count(failures, 'violation')}`);
      return;
    case 'incomplete':
      yield paint.yellow(
        `INCOMPLETE: ${count(unknowns, 'unknown')}, ${count(failures, 'violation')} among what could be read`,
      );
      yield* reasonLines(run);
  }
}

/** Why a run is incomplete: what is not known and, where that is the cause, what could not be read. */
function* reasonLines(run: Run): Generator<string> {
  for (const { id } of run.rules) {
    for (const { first, outcomes } of groupsOf(run, id, 'unknown')) {
      yield printable(`  ${id}: ${first.messageId} of ${count(outcomes.length, 'resource')}`);
    }
  }
  const unread = run.populations.filter(({ status }) => status !== 'complete').length;
  if (unread > 0) yield `  ${count(unread, 'population')} could not be read in full`;
  if (run.scopes.length === 0) yield '  no scope was read';
}
