import type { GatePolicy } from '../config/gate-policy.js';
import type { Population } from '../model/population.js';
import { count } from '../model/quantity.js';
import type { Scope } from '../model/scope.js';
import { SEVERITIES } from '../model/severity.js';
import type { Severity } from '../model/severity.js';
import type { Completeness } from './completeness.js';
import { concernedCounts, concernedPopulations } from './concerned.js';
import type { Subjects } from './exclusion.js';
import { sumOf, weighOpen, weighUnknown } from './gate-weights.js';
import type { RuleWithUnknowns } from './gate-weights.js';

/**
 * The result of a run for a build: `clean`, `violations` (complete, with violations that count) or `incomplete`
 * (something could not be read, or an outcome is unknown that the policy does not allow). Incomplete outranks
 * violations: there may be more violations than an incomplete run shows.
 */
export type GateResult = 'clean' | 'violations' | 'incomplete';

/** The result of a run under a policy, and each reason in words; a clean run has no reasons. */
export interface Gate {
  readonly policy: GatePolicy;
  readonly result: GateResult;
  readonly reasons: readonly string[];
}

/** The parts of a run that decide its result. A `Run` has them. */
export interface GateGrounds {
  readonly scopes: readonly Scope[];
  readonly populations: readonly Population[];
  /** Absent: every resource is judged. */
  readonly settings?: { readonly subjects: Subjects };
  readonly completeness: Completeness;
  readonly rules: readonly RuleWithUnknowns[];
  readonly open: Readonly<Record<Severity, number>>;
}

/** Returns the result of a run under a policy, with its reasons. */
export function gateOf(run: GateGrounds, policy: GatePolicy): Gate {
  const incomplete = [...unread(run), ...unknowns(run, policy)];
  const violations = tooMany(run.open, policy);
  const result = incomplete.length > 0 ? 'incomplete' : violations.length > 0 ? 'violations' : 'clean';
  return { policy, result, reasons: [...incomplete, ...violations] };
}

function unread({ scopes, populations, completeness, settings }: GateGrounds): readonly string[] {
  const subjects = settings?.subjects ?? {};
  const lists = concernedPopulations(populations, subjects).filter(({ status }) => status !== 'complete').length;
  const shortfalls = concernedCounts(completeness.counts, subjects).filter(({ result }) => result === 'shortfall');
  const missing = shortfalls.reduce((sum, shortfall) => sum + shortfall.missing, 0);
  return [
    ...(scopes.length === 0 ? ['no account or Region was scanned'] : []),
    ...(lists > 0 ? [`${count(lists, 'list')} could not be read completely`] : []),
    ...(missing > 0 ? [`AWS Config counts ${count(missing, 'resource')} that the scan did not find`] : []),
  ];
}

function unknowns({ rules }: GateGrounds, policy: GatePolicy): readonly string[] {
  return rules.flatMap((rule) => {
    const counted = sumOf(weighUnknown(policy, rule, 'counts'));
    return counted > 0 ? [`${rule.id}: ${count(counted, 'resource')} unknown`] : [];
  });
}

function tooMany(open: Readonly<Record<Severity, number>>, policy: GatePolicy): readonly string[] {
  return SEVERITIES.filter((severity) => weighOpen(policy, severity, open[severity]) === 'counts').map((severity) => {
    const limit = policy.allowed[severity] ?? 0;
    const over = limit === 0 ? '' : `, ${limit} allowed`;
    return `${count(open[severity], `open ${severity} violation`)}${over}`;
  });
}
