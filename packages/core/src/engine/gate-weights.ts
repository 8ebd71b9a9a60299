import type { GatePolicy } from '../config/gate-policy.js';
import { SEVERITIES } from '../model/severity.js';
import type { Severity } from '../model/severity.js';
import { UNKNOWN_KINDS } from '../model/unknown-kind.js';
import type { UnknownKind } from '../model/unknown-kind.js';
import { noUnknowns } from './tally.js';
import type { Tally, UnknownTally } from './tally.js';

/** The weight of unknown outcomes: they make a run incomplete, or the policy allows them. */
export type UnknownWeight = 'counts' | 'allowed';

/** The weight of the open violations of one severity: all of them fail the gate, or none does. */
export type OpenWeight = 'counts' | 'below' | 'allowed';

/** Weighs so many open violations of a severity. */
export function weighOpen({ failOn, allowed }: GatePolicy, severity: Severity, open: number): OpenWeight {
  if (failOn === 'never') return 'allowed';
  if (SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(failOn)) return 'below';
  return open > (allowed[severity] ?? 0) ? 'counts' : 'allowed';
}

/** A rule of a run with its unknown outcomes. */
export interface RuleWithUnknowns {
  readonly id: string;
  readonly tally: Tally;
  readonly unknownKinds?: UnknownTally;
}

/** Counts the unknown outcomes of a rule that a policy allows, or those that it does not, by their kind. */
export function weighUnknown({ unknown }: GatePolicy, rule: RuleWithUnknowns, weight: UnknownWeight): UnknownTally {
  const isAllowed = (kind: UnknownKind): boolean =>
    typeof unknown === 'string' ? unknown === 'allow' : unknown.includes(rule.id) || unknown.includes(kind);
  const counts = unknownsOf(rule);
  const weighed = (kind: UnknownKind): number => (isAllowed(kind) === (weight === 'allowed') ? counts[kind] : 0);
  return { unread: weighed('unread'), forgotten: weighed('forgotten'), undecided: weighed('undecided') };
}

/** The unknown outcomes of a rule by kind. An earlier version did not record the kind: all of them may have been readable. */
export function unknownsOf({ tally, unknownKinds }: Omit<RuleWithUnknowns, 'id'>): UnknownTally {
  return unknownKinds ?? { ...noUnknowns(), unread: tally.unknown };
}

/** Returns the number of unknown outcomes of all kinds. */
export function sumOf(counts: UnknownTally): number {
  return UNKNOWN_KINDS.reduce((sum, kind) => sum + counts[kind], 0);
}
