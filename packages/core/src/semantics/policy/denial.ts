import type { Known } from '../../model/types/capability.js';
import { parseArn } from '../arn.js';
import { conditionHolds } from './condition.js';
import type { Everybody } from './condition.js';
import type { PolicyStatement, Principals } from './resource-policy.js';
import { matchesPolicyPattern } from './pattern.js';

/** A thing that somebody may be denied to do. */
export interface DeniedAct {
  /** `backup:DeleteRecoveryPoint` */
  readonly action: string;
  /** The ARN of what it is done to. */
  readonly resource: string;
  /** The ARN of the resource that has the policy. */
  readonly holder: string;
}

/**
 * Determines whether a policy denies an act to everybody of an account. Only a statement that denies is one: within an
 * account, what a policy of a resource does not allow, a policy of the principal may. Whether root is bound by a policy
 * of a vault, AWS does not document.
 *
 * Two statements that each leave somebody out may deny it to everybody together: that is `unknown`, as is everything
 * that turns on what is not known here.
 *
 * @source IAM User Guide, reference_policies_evaluation-logic
 */
export function isDenied(statements: readonly PolicyStatement[], act: DeniedAct, to: Everybody): Known {
  const reaches = statements.map((statement) => reachOf(statement, act, to));
  if (reaches.includes('everybody')) return true;
  const some = reaches.filter((reach) => reach === 'some').length;
  return some > 1 || reaches.includes('undecided') ? 'unknown' : false;
}

/** Those whom a statement denies an act. */
type Reach = 'everybody' | 'some' | 'none' | 'undecided';

function reachOf(statement: PolicyStatement, act: DeniedAct, to: Everybody): Reach {
  if (statement.effect !== 'Deny') return statement.effect === 'Allow' ? 'none' : 'undecided';
  const isMeant = [aboutAction(statement, act), aboutResource(statement, act)];
  if (isMeant.includes(false)) return 'none';
  const reached = [aboutPrincipals(statement, to), ...statement.conditions.map((each) => conditionHolds(each, to))];
  if (isMeant.includes('unknown')) return reached.includes(false) ? 'some' : 'undecided';
  if (reached.includes(false)) return 'some';
  return reached.includes('unknown') ? 'undecided' : 'everybody';
}

/** Actions are compared without case. @source IAM User Guide, reference_policies_elements_action */
function aboutAction({ action, notAction }: PolicyStatement, { action: wanted }: DeniedAct): Known {
  const matches = (pattern: string) => matchesPolicyPattern(pattern.toLowerCase(), wanted.toLowerCase());
  if (action !== undefined) return action.some(matches);
  return notAction === undefined ? 'unknown' : !notAction.some(matches);
}

/**
 * A pattern that names the policy's holder and not what lies in it may be meant to reach that, too: AWS does not
 * document it.
 */
function aboutResource({ resource, notResource }: PolicyStatement, act: DeniedAct): Known {
  const names = (arn: string) => (pattern: string) => matchesPolicyPattern(pattern, arn);
  const patterns = resource ?? notResource;
  if (patterns === undefined || patterns.some((pattern) => pattern.includes('${'))) return 'unknown';
  if (resource === undefined) return !patterns.some(names(act.resource));
  if (patterns.some(names(act.resource))) return true;
  return patterns.some(names(act.holder)) ? 'unknown' : false;
}

/** Determines whether a statement is about everybody. Whom it names otherwise is an account, or somebody. */
function aboutPrincipals({ principal, notPrincipal }: PolicyStatement, to: Everybody): Known {
  if (principal !== undefined) {
    if (namesOf(principal).includes('*')) return true;
    return namesOf(principal).some((name) => isWholeAccount(name, to)) ? 'unknown' : false;
  }
  if (notPrincipal === undefined) return 'unknown';
  // To leave out a role, its account has to be left out, too: what that means for the account's others is intricate.
  return namesOf(notPrincipal).every((name) => to.except.includes(name) || isWholeAccount(name, to)) && 'unknown';
}

function namesOf(principals: Principals): readonly string[] {
  return principals === '*' ? ['*'] : (principals.AWS ?? []);
}

/** @source IAM User Guide, reference_policies_elements_principal: an account by its id or by its root */
function isWholeAccount(name: string, { accountId }: Everybody): boolean {
  return name === accountId || (parseArn(name)?.resource === 'root' && parseArn(name)?.accountId === accountId);
}
