import {
  defineReporter,
  formatInstant,
  gateSentence,
  printable,
  unknownTallyText,
  withShortWords,
} from '@backproof/core';
import type { GateResult, ReportedRun } from '@backproof/core';
import { digestOutcomes } from './outcome-digest.js';
import type { OutcomeDigest } from './outcome-digest.js';
import { leftoverLines } from './leftover-lines.js';
import { groupLines } from './outcome-lines.js';
import { paintFor } from './paint.js';
import type { Paint } from './paint.js';
import { readingLines } from './reading-lines.js';
import { summaryLines } from './summary-lines.js';
import { waiverLines } from './waiver-lines.js';

/** Options of the report for a terminal. */
export interface TerminalOptions {
  readonly color: boolean;
  /** The number of resources whose finding is written in full, of those with the same finding; the others are named or counted. */
  readonly inFull: number;
}

/**
 * Text for people: each failure with its cause, each unknown outcome, and a summary. A finding that many resources have
 * in common is written once; passes are counted.
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
    for (const line of reportLines(run, digestOutcomes(run.outcomes, inFull), paint)) yield `${withShortWords(line)}\n`;
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
  const unknown = unknownTallyText(run.rules);
  if (unknown !== '') yield* ['', `Unknown: ${unknown}`];
  yield '';
  yield* waiverLines(run);
  yield* leftoverLines(run);
  yield* readingLines(run);
  yield '';
  yield* resultLines(run, paint);
}

/** The verdict of the gate in one line, and its reasons. */
function* resultLines(run: ReportedRun, paint: Paint): Generator<string> {
  const colors = { clean: paint.green, violations: paint.red, incomplete: paint.yellow } as const satisfies Record<
    GateResult,
    Paint[keyof Paint]
  >;
  yield colors[run.gate.result](gateSentence(run));
  for (const reason of run.gate.reasons) yield printable(`  ${reason}`);
}
