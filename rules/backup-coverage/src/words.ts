import { describeExplanation, nearestSelection } from '@backproof/core';
import type { ExplainedSelection } from '@backproof/core';

/** The selection that came closest to assigning a resource, and what it lacks. */
export function nearestText(assignments: readonly ExplainedSelection[]): string {
  const nearest = nearestSelection(assignments);
  if (nearest === undefined) return 'none';
  const { plan, selection, explanation } = nearest;
  const why = describeExplanation(explanation)
    .replace(/\.$/, '')
    .replace(/^(It|Its|The|No) /, (word) => word.toLowerCase());
  return `selection ${selection.name} of plan ${plan.name} (${why})`;
}
