import { count, defineReporter, formatInstant, gateSentence } from '@backproof/core';
import type { AbsentReason, BaselineInRun, GateResult, ReportedRun } from '@backproof/core';
import { plain } from './plain.js';
import { tablesText } from './table.js';
import type { Limits } from './table.js';
import { tablesOf } from './tables.js';

/** Limits of the Markdown report. */
export type MarkdownOptions = Limits;

/**
 * A summary in GitHub's and GitLab's Markdown: the result and its reasons, figures by rule, the worst violations, unknown
 * outcomes, lists that could not be read, leftovers, and the waivers. It keeps to its limits, and says how much it leaves out.
 */
export const markdown = defineReporter<MarkdownOptions>({
  id: 'markdown',
  extension: '.md',
  mediaType: 'text/markdown',
  options: {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: { rows: { type: 'integer', minimum: 0 }, maxBytes: { type: 'integer', minimum: 4_096 } },
    },
    // GitHub takes 1,024 KB of a step, and other commands of the step may write as well.
    defaults: { rows: 50, maxBytes: 1_000_000 },
  },

  *render(run, limits) {
    const head = headOf(run);
    yield head;
    yield* tablesText(tablesOf(run), head, limits);
  },
});

const RESULTS: Readonly<Record<GateResult, string>> = {
  clean: '✅ Backproof: gate passed',
  violations: '❌ Backproof: gate failed',
  incomplete: '⚠️ Backproof: incomplete',
};

function headOf(run: ReportedRun): string {
  const { gate, tool, now, scopes, baseline, id } = run;
  const places = count(scopes.length, 'scope');
  const about = `${plain(tool.version)}, as of ${formatInstant(Date.parse(now))}, ${places}, run ${id}`;
  const compared = baseline === undefined ? '' : `\n${comparedText(baseline)}\n`;
  return `# ${RESULTS[gate.result]}\n\n${gateSentence(run)}\n\n${about}\n${compared}`;
}

/** Counts of failures against the baseline. A failure that is absent now is not always resolved: it may be unknown. */
function comparedText({ now, newFindings, absent }: BaselineInRun): string {
  const counts = REASONS.map(([reason, text]) => `${absent.filter((each) => each.reason === reason).length} ${text}`);
  const when = formatInstant(Date.parse(now));
  return `Compared with the baseline of ${when}: ${[`${newFindings} new`, ...counts].join(', ')}.`;
}

const REASONS: readonly (readonly [AbsentReason, string])[] = [
  ['resolved', 'resolved'],
  ['gone', 'no longer judged'],
  ['unknown', 'unknown now'],
];
