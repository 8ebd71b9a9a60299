import type { GatePolicy } from '../config/gate-policy.js';
import { SEVERITIES } from '../model/severity.js';
import type { Severity } from '../model/severity.js';

/** The weight of the open violations of one severity: all of them fail the gate, or none does. */
export type OpenWeight = 'counts' | 'below' | 'allowed';

/** Weighs so many open violations of a severity. */
export function weighOpen({ failOn, allowed }: GatePolicy, severity: Severity, open: number): OpenWeight {
  if (failOn === 'never') return 'allowed';
  if (SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(failOn)) return 'below';
  return open > (allowed[severity] ?? 0) ? 'counts' : 'allowed';
}

/** Returns whether the policy allows unknown outcomes of a rule. */
export function allowsUnknown({ unknown }: GatePolicy, ruleId: string): boolean {
  return typeof unknown === 'string' ? unknown === 'allow' : unknown.includes(ruleId);
}
