import type { Known } from '../../model/types/capability.js';
import { parseArn } from '../arn.js';
import { matchesPolicyPattern } from './pattern.js';
import type { PolicyCondition } from './resource-policy.js';

/** Those whom a denial must reach: everybody of an account but some. */
export interface Everybody {
  readonly accountId: string;
  /** The ARNs of the principals that may do it all the same. */
  readonly except: readonly string[];
  /** The organization of the account. Absent: not known. */
  readonly organizationId?: string;
}

/**
 * Determines whether a condition holds whoever of the principals asks. `false`: it does not for some of them. What turns
 * on anything but the principal's ARN, account or organization is `unknown`.
 *
 * @source IAM User Guide, reference_policies_condition-keys: these keys are in every request that somebody signs
 */
export function conditionHolds({ operator, key, values }: PolicyCondition, to: Everybody): Known {
  const compared = OPERATORS.get(operator.toLowerCase().replace(/ifexists$/, ''));
  if (compared === undefined || values.length === 0 || values.some((value) => value.includes('${'))) return 'unknown';
  const { negated, wildcards } = compared;
  const oneOf = (text: string): boolean =>
    values.some((value) => (wildcards ? matchesPolicyPattern(value, text) : value === text));
  switch (key.toLowerCase()) {
    case 'aws:principalarn':
      return negated ? leavesOutNone(values, to) : values.some((value) => wildcards && EVERYBODY.has(value));
    case 'aws:principalaccount':
      return oneOf(to.accountId) !== negated;
    case 'aws:principalorgid':
      return to.organizationId === undefined ? 'unknown' : oneOf(to.organizationId) !== negated;
    default:
      return 'unknown';
  }
}

/** The operators that compare texts and ARNs, in lower case, as AWS takes them. */
const OPERATORS: ReadonlyMap<string, { readonly negated: boolean; readonly wildcards: boolean }> = new Map([
  ['stringequals', { negated: false, wildcards: false }],
  ['stringlike', { negated: false, wildcards: true }],
  ['arnequals', { negated: false, wildcards: true }],
  ['arnlike', { negated: false, wildcards: true }],
  ['stringnotequals', { negated: true, wildcards: false }],
  ['stringnotlike', { negated: true, wildcards: true }],
  ['arnnotequals', { negated: true, wildcards: true }],
  ['arnnotlike', { negated: true, wildcards: true }],
]);

/** The patterns that the ARN of every principal meets. */
const EVERYBODY: ReadonlySet<string> = new Set(['*', 'arn:*']);

/** Whoever a negated condition names is let through. */
function leavesOutNone(patterns: readonly string[], { accountId, except }: Everybody): boolean {
  return patterns.every((pattern) => except.includes(pattern) || isElsewhere(pattern, accountId));
}

/** Returns true if a pattern names an account, and another one: no principal of this account meets it. */
function isElsewhere(pattern: string, accountId: string): boolean {
  const named = parseArn(pattern)?.accountId ?? '';
  return /^\d{12}$/.test(named) && named !== accountId;
}
