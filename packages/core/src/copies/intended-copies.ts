import { DAY } from '../model/instant.js';
import { rulesApart } from '../semantics/one-vault.js';
import { promiseProblem, unknownVaultState } from '../semantics/promise-problem.js';
import { obstacleOf, promiseOf } from '../semantics/promise.js';
import { ruleDestinations, settledKeys } from '../semantics/rule-destinations.js';
import type { BackupPlan, BackupRule } from '../model/backup-plan.js';
import type { RecoveryPoints } from '../model/recovery-point.js';
import type { PromiseProblem } from '../semantics/promise-problem.js';
import type { AssignmentPromise, RulePromise } from '../semantics/promise.js';
import type { RuleDestination } from '../semantics/rule-destinations.js';
import type { SupportedCopyContext } from './context.js';
import { isTooShort } from './copy.js';
import { AIR_GAPPED } from './destination.js';
import type { Destination } from './destination.js';

/** A copy that a backup plan would make: an intent, not a proof. */
export interface IntendedCopy {
  readonly plan: BackupPlan;
  readonly rule: BackupRule;
  readonly destination: Destination;
  readonly keptMs: number;
  /** An air-gapped vault that does not take the resource. */
  readonly refused: boolean;
  /** The reason why the backup or its copy cannot be made. Undefined: none is known. */
  readonly problem: PromiseProblem | undefined;
  /** True if it can be made or not, depending on who manages the key of the data, which is not known. */
  readonly keyDecides: boolean;
  /** A clause about a vault whose state this version does not know. Undefined: there is none. */
  readonly vaultState: string | undefined;
  /** True if AWS Backup may refuse the backup itself, as other rules name another vault: see `rulesApart`. */
  readonly apart: boolean;
  readonly doubt: Doubt | undefined;
}

/** An opt-in that decides whether the plan covers the resource, and is not known. */
interface Doubt {
  readonly kind: NonNullable<AssignmentPromise['doubt']>;
  /** The type that must be opted in. */
  readonly setting: string;
}

/** The copies that the plans would make to which the resource is assigned, or may be. */
export function intendedCopies(context: SupportedCopyContext): readonly IntendedCopy[] {
  const { capability, dossier } = context;
  const promised = promises(context);
  const apart = rulesApart([...promised.keys()], capability, settledKeys(dossier.encryptionKeys, false));
  return [...promised].flatMap(([plan, { rules, doubt }]) =>
    rules.flatMap((promise) =>
      targetsOf(context, plan, promise).map((target) => ({ plan, doubt, apart: apart.has(promise.rule), ...target })),
    ),
  );
}

type PlanPromise = Pick<AssignmentPromise, 'rules'> & { readonly doubt: Doubt | undefined };

/** Works out what each plan promises, by the selection that leaves the least doubt. */
function promises(context: SupportedCopyContext): ReadonlyMap<BackupPlan, PlanPromise> {
  const { dossier, capability, prepared } = context;
  const grounds = { ...prepared.grounds, obstacle: obstacleOf(dossier.resource) };
  const byPlan = new Map<BackupPlan, PlanPromise>();
  for (const assignment of dossier.assignments) {
    const { plan, explanation } = assignment;
    if (explanation.assigned === 'no' || explanation.reason === 'tags-unknown') continue;
    const { rules, doubt: kind } = promiseOf(assignment, capability, grounds, dossier.encryptionKeys);
    const setting = 'setting' in explanation ? explanation.setting : undefined;
    const isOpen = kind !== undefined && !hasBackedUp(plan, dossier.recoveryPoints);
    const doubt = isOpen ? { kind, setting: setting ?? dossier.resource.type } : undefined;
    const known = byPlan.get(plan);
    if (known === undefined || (known.doubt && !doubt)) byPlan.set(plan, { rules, doubt });
  }
  return byPlan;
}

/** A point that the plan made of the resource shows that its type is opted in. */
function hasBackedUp({ id }: BackupPlan, points: RecoveryPoints): boolean {
  for (let row = points.count - 1; row >= 0; row--) {
    if (points.at(row).planId === id) return true;
  }
  return false;
}

type Target = Omit<IntendedCopy, 'plan' | 'doubt' | 'apart'>;

function targetsOf(context: SupportedCopyContext, plan: BackupPlan, promise: RulePromise): readonly Target[] {
  const { dossier, capability, prepared } = context;
  const { rule, problem, doubt } = promise;
  const destinationsWith = (unknownAreAws: boolean) =>
    ruleDestinations(rule, plan.scope, capability, settledKeys(dossier.encryptionKeys, unknownAreAws));
  const [own, ...copies] = destinationsWith(false);
  const [otherwise] = destinationsWith(true);
  const { airGappedVaultArn } = rule;
  const targets = copies.map((copy) => ({
    ...copy,
    problem: problem ?? promiseProblem(rule, copy, false, prepared.grounds),
  }));
  const primary =
    own === undefined || airGappedVaultArn === undefined ? [] : [{ ...own, vaultArn: airGappedVaultArn, problem }];
  return [...targets, ...primary].flatMap((target) => {
    const told = target.copy ? undefined : AIR_GAPPED;
    const destination = prepared.destinationOf(dossier.resource, target.vaultArn, told);
    if (destination === undefined) return [];
    const refused = target.copy
      ? destination.airGapped && capability.airGapped === false
      : own?.vaultArn !== target.vaultArn;
    const keyDecides = doubt?.kind === 'key' || (!target.copy && otherwise?.vaultArn !== own?.vaultArn);
    const vaultState = doubt?.kind === 'vault-state' ? doubt.text : unknownVaultState(target, prepared.grounds);
    return [{ rule, destination, keptMs: keptMsOf(target), refused, problem: target.problem, keyDecides, vaultState }];
  });
}

function keptMsOf({ retention }: Pick<RuleDestination, 'retention'>): number {
  return retention === 'forever' ? Infinity : retention * DAY;
}

/** Returns true if an intended copy would be what the options ask for, if it is made. */
export function isAskedFor({ destination, keptMs }: IntendedCopy, context: SupportedCopyContext): boolean {
  return destination.misplaced === undefined && !isTooShort(keptMs, context);
}
