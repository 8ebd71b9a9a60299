import { noTally, tallyKindOf } from '@backproof/core';
import type { Outcome, Severity, Tally, TallyKind } from '@backproof/core';
import type { GroupBy } from './group-by.js';
import { GroupGatherer } from './outcome-groups.js';
import type { OutcomeGroup } from './outcome-groups.js';
import { WorstResources } from './worst-resources.js';
import type { WorstResource } from './worst-resources.js';

/** Counts of outcomes, and of those that are open by severity. */
export interface Counts {
  readonly tally: Record<TallyKind, number>;
  readonly open: Record<Severity, number>;
}

/** Counts of all outcomes; only those that are written are kept in memory. */
export interface OutcomeDigest {
  readonly tally: Tally;
  readonly byRule: ReadonlyMap<string, Counts>;
  readonly byType: ReadonlyMap<string, Counts>;
  readonly byAccount: ReadonlyMap<string, Counts>;
  /** Open and unknown outcomes, by rule or by what else they are grouped by. */
  readonly groups: ReadonlyMap<string, readonly OutcomeGroup[]>;
  /** The number of resources with open failures. */
  readonly failing: number;
  readonly worst: readonly WorstResource[];
}

/** The parts of the outcomes that are kept. */
export interface DigestOptions {
  /** The number of outcomes of a group that are written in full. */
  readonly inFull: number;
  readonly groupBy: GroupBy;
  /** The number of worst resources. */
  readonly worst: number;
}

/** Walks through the outcomes: once to count them, and once more for the worst resources. */
export function digestOutcomes(outcomes: Iterable<Outcome>, { inFull, groupBy, worst }: DigestOptions): OutcomeDigest {
  const tally = noTally();
  const [byRule, byType, byAccount] = [new Tallies(), new Tallies(), new Tallies()];
  const groups = new GroupGatherer(inFull, groupBy);
  const resources = new WorstResources();
  for (const outcome of outcomes) {
    tally[tallyKindOf(outcome)] += 1;
    byRule.add(outcome.ruleId, outcome);
    byType.add(outcome.subject.type, outcome);
    byAccount.add(outcome.subject.accountId, outcome);
    groups.add(outcome);
    resources.add(outcome);
  }
  return {
    ...{ tally, byRule: byRule.counts, byType: byType.counts, byAccount: byAccount.counts },
    ...{ groups: groups.groups(), failing: resources.failing, worst: resources.worst(outcomes, worst) },
  };
}

class Tallies {
  readonly counts = new Map<string, Counts>();

  add(key: string, outcome: Outcome): void {
    const counts = this.counts.get(key) ?? { tally: noTally(), open: { low: 0, medium: 0, high: 0, critical: 0 } };
    this.counts.set(key, counts);
    const kind = tallyKindOf(outcome);
    counts.tally[kind] += 1;
    if (kind === 'open') counts.open[outcome.severity] += 1;
  }
}
