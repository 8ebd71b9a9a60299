import { groupBy, SEVERITIES, tallyKindOf } from '@backproof/core';
import type { Outcome, TallyKind } from '@backproof/core';
import type { GroupBy } from './group-by.js';
import { NAMES_SHOWN } from './wording.js';

/** Outcomes of one rule that report the same finding of different resources; only what is shown is kept in memory. */
export interface OutcomeGroup {
  /** The heading that it is shown under: a rule, a type, an account. */
  readonly under: string;
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
  readonly #groupBy: GroupBy;

  /** @param inFull how many of a group are written in full */
  constructor(inFull: number, groupBy: GroupBy) {
    this.#inFull = inFull;
    this.#groupBy = groupBy;
  }

  add(outcome: Outcome): void {
    const kind = tallyKindOf(outcome);
    if (kind !== 'open' && kind !== 'unknown') return;
    const under = HEADINGS[this.#groupBy](outcome);
    const key = `${under}\n${keyOf(outcome)}`;
    const group = this.#groups.get(key) ?? {
      ...{ under, kind, first: outcome },
      ...{ inFull: [], names: [], count: 0 },
    };
    this.#groups.set(key, group);
    group.count += 1;
    if (group.inFull.length < this.#inFull) group.inFull.push(outcome);
    else if (group.names.length < NAMES_SHOWN) group.names.push(outcome.subject.name);
  }

  /** By their headings; the most severe and then the most frequent groups come first. */
  groups(): ReadonlyMap<string, readonly OutcomeGroup[]> {
    const sorted = [...this.#groups.values()].sort((a, b) => rank(b.first) - rank(a.first) || b.count - a.count);
    return groupBy(sorted, ({ under }) => under);
  }
}

/** Findings are not gathered by resource: there may be too many of those to hold. */
const HEADINGS: Readonly<Record<GroupBy, (outcome: Outcome) => string>> = {
  rule: ({ ruleId }) => ruleId,
  type: ({ subject }) => subject.type,
  account: ({ subject }) => subject.accountId,
  resource: ({ ruleId }) => ruleId,
};

/** The rank of an outcome's severity: the higher, the worse. */
export function rank({ severity }: Pick<Outcome, 'severity'>): number {
  return SEVERITIES.indexOf(severity);
}

function keyOf({ ruleId, severity, messageId, status, gaps, unknownKind }: Outcome): string {
  const causes = status === 'unknown' ? new Set(gaps.map(({ operation, code }) => `${operation} ${code}`)) : [];
  return [ruleId, status, severity, messageId, unknownKind ?? '', ...causes].join('\n');
}
