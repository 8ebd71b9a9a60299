import { noTally, tallyKindOf } from '@backproof/core';
import type { Outcome, Tally, TallyKind } from '@backproof/core';
import { GroupGatherer } from './outcome-groups.js';
import type { OutcomeGroup } from './outcome-groups.js';
import { worstResources } from './worst-resources.js';
import type { WorstResource } from './worst-resources.js';

/** Counts of all outcomes; only those that are written are kept in memory. */
export interface OutcomeDigest {
  readonly count: number;
  readonly tally: Tally;
  readonly byRule: ReadonlyMap<string, Tally>;
  readonly byType: ReadonlyMap<string, Tally>;
  /** By rule. */
  readonly groups: ReadonlyMap<string, readonly OutcomeGroup[]>;
  readonly worst: readonly WorstResource[];
}

type Counts = Record<TallyKind, number>;

/** The number of worst resources that are named. */
const WORST = 5;

/** Walks through the outcomes. @param inFull the number of outcomes of a group that are written in full */
export function digestOutcomes(outcomes: Iterable<Outcome>, inFull: number): OutcomeDigest {
  const tally = noTally();
  const byRule = new Map<string, Counts>();
  const byType = new Map<string, Counts>();
  const groups = new GroupGatherer(inFull);
  let count = 0;
  for (const outcome of outcomes) {
    const kind = tallyKindOf(outcome);
    count += 1;
    tally[kind] += 1;
    countsOf(byRule, outcome.ruleId)[kind] += 1;
    countsOf(byType, outcome.subject.type)[kind] += 1;
    groups.add(outcome);
  }
  return { count, tally, byRule, byType, groups: groups.groups(), worst: worstResources(outcomes, WORST) };
}

function countsOf(tallies: Map<string, Counts>, key: string): Counts {
  const counts = tallies.get(key) ?? noTally();
  tallies.set(key, counts);
  return counts;
}
