import { groupBy, SEVERITIES, tallyKindOf } from '@backproof/core';
import type { Outcome, TallyKind } from '@backproof/core';
import { NAMES_SHOWN } from './wording.js';

/** Outcomes of one rule that report the same finding of different resources; only what is shown is kept in memory. */
export interface OutcomeGroup {
  readonly ruleId: string;
  readonly kind: TallyKind;
  /** The one that stands for all of them. */
  readonly first: Outcome;
  /** Those that are written in full. */
  readonly inFull: readonly Outcome[];
  /** The names of the resources after those, as far as they are written. */
  readonly names: readonly string[];
  readonly count: number;
}

interface GroupDraft extends OutcomeGroup {
  readonly inFull: Outcome[];
  readonly names: string[];
  count: number;
}

/**
 * Gathers open and unknown outcomes by what they say: by their severity and message and, as a cause may lie outside of
 * the message, by what could not be read.
 */
export class GroupGatherer {
  readonly #groups = new Map<string, GroupDraft>();
  readonly #inFull: number;

  /** @param inFull how many of a group are written in full */
  constructor(inFull: number) {
    this.#inFull = inFull;
  }

  add(outcome: Outcome): void {
    const kind = tallyKindOf(outcome);
    if (kind !== 'open' && kind !== 'unknown') return;
    const key = keyOf(outcome);
    const group = this.#groups.get(key) ?? {
      ...{ ruleId: outcome.ruleId, kind, first: outcome },
      ...{ inFull: [], names: [], count: 0 },
    };
    this.#groups.set(key, group);
    group.count += 1;
    if (group.inFull.length < this.#inFull) group.inFull.push(outcome);
    else if (group.names.length < NAMES_SHOWN) group.names.push(outcome.subject.name);
  }

  /** By rule; the most severe and then the most frequent groups come first. */
  groups(): ReadonlyMap<string, readonly OutcomeGroup[]> {
    const sorted = [...this.#groups.values()].sort((a, b) => rank(b.first) - rank(a.first) || b.count - a.count);
    return groupBy(sorted, ({ ruleId }) => ruleId);
  }
}

/** The rank of an outcome's severity: the higher, the worse. */
export function rank({ severity }: Pick<Outcome, 'severity'>): number {
  return SEVERITIES.indexOf(severity);
}

function keyOf({ ruleId, severity, messageId, status, gaps, unknownKind }: Outcome): string {
  const causes = status === 'unknown' ? new Set(gaps.map(({ operation, code }) => `${operation} ${code}`)) : [];
  return [ruleId, status, severity, messageId, unknownKind ?? '', ...causes].join('\n');
}
