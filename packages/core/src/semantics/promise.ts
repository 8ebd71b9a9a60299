import type { BackupRule } from '../model/backup-plan.js';
import type { ExplainedSelection } from './assignment.js';
import { descriptorOf } from '../model/resource.js';
import type { CapabilityVariant, Resource } from '../model/resource.js';
import type { Capability } from '../model/types/capability.js';
import type { Vault } from '../model/vault.js';
import { promiseProblem, unknownVaultState, vaultsOf } from './promise-problem.js';
import type { PromiseGrounds, PromiseProblem } from './promise-problem.js';
import { ruleDestinations, settledKeys } from './rule-destinations.js';
import type { DataKeyManager } from './rule-destinations.js';
import type { SelectionExplanation } from './selection-explanation.js';

/**
 * Finds a setting of a resource that AWS Backup requires and that is not enabled. One that was not read is none: see
 * `unreadSetting`.
 * @source Developer Guide, s3-backups: backups and versioning
 */
export function obstacleOf(resource: Resource): PromiseProblem | undefined {
  const unmet = descriptorOf(resource).requirements.find((each) => each.isMet(resource) === false);
  if (unmet === undefined) return undefined;
  return { kind: 'setting-missing', text: `its ${unmet.setting} is not enabled, which AWS Backup requires` };
}

/** The name of a setting that AWS Backup requires and that was not read. */
export function unreadSetting(resource: Resource): string | undefined {
  return descriptorOf(resource).requirements.find((each) => each.isMet(resource) === undefined)?.setting;
}

/**
 * One rule of a plan that assigns a resource, and the problem that keeps it from making its first point, if there is
 * one.
 */
export interface RulePromise {
  readonly rule: BackupRule;
  /** The vaults of the scan that its first point may be made in or pass through. */
  readonly vaults: readonly Vault[];
  readonly problem?: PromiseProblem;
  /** The one fact that is not known, and may keep it from making points. Absent where it makes none in any case. */
  readonly doubt?: RuleDoubt;
}

/**
 * A fact that decides whether a rule makes points, and is not known: whether AWS manages the key of the data, with the
 * problem that the rule has in one of the two cases; or the state of a vault, as a clause with a word of AWS that this
 * version does not know.
 */
export type RuleDoubt =
  { readonly kind: 'key'; readonly problem: PromiseProblem } | { readonly kind: 'vault-state'; readonly text: string };

/** The promise of an assignment. */
export interface AssignmentPromise {
  readonly rules: readonly RulePromise[];
  /**
   * The one deciding fact that is not known: `opt-in-unread`, the settings of the Region do not name the type;
   * `organization-opt-in`, the plan follows the opt-in of the management account. Absent: nothing.
   */
  readonly doubt?: 'opt-in-unread' | 'organization-opt-in';
}

/**
 * Works out whether what a plan promises a resource can come true: the schedule fires, the vault exists and is
 * AVAILABLE, its lock admits the retention, the lifecycle is valid, and the type is opted in. `keys`: those behind the
 * resource's data, which decide whether an air-gapped vault accepts its points.
 */
export function promiseOf(
  { plan, explanation }: ExplainedSelection,
  capability: Capability & { readonly variant?: CapabilityVariant },
  grounds: PromiseGrounds,
  keys: readonly DataKeyManager[],
): AssignmentPromise {
  const rules = plan.rules.map((rule): RulePromise => {
    const destinationIf = (unknownAreAws: boolean) =>
      ruleDestinations(rule, plan.scope, capability, settledKeys(keys, unknownAreAws)).slice(0, 1);
    const isKeyKnown = keys.every(({ managedByAws }) => managedByAws !== undefined);
    const destinations = [...destinationIf(false), ...(isKeyKnown ? [] : destinationIf(true))];
    const continuous = rule.continuous && capability.continuous === true;
    const problems = destinations.map((destination) => promiseProblem(rule, destination, continuous, grounds));
    const vaults = [...new Set(destinations.flatMap((destination) => vaultsOf(destination, grounds)))];
    const problem = problems.find((each) => each !== undefined);
    if (problem !== undefined) {
      return problems.includes(undefined)
        ? { rule, vaults, doubt: { kind: 'key', problem } }
        : { rule, vaults, problem };
    }
    const [text] = destinations.flatMap((destination) => unknownVaultState(destination, grounds) ?? []);
    return { rule, vaults, ...(text !== undefined && { doubt: { kind: 'vault-state', text } }) };
  });
  const doubt = doubtOf(explanation);
  return { rules, ...(doubt && { doubt }) };
}

/** Finds the one unknown fact that decides whether a plan backs up a resource, if there is one. */
export function doubtOf({ assigned, reason, assumptions }: SelectionExplanation): AssignmentPromise['doubt'] {
  if (assigned === 'unknown' && reason === 'opt-in-unknown') return 'opt-in-unread';
  return assumptions.includes('organization-opt-in') ? 'organization-opt-in' : undefined;
}
