import { defineReporter, formatInstant } from '@backproof/core';
import type { ReportedRun } from '@backproof/core';
import { digestOutcomes } from './outcome-digest.js';
import type { OutcomeDigest } from './outcome-digest.js';
import { groupLines } from './outcome-lines.js';
import { paintFor } from './paint.js';
import type { Paint } from './paint.js';
import { readingLines } from './reading-lines.js';
import { summaryLines } from './summary-lines.js';
import { waiverLines } from './waiver-lines.js';
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
  options: {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: { color: { type: 'boolean' }, inFull: { type: 'integer', minimum: 0 } },
    },
    defaults: { color: false, inFull: 3 },
  },

  *render(run, { color, inFull }) {
    const paint = paintFor(color);
    for (const line of reportLines(run, digestOutcomes(run.outcomes, inFull), paint)) yield `${line}\n`;
  },
});

function* reportLines(run: ReportedRun, outcomes: OutcomeDigest, paint: Paint): Generator<string> {
  yield `${paint.bold(`${run.tool.name} ${run.tool.version}`)}, as of ${formatInstant(Date.parse(run.now))}`;
  for (const rule of run.rules) {
    yield '';
    yield paint.bold(printable(`${rule.id} ${rule.version}: ${rule.title}`));
    for (const kind of ['open', 'unknown'] as const) {
      const groups = (outcomes.groups.get(rule.id) ?? []).filter((group) => group.kind === kind);
      for (const group of groups) {
        yield '';
        yield* groupLines(group, paint);
      }
      if (kind === 'open' && groups.length > 0) yield* ['', `What to do: ${printable(rule.remediation)}`];
    }
  }
  yield '';
  yield* summaryLines(outcomes);
  yield '';
  yield* waiverLines(run);
  yield* readingLines(run);
  yield '';
  yield* resultLines(run, outcomes, paint);
}

/** The answer, in one line; and where it is none, why. */
function* resultLines({ gate }: ReportedRun, { tally, count: all }: OutcomeDigest, paint: Paint): Generator<string> {
  const { open, unknown } = tally;
  switch (gate.result) {
    case 'clean':
      yield paint.green(`PASS: ${count(all, 'outcome')}, no violation`);
      return;
    case 'violations':
      yield paint.red(`FAIL: ${count(open, 'violation')}`);
      break;
    case 'incomplete':
      yield paint.yellow(
        `INCOMPLETE: ${count(unknown, 'unknown')}, ${count(open, 'violation')} among what could be read`,
      );
  }
  for (const reason of gate.reasons) yield printable(`  ${reason}`);
}
