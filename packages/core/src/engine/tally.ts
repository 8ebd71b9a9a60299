import { SEVERITIES } from '../model/severity.js';
import type { Severity } from '../model/severity.js';
import { UNKNOWN_KINDS } from '../model/unknown-kind.js';
import type { UnknownKind } from '../model/unknown-kind.js';
import type { Disposition, Outcome } from './outcome.js';

/** Every outcome is one of these. */
export type TallyKind = 'pass' | Disposition['kind'] | 'unknown' | 'notApplicable';

/** The number of outcomes of each kind: failures by their disposition. */
export type Tally = Readonly<Record<TallyKind, number>>;

export const TALLY_KINDS = [
  'pass',
  'open',
  'waived',
  'baseline',
  'unknown',
  'notApplicable',
] as const satisfies readonly TallyKind[];

/** The kind as which an outcome is counted. */
export function tallyKindOf(outcome: Outcome): TallyKind {
  return outcome.status === 'fail' ? outcome.disposition.kind : outcome.status;
}

/** Nothing counted yet: for those who count outcomes one by one. */
export function noTally(): Record<TallyKind, number> {
  return { pass: 0, open: 0, waived: 0, baseline: 0, unknown: 0, notApplicable: 0 };
}

/** Counts outcomes. */
export function tallyOf(outcomes: Iterable<Outcome>): Tally {
  const counts = noTally();
  for (const outcome of outcomes) counts[tallyKindOf(outcome)] += 1;
  return counts;
}

/** The number of unknown outcomes of each kind. */
export type UnknownTally = Readonly<Record<UnknownKind, number>>;

/** No unknown outcomes. */
export function noUnknowns(): Record<UnknownKind, number> {
  return { unread: 0, forgotten: 0, undecided: 0 };
}

/** Counts unknown outcomes by their kind. */
export function tallyUnknown(outcomes: Iterable<Outcome>): UnknownTally {
  const counts = noUnknowns();
  for (const { status, unknownKind = 'unread' } of outcomes) {
    if (status === 'unknown') counts[unknownKind] += 1;
  }
  return counts;
}

/** Counts the open failures of each severity. */
export function openBySeverity(outcomes: Iterable<Outcome>): Readonly<Record<Severity, number>> {
  const counts = { low: 0, medium: 0, high: 0, critical: 0 };
  for (const outcome of outcomes) {
    if (tallyKindOf(outcome) === 'open') counts[outcome.severity] += 1;
  }
  return counts;
}

/** The number of all outcomes of some rules. */
export function outcomesOfAll(rules: readonly { readonly tally: Tally }[]): number {
  return rules.reduce((sum, { tally }) => TALLY_KINDS.reduce((ofRule, kind) => ofRule + tally[kind], sum), 0);
}

/** The counts of one rule. */
export interface RuleCounts {
  readonly tally: Tally;
  readonly unknownKinds: UnknownTally;
}

/** The counts of all rules by their ids, and the open failures of each severity. */
export interface CountsOfRules {
  readonly byRule: ReadonlyMap<string, RuleCounts>;
  readonly open: Readonly<Record<Severity, number>>;
}

/** Counts the outcomes of all rules, one by one or as others have counted them. */
export class Counts {
  readonly #byRule = new Map<string, { tally: Record<TallyKind, number>; unknownKinds: Record<UnknownKind, number> }>();
  readonly #open = { low: 0, medium: 0, high: 0, critical: 0 };

  /** All counts, as plain data. */
  get data(): CountsOfRules {
    return { byRule: this.#byRule, open: this.#open };
  }

  add(outcome: Outcome): void {
    const { ruleId, severity, unknownKind = 'unread' } = outcome;
    const kind = tallyKindOf(outcome);
    const counts = this.#of(ruleId);
    counts.tally[kind] += 1;
    if (kind === 'unknown') counts.unknownKinds[unknownKind] += 1;
    if (kind === 'open') this.#open[severity] += 1;
  }

  addAll({ byRule, open }: CountsOfRules): void {
    for (const [ruleId, { tally, unknownKinds }] of byRule) {
      const counts = this.#of(ruleId);
      for (const kind of TALLY_KINDS) counts.tally[kind] += tally[kind];
      for (const kind of UNKNOWN_KINDS) counts.unknownKinds[kind] += unknownKinds[kind];
    }
    for (const severity of SEVERITIES) this.#open[severity] += open[severity];
  }

  ofRule(ruleId: string): RuleCounts {
    return this.#of(ruleId);
  }

  /** The open failures of each severity. */
  get open(): Readonly<Record<Severity, number>> {
    return this.#open;
  }

  #of(ruleId: string) {
    const known = this.#byRule.get(ruleId);
    if (known !== undefined) return known;
    const made = { tally: noTally(), unknownKinds: noUnknowns() };
    this.#byRule.set(ruleId, made);
    return made;
  }
}
