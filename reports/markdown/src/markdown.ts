import { defineReporter, formatInstant } from '@backproof/core';
import type { AbsentReason, BaselineInRun, GateResult, ReportedRun } from '@backproof/core';
import { plain } from './plain.js';
import { tablesText } from './table.js';
import type { Limits } from './table.js';
import { tablesOf } from './tables.js';

/** How much of a run is written in Markdown. */
export type MarkdownOptions = Limits;

/**
 * A summary in GitHub's and GitLab's Markdown: the result and why, figures by rule, the worst violations, what could
 * not be told or read, and the waivers. It is no longer than it may be, and says what it leaves out.
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
  clean: '✅ Backproof: clean',
  violations: '❌ Backproof: violations',
  incomplete: '⚠️ Backproof: incomplete',
};

function headOf({ gate, tool, now, scopes, baseline, id }: ReportedRun): string {
  const about = `${plain(tool.version)}, as of ${formatInstant(Date.parse(now))}, ${scopes.length} scopes, run ${id}`;
  const compared = baseline === undefined ? '' : `\n${comparedText(baseline)}\n`;
  return `# ${RESULTS[gate.result]}\n\n${about}\n${compared}`;
}

/** What failed then and does not now need not be resolved: it may not be known. */
function comparedText({ now, newFindings, absent }: BaselineInRun): string {
  const counts = REASONS.map(([reason, text]) => `${absent.filter((each) => each.reason === reason).length} ${text}`);
  const when = formatInstant(Date.parse(now));
  return `Compared with the baseline of ${when}: ${[`${newFindings} new`, ...counts].join(', ')}.`;
}

const REASONS: readonly (readonly [AbsentReason, string])[] = [
  ['resolved', 'resolved'],
  ['gone', 'not judged any more'],
  ['unknown', 'cannot be told now'],
];
