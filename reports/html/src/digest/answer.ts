import { COVERAGE_RULE, coverageAnswer, noTally } from '@backproof/core';
import type { Severity } from '@backproof/core';
import type { OutcomeGroup } from './outcome-groups.js';

/** The answer to the title of the report in words; undefined if the run has none. */
export function answerOf(groups: readonly OutcomeGroup[]): string | undefined {
  const tally = noTally();
  const open: Record<Severity, number> = { low: 0, medium: 0, high: 0, critical: 0 };
  for (const { ruleId, kind, severity, count } of groups) {
    if (ruleId !== COVERAGE_RULE) continue;
    tally[kind] += count;
    if (kind === 'open') open[severity] += count;
  }
  return coverageAnswer({ tally, open });
}
