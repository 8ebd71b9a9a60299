import { count, defineReporter, gateSentence, printable } from '@backproof/core';
import type { GateResult, OutcomeSubject, ReportedRun } from '@backproof/core';
import { answerLines, headLine } from './answer-lines.js';
import { detailLines } from './detail-lines.js';
import { digestOutcomes } from './outcome-digest.js';
import type { GroupBy } from './group-by.js';
import type { OutcomeDigest } from './outcome-digest.js';
import { otherLines } from './other-lines.js';
import { paintFor } from './paint.js';
import type { Paint } from './paint.js';
import { digestProtection } from './protection-digest.js';
import type { ProtectionDigest } from './protection-digest.js';
import { tallyLines } from './tally-lines.js';
import { unknownLines } from './unknown-lines.js';
import { failureLines, worstLines } from './worst-lines.js';
import { written } from './wrapped.js';

/** Options of the report for a terminal. */
export interface TerminalOptions {
  readonly color: boolean;
  /** The columns that lines may take. A word that is longer stays whole. */
  readonly width: number;
  /** Each finding with its evidence, and how everything was read. */
  readonly verbose: boolean;
  /** The thing that the counts and, if verbose, the findings are grouped by. */
  readonly groupBy: GroupBy;
  /** If verbose, the number of resources whose finding is written in full, of those with the same finding; the others are named or counted. */
  readonly inFull: number;
}

/** The number of worst resources that are named, and that are written with all of their failures if verbose. */
const [WORST, WORST_IN_FULL] = [10, 1_000];

/**
 * Text for people, the answer first: how much is backed up, the counts by rule, the worst resources, what is unknown and
 * what to do next. If verbose, each finding follows with its evidence: one that many resources have in common once.
 */
export const terminal = defineReporter<TerminalOptions>({
  id: 'terminal',
  extension: '.txt',
  mediaType: 'text/plain',
  options: {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        color: { type: 'boolean' },
        width: { type: 'integer', minimum: 40, maximum: 1_000 },
        verbose: { type: 'boolean' },
        groupBy: { enum: ['rule', 'resource', 'account', 'type'] },
        inFull: { type: 'integer', minimum: 0 },
      },
    },
    defaults: { color: false, width: 100, verbose: false, groupBy: 'rule', inFull: 3 },
  },

  *render(run, options) {
    const { verbose, groupBy, inFull } = options;
    const worst = verbose && groupBy === 'resource' ? WORST_IN_FULL : WORST;
    const digest = digestOutcomes(run.outcomes, { inFull, groupBy, worst });
    const protection = digestProtection(run.protection, new Set(digest.worst.map(({ subject }) => subject.arn)));
    yield* written(reportLines(run, digest, protection, options), options);
  },
});

function* reportLines(
  run: ReportedRun,
  digest: OutcomeDigest,
  protection: ProtectionDigest,
  options: TerminalOptions,
): Generator<string> {
  const { color, width, verbose, groupBy } = options;
  const paint = paintFor(color);
  yield headLine(run, protection.judged, paint);
  yield '';
  yield* answerLines(run, digest, paint);
  yield '';
  yield* tableOf(digest, groupBy);
  if (groupBy === 'resource') yield* failureLines(digest.worst, verbose, paint);
  else if (digest.worst.length > 0) {
    yield '';
    yield* worstLines(digest.worst, protection.byArn, width, paint);
  }
  const more = digest.failing - digest.worst.length;
  if (more > 0) yield `... ${count(more, 'more resource')}: --verbose, or --report html=report.html`;
  yield* set([...unknownLines(run, digest)]);
  if (verbose) yield* detailLines(run, digest, protection.judged, groupBy, paint);
  else yield* set([...otherLines(run)]);
  yield '';
  yield* resultLines(run, digest, paint);
}

function* tableOf({ byRule, byType, byAccount, tally }: OutcomeDigest, groupBy: GroupBy): Generator<string> {
  if (groupBy === 'type') yield* tallyLines('Type', byType, tally);
  else if (groupBy === 'account') yield* tallyLines('Account', byAccount, tally);
  else yield* tallyLines('Rule', byRule, tally);
}

/** Lines that are set apart; nothing without lines. */
function* set(lines: readonly string[]): Generator<string> {
  if (lines.length > 0) yield* ['', ...lines];
}

/** The verdict of the gate in one line, its reasons, and the next step. */
function* resultLines(run: ReportedRun, { worst: [worst] }: OutcomeDigest, paint: Paint): Generator<string> {
  const colors = { clean: paint.green, violations: paint.red, incomplete: paint.yellow } as const satisfies Record<
    GateResult,
    Paint[keyof Paint]
  >;
  yield colors[run.gate.result](gateSentence(run));
  for (const reason of run.gate.reasons) yield printable(`  ${reason}`);
  if (worst !== undefined) yield `Next: backproof explain ${argument(worst.subject)}, with the options of this scan`;
}

/** The name of a resource as it can be typed as an argument; its ARN if that would be an option. */
function argument({ name: given, arn }: OutcomeSubject): string {
  const name = given.startsWith('-') ? arn : given;
  return /^[\w.:/@+-]+$/.test(name) ? printable(name) : `'${printable(name).replaceAll("'", "'\\''")}'`;
}
