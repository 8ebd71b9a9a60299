import { count, COVERAGE_RULE, coverageAnswer, formatInstant, SEVERITIES } from '@backproof/core';
import type { ReportedRun } from '@backproof/core';
import type { OutcomeDigest } from './outcome-digest.js';
import type { Paint } from './paint.js';

/** The answer in words: how many resources are backed up as required, and how many fail a rule. */
export function* answerLines(run: ReportedRun, digest: OutcomeDigest, paint: Paint): Generator<string> {
  const coverage = coverageAnswer(digest.byRule.get(COVERAGE_RULE));
  if (coverage !== undefined) yield paintOf(digest, paint)(coverage);
  yield failingText(run, digest);
}

function failingText({ rules }: ReportedRun, { failing, tally }: OutcomeDigest): string {
  const { pass, waived, baseline, unknown, notApplicable } = tally;
  const outcomes = failing + pass + waived + baseline + unknown + notApplicable;
  if (outcomes === 0) return rules.length === 0 ? 'No rule was evaluated.' : 'No resource was judged.';
  const unknowns = unknown > 0 ? `; ${count(unknown, 'outcome')} unknown` : '';
  if (failing === 0) return `No resource fails a rule${unknowns}.`;
  return `${count(failing, 'resource')} ${failing === 1 ? 'fails' : 'fail'} at least one rule${unknowns}.`;
}

function paintOf({ byRule, tally }: OutcomeDigest, paint: Paint): Paint['red'] {
  const worst = SEVERITIES.toReversed().find((severity) => (byRule.get(COVERAGE_RULE)?.open[severity] ?? 0) > 0);
  if (worst === 'critical' || worst === 'high') return paint.red;
  return tally.unknown > 0 || worst !== undefined ? paint.yellow : paint.green;
}

/** The tool, and what it looked at. */
export function headLine({ tool, now, scopes }: ReportedRun, judged: number, paint: Paint): string {
  const accounts = new Set(scopes.map(({ accountId }) => accountId)).size;
  const regions = new Set(scopes.map(({ region }) => region)).size;
  const parts = [
    formatInstant(Date.parse(now)),
    `${count(accounts, 'account')}, ${count(regions, 'Region')}`,
    count(judged, 'resource'),
  ];
  return [paint.bold(`${tool.name} ${tool.version}`), ...parts].join(' · ');
}
