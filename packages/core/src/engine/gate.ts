import type { GatePolicy } from '../config/gate-policy.js';
import { isForCompleteness } from '../model/population.js';
import type { Population } from '../model/population.js';
import type { Scope } from '../model/scope.js';
import { SEVERITIES } from '../model/severity.js';
import type { Severity } from '../model/severity.js';
import type { Completeness } from './completeness.js';
import type { Tally } from './tally.js';

/**
 * What a run means for a build: `clean`, `violations` (complete, with failures) or `incomplete` (something could not
 * be read or told). Incomplete outranks violations: nobody may take such a run's failures for all there are.
 */
export type GateResult = 'clean' | 'violations' | 'incomplete';

/** What a run means by a policy, and each reason in words; none where it is clean. */
export interface Gate {
  readonly policy: GatePolicy;
  readonly result: GateResult;
  readonly reasons: readonly string[];
}

/** What of a run decides what it means. A `Run` is such. */
export interface GateGrounds {
  readonly scopes: readonly Scope[];
  readonly populations: readonly Population[];
  readonly completeness: Completeness;
  readonly rules: readonly { readonly id: string; readonly tally: Tally }[];
  readonly open: Readonly<Record<Severity, number>>;
}

/** Judges a run as a whole. */
export function gateOf(run: GateGrounds, policy: GatePolicy): Gate {
  const incomplete = [...unread(run), ...untold(run, policy)];
  const violations = tooMany(run.open, policy);
  const result = incomplete.length > 0 ? 'incomplete' : violations.length > 0 ? 'violations' : 'clean';
  return { policy, result, reasons: [...incomplete, ...violations] };
}

function unread({ scopes, populations, completeness }: GateGrounds): readonly string[] {
  const count = populations.filter(({ kind, status }) => status !== 'complete' && !isForCompleteness(kind)).length;
  const shortfalls = completeness.counts.filter(({ result }) => result === 'shortfall');
  const missing = shortfalls.reduce((sum, shortfall) => sum + shortfall.missing, 0);
  return [
    ...(scopes.length === 0 ? ['no account and Region was looked at'] : []),
    ...(count > 0 ? [`${things(count, 'population')} could not be read in full`] : []),
    ...(missing > 0
      ? [`${things(missing, 'resource')} that AWS Config knows ${missing === 1 ? 'was' : 'were'} not seen`]
      : []),
  ];
}

function untold({ rules }: GateGrounds, { unknown }: GatePolicy): readonly string[] {
  const isAllowed = (ruleId: string): boolean =>
    typeof unknown === 'string' ? unknown === 'allow' : unknown.includes(ruleId);
  return rules.flatMap(({ id, tally }) =>
    tally.unknown > 0 && !isAllowed(id) ? [`${things(tally.unknown, 'outcome')} of ${id} could not be told`] : [],
  );
}

function tooMany(open: Readonly<Record<Severity, number>>, { failOn, allowed }: GatePolicy): readonly string[] {
  if (failOn === 'never') return [];
  return SEVERITIES.slice(SEVERITIES.indexOf(failOn)).flatMap((severity) => {
    const limit = allowed[severity] ?? 0;
    if (open[severity] <= limit) return [];
    const over = limit === 0 ? '' : `, ${limit} allowed`;
    return [`${things(open[severity], `open ${severity} violation`)}${over}`];
  });
}

function things(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
