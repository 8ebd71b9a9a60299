import type { Scope } from '@backproof/core';
import type { Label, LabelVerdict } from '../estate.js';
import type { History } from './history.js';
import type { EstateResource } from './resource.js';
import type { Restore } from './restore.js';
import { VERDICTS, type MessageOf, type RuleId } from './verdicts.js';

/** The expected verdict of a rule on a resource, and the reason. */
interface Claim<Message> {
  readonly expect: Message;
  readonly why: string;
}

/** A resource with what its plans did for it, what `backup-coverage` must say of it, and what other rules must. */
export interface Entry extends Claim<MessageOf<'backup-coverage'>> {
  readonly resource: EstateResource;
  readonly history?: readonly History[];
  /** Absent: what the estate's restore-testing plans did. */
  readonly restores?: readonly Restore[];
  /** The claims about other rules. A rule that is not named may say what it will. */
  readonly and?: { readonly [Rule in Exclude<RuleId, 'backup-coverage' | 'hygiene'>]?: Claim<MessageOf<Rule>> };
}

/** The contracts that an entry makes with the rules. */
export function toLabels({ resource, expect, why, and = {} }: Entry): readonly Label[] {
  const claims = Object.entries({ 'backup-coverage': { expect, why }, ...and });
  return claims.map(([rule, claim]) => ({
    rule,
    resourceArn: resource.arn,
    verdict: verdictOf(rule, claim.expect),
    message: claim.expect,
    why: claim.why,
  }));
}

/** An account, which is known by the ARN of its root. */
export function accountOf({ partition, accountId }: Scope): { readonly arn: string } {
  return { arn: `arn:${partition}:iam::${accountId}:root` };
}

/** The contract that a plan, a vault or an account makes with the rule `hygiene`. */
export function hygieneLabel({ arn }: { readonly arn: string }, message: MessageOf<'hygiene'>, why: string): Label {
  return { rule: 'hygiene', resourceArn: arn, verdict: verdictOf('hygiene', message), message, why };
}

const VERDICT_BY_MESSAGE: Readonly<Record<string, Readonly<Record<string, LabelVerdict | 'excluded'>>>> = VERDICTS;

/** The verdict behind what a rule says. */
export function verdictOf(rule: string, message: string): LabelVerdict | 'excluded' {
  const verdict = VERDICT_BY_MESSAGE[rule]?.[message];
  if (verdict === undefined) throw new Error(`${rule} says no "${message}" in the estates`);
  return verdict;
}
