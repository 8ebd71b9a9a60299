import { noTally, SEVERITIES, tallyKindOf } from '@backproof/core';
import type { Outcome, SubjectType, Severity, Tally, TallyKind } from '@backproof/core';
import { GroupCounter } from './outcome-groups.js';
import type { OutcomeGroup } from './outcome-groups.js';

/** The results of one walk through all outcomes. */
export interface OutcomeDigest {
  readonly groups: readonly OutcomeGroup[];
  /** By resource type and rule, the types in the order of their names. */
  readonly matrix: ReadonlyMap<SubjectType, ReadonlyMap<string, Tally>>;
  /** ARNs of resources with open failures, the most severe first, then of those with unknown outcomes, then of others. */
  readonly worst: readonly string[];
}

type Matrix = Map<SubjectType, Map<string, Record<TallyKind, number>>>;

/** Walks through the outcomes once. @param most the most ARNs of worst resources */
export function digestOutcomes(outcomes: Iterable<Outcome>, most: number): OutcomeDigest {
  const counter = new GroupCounter();
  const matrix: Matrix = new Map();
  const worst = new WorstResources(most);
  for (const outcome of outcomes) {
    counter.add(outcome);
    countIn(matrix, outcome);
    worst.add(outcome);
  }
  const byName = [...matrix].sort(([a], [b]) => (a < b ? -1 : 1));
  return { groups: counter.groups(), matrix: new Map(byName), worst: worst.arns() };
}

function countIn(matrix: Matrix, outcome: Outcome): void {
  const ofType = matrix.get(outcome.subject.type) ?? new Map<string, Record<TallyKind, number>>();
  matrix.set(outcome.subject.type, ofType);
  const counts = ofType.get(outcome.ruleId) ?? noTally();
  ofType.set(outcome.ruleId, counts);
  counts[tallyKindOf(outcome)] += 1;
}

/** The first resources of each severity, and of none: no more than the wanted number is kept in memory. */
class WorstResources {
  readonly #most: number;
  readonly #unknown = new Set<string>();
  readonly #others = new Set<string>();
  readonly #failing: Readonly<Record<Severity, Set<string>>> = {
    low: new Set(),
    medium: new Set(),
    high: new Set(),
    critical: new Set(),
  };

  constructor(most: number) {
    this.#most = most;
  }

  add(outcome: Outcome): void {
    const kind = tallyKindOf(outcome);
    const arns = kind === 'open' ? this.#failing[outcome.severity] : kind === 'unknown' ? this.#unknown : this.#others;
    if (arns.size < this.#most) arns.add(outcome.subject.arn);
  }

  arns(): readonly string[] {
    const failing = SEVERITIES.toReversed().flatMap((severity) => [...this.#failing[severity]]);
    return [...new Set([...failing, ...this.#unknown, ...this.#others])].slice(0, this.#most);
  }
}
