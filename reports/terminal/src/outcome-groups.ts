import { groupBy, SEVERITIES } from '@backproof/core';
import type { Outcome } from '@backproof/core';

/** Outcomes of one rule that say the same of different resources. */
export interface OutcomeGroup {
  /** The one that stands for all of them. */
  readonly first: Outcome;
  readonly outcomes: readonly Outcome[];
}

/**
 * Outcomes by what they say: by their severity and message and, as a cause may lie outside of the message, by what
 * could not be read. The most severe and then the most frequent groups come first.
 */
export function outcomeGroups(outcomes: readonly Outcome[]): readonly OutcomeGroup[] {
  return [...groupBy(outcomes, kindOf).values()]
    .flatMap((group) => group.slice(0, 1).map((first) => ({ first, outcomes: group })))
    .sort((a, b) => rank(b.first) - rank(a.first) || b.outcomes.length - a.outcomes.length);
}

/** How severe an outcome is: the higher, the worse. */
export function rank({ severity }: Pick<Outcome, 'severity'>): number {
  return SEVERITIES.indexOf(severity);
}

function kindOf({ severity, messageId, status, gaps }: Outcome): string {
  const causes = status === 'unknown' ? new Set(gaps.map(({ operation, code }) => `${operation} ${code}`)) : [];
  return [severity, messageId, ...causes].join('\n');
}
