import { count, formatInstant, SEVERITIES } from '@backproof/core';
import type { ReportedRun } from '@backproof/core';
import type { OutcomeDigest } from './outcome-digest.js';
import type { Paint } from './paint.js';
import { severitiesText } from './tally-lines.js';

/** The rule that says which resources are backed up. */
const COVERAGE = 'backup-coverage';

/** The answer in words: how many resources are backed up as required, and how many fail a rule. */
export function* answerLines(run: ReportedRun, digest: OutcomeDigest, paint: Paint): Generator<string> {
  const coverage = coverageText(digest);
  if (coverage !== undefined) yield paintOf(digest, paint)(coverage);
  yield failingText(run, digest);
}

function coverageText({ byRule }: OutcomeDigest): string | undefined {
  const counts = byRule.get(COVERAGE);
  if (counts === undefined) return undefined;
  const { pass, open, waived, baseline, unknown } = counts.tally;
  const all = pass + open + waived + baseline + unknown;
  if (all === 0) return undefined;
  const accepted = waived + baseline;
  const others = [
    ...(open > 0
      ? [`${open.toLocaleString('en')} ${open === 1 ? 'is' : 'are'} not: ${severitiesText(counts.open)}`]
      : []),
    ...(accepted > 0 ? [`${accepted.toLocaleString('en')} accepted by a waiver or the baseline`] : []),
    ...(unknown > 0 ? [`${unknown.toLocaleString('en')} unknown`] : []),
  ];
  const rest = others.length === 0 ? '' : `; ${others.join('; ')}`;
  return `${pass.toLocaleString('en')} of ${count(all, 'resource')} ${all === 1 ? 'is' : 'are'} backed up as required${rest}.`;
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
  const worst = SEVERITIES.toReversed().find((severity) => (byRule.get(COVERAGE)?.open[severity] ?? 0) > 0);
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
