import { SEVERITIES, tallyKindOf, unknownKindText } from '@backproof/core';
import type { Outcome, Severity, TallyKind } from '@backproof/core';

/** Outcomes of one rule that have the same message for different resources. */
export interface OutcomeGroup {
  readonly key: string;
  readonly ruleId: string;
  readonly kind: TallyKind;
  readonly severity: Severity;
  readonly messageId: string;
  /** The kind of reason for which they are unknown, in words. */
  readonly why: string | undefined;
  /** The message of the first of them. */
  readonly example: string;
  readonly count: number;
}

/** Counts outcomes by their severity, message and disposition and, if they are unknown, by the operations that failed. */
export class GroupCounter {
  readonly #groups = new Map<string, OutcomeGroup & { count: number }>();

  add(outcome: Outcome): void {
    const key = groupKeyOf(outcome);
    const known = this.#groups.get(key);
    if (known !== undefined) {
      known.count += 1;
      return;
    }
    const { ruleId, severity, messageId, message } = outcome;
    const said = { severity, messageId, why: unknownKindText(outcome), example: message };
    this.#groups.set(key, { key, ruleId, kind: tallyKindOf(outcome), ...said, count: 1 });
  }

  /** The most severe first, then the largest. */
  groups(): readonly OutcomeGroup[] {
    return [...this.#groups.values()].sort((a, b) => severityRank(b) - severityRank(a) || b.count - a.count);
  }
}

/** The group that an outcome belongs to. */
export function groupKeyOf(outcome: Outcome): string {
  const { ruleId, severity, messageId, status, gaps, unknownKind = '' } = outcome;
  const causes = status === 'unknown' ? new Set(gaps.map(({ operation, code }) => `${operation} ${code}`)) : [];
  return [ruleId, tallyKindOf(outcome), severity, messageId, unknownKind, ...causes].join('\n');
}

/** The higher, the worse. */
export function severityRank({ severity }: { readonly severity: Severity }): number {
  return SEVERITIES.indexOf(severity);
}
