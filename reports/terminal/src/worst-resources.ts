import { tallyKindOf } from '@backproof/core';
import type { Outcome, OutcomeSubject, Severity } from '@backproof/core';
import { rank } from './outcome-groups.js';

/** A resource with open failures. */
export interface WorstResource {
  readonly subject: OutcomeSubject;
  /** The severity of its most severe failure. */
  readonly severity: Severity;
  /** `backup-coverage: unprotected`, the most severe first. */
  readonly failures: readonly string[];
}

/**
 * The resources with the most severe open failures, and among these those that fail most rules. It walks twice, so that
 * of all others no more is held than how bad they are.
 */
export function worstResources(outcomes: Iterable<Outcome>, most: number): readonly WorstResource[] {
  const failing = new Map<string, number>();
  for (const outcome of openOf(outcomes)) {
    failing.set(outcome.subject.arn, worsened(failing.get(outcome.subject.arn) ?? 0, rank(outcome)));
  }
  const worst = [...failing]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([arn]) => arn);
  const failures = new Map(worst.map((arn): [string, Outcome[]] => [arn, []]));
  for (const outcome of openOf(outcomes)) failures.get(outcome.subject.arn)?.push(outcome);
  return [...failures.values()].flatMap((ofOne) => {
    const sorted = ofOne.toSorted((a, b) => rank(b) - rank(a));
    return sorted
      .slice(0, 1)
      .map(({ subject, severity }) => ({ subject, severity, failures: sorted.map(failureText) }));
  });
}

function* openOf(outcomes: Iterable<Outcome>): Generator<Outcome> {
  for (const outcome of outcomes) if (tallyKindOf(outcome) === 'open') yield outcome;
}

/** The rank of a resource with one failure more: by the most severe failure first, then by their number. */
function worsened(badness: number, severityRank: number): number {
  const worst = Math.max(Math.floor(badness / MANY), severityRank);
  return worst * MANY + (badness % MANY) + 1;
}

/** More failures than any resource has: one of each rule. */
const MANY = 1_000_000;

function failureText({ ruleId, messageId }: Outcome): string {
  return `${ruleId}: ${messageId}`;
}
