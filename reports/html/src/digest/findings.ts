import type { Outcome, TallyKind } from '@backproof/core';
import { allot } from './allot.js';
import { groupKeyOf } from './outcome-groups.js';
import type { OutcomeGroup } from './outcome-groups.js';

/** A group of outcomes with those of them that are written. */
export interface FindingGroup extends OutcomeGroup {
  /** In the order of the run; fewer than `count` where there are more than a report writes. */
  readonly shown: readonly Outcome[];
}

/** The kinds of outcome that are written one by one. */
export const FINDING_KINDS = ['open', 'waived', 'baseline', 'unknown'] as const satisfies readonly TallyKind[];

/** The id of a finding in the document. */
export function findingId({ fingerprint }: Outcome): string {
  return `finding-${fingerprint.slice(-16)}`;
}

/** Collects the outcomes that are written: as many of each kind as there is room for. */
export class FindingCollector {
  readonly #groups: readonly OutcomeGroup[];
  readonly #room: ReadonlyMap<string, number>;
  readonly #shown = new Map<string, Outcome[]>();

  /** @param rows how many outcomes of each kind there is room for */
  constructor(groups: readonly OutcomeGroup[], rows: number) {
    this.#groups = groups;
    this.#room = new Map(
      FINDING_KINDS.flatMap((kind) => {
        const ofKind = groups.filter((group) => group.kind === kind);
        const shares = allot(
          ofKind.map(({ count }) => count),
          rows,
        );
        return ofKind.map(({ key }, i) => [key, shares[i] ?? 0] as const);
      }),
    );
  }

  /** @returns true if the outcome is written */
  add(outcome: Outcome): boolean {
    const key = groupKeyOf(outcome);
    const shown = this.#shown.get(key) ?? [];
    if (shown.length >= (this.#room.get(key) ?? 0)) return false;
    shown.push(outcome);
    this.#shown.set(key, shown);
    return true;
  }

  groups(kind: (typeof FINDING_KINDS)[number]): readonly FindingGroup[] {
    return this.#groups
      .filter((group) => group.kind === kind)
      .map((group) => ({ ...group, shown: this.#shown.get(group.key) ?? [] }));
  }
}
