import { tallyKindOf } from '@backproof/core';
import type { Outcome, OutcomeSubject, Severity } from '@backproof/core';
import { rank } from './outcome-groups.js';

/** A resource with open failures. */
export interface WorstResource {
  readonly subject: OutcomeSubject;
  /** Its open failures, the most severe first. */
  readonly failures: readonly [ResourceFailure, ...ResourceFailure[]];
}

/** An open failure of a resource. */
interface ResourceFailure extends Pick<Outcome, 'ruleId' | 'messageId' | 'message'> {
  readonly severity: Severity;
}

/**
 * Finds the resources with the most severe open failures, and among these those that fail most rules. Of all others no
 * more is held than how bad they are.
 */
export class WorstResources {
  readonly #badness = new Map<string, number>();

  add(outcome: Outcome): void {
    if (tallyKindOf(outcome) !== 'open') return;
    const { arn } = outcome.subject;
    this.#badness.set(arn, worsened(this.#badness.get(arn) ?? 0, rank(outcome)));
  }

  /** The number of resources with open failures. */
  get failing(): number {
    return this.#badness.size;
  }

  /** The worst of them, from the same outcomes once more. */
  worst(outcomes: Iterable<Outcome>, most: number): readonly WorstResource[] {
    const arns = [...this.#badness].sort(([, a], [, b]) => b - a).slice(0, most);
    const found = new Map(arns.map(([arn]): [string, Outcome[]] => [arn, []]));
    if (found.size === 0) return [];
    for (const outcome of outcomes) {
      if (tallyKindOf(outcome) === 'open') found.get(outcome.subject.arn)?.push(outcome);
    }
    return [...found.values()].flatMap((ofOne) => {
      const [worst, ...others] = ofOne.toSorted((a, b) => rank(b) - rank(a));
      return worst === undefined ? [] : [{ subject: worst.subject, failures: [worst, ...others] as const }];
    });
  }
}

/** The rank of a resource with one failure more: by the most severe failure first, then by their number. */
function worsened(badness: number, severityRank: number): number {
  const worst = Math.max(Math.floor(badness / MANY), severityRank);
  return worst * MANY + (badness % MANY) + 1;
}

/** More failures than any resource has: one of each rule. */
const MANY = 1_000_000;
