import type { Tally } from '../engine/tally.js';
import { count } from '../model/quantity.js';
import { SEVERITIES } from '../model/severity.js';
import type { Severity } from '../model/severity.js';

/** The rule that says which resources are backed up. */
export const COVERAGE_RULE = 'backup-coverage';

/** Outcomes of a rule: by kind and, of those that are open, by severity. */
interface CountedOutcomes {
  readonly tally: Tally;
  readonly open: Readonly<Record<Severity, number>>;
}

/**
 * Returns the sentence that a report begins with: how many resources are backed up as required.
 * @param counts - the outcomes of that rule. Undefined: it was not evaluated
 * @returns undefined if it judged no resource
 */
export function coverageAnswer(counts: CountedOutcomes | undefined): string | undefined {
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

/** `32 critical, 12 high`; empty if there are none. */
export function severitiesText(open: Readonly<Record<Severity, number>>): string {
  const some = SEVERITIES.toReversed().filter((severity) => open[severity] > 0);
  return some.map((severity) => `${open[severity].toLocaleString('en')} ${severity}`).join(', ');
}
