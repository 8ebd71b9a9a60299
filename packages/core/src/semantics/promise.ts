import type { BackupRule } from '../model/backup-plan.js';
import type { Instant } from '../model/instant.js';
import { scopeKey } from '../model/scope.js';
import type { Scope } from '../model/scope.js';
import type { Vault } from '../model/vault.js';
import { scopeOf, vaultNameOf } from './arn.js';
import type { ExplainedSelection } from './assignment.js';
import { descriptorOf } from '../model/resource.js';
import type { CapabilityVariant, Resource } from '../model/resource.js';
import type { Capability } from '../model/types/capability.js';
import { CONTINUOUS_MAX_RETENTION_DAYS, lifecycleProblem } from './lifecycle.js';
import type { LifecycleProblem, Retention } from './lifecycle.js';
import { ruleDestinations, settledKeys } from './rule-destinations.js';
import type { DataKeyManager, RuleDestination } from './rule-destinations.js';
import { neverFires } from './schedule-runs.js';
import { parseSchedule } from './schedule.js';
import type { SelectionExplanation } from './selection-explanation.js';
import { lockConflict } from './vault-lock.js';
import type { LockConflict } from './vault-lock.js';

/** The reasons why the promise of a backup rule never comes true, the one to fix first at the head. */
export const PROBLEM_KINDS = [
  'setting-missing',
  'vault-missing',
  'vault-unavailable',
  'lifecycle-invalid',
  'lock-conflict',
  'never-fires',
] as const;

export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** The problem that keeps a rule of a plan from making recovery points in a vault. */
export interface PromiseProblem {
  readonly kind: ProblemKind;
  /** A clause without a full stop: `rule nightly keeps its points 400 days, but ...`. */
  readonly text: string;
}

/** The facts with which promises are checked. */
export interface PromiseGrounds {
  /** The vaults of the scan, by ARN. */
  readonly vaults: ReadonlyMap<string, Vault>;
  /** Scopes by their keys: a vault of a scanned scope that is not among the vaults does not exist. */
  readonly isScanned: (vaultArn: string) => boolean;
  readonly now: Instant;
  /** The setting of the resource that keeps AWS Backup from backing it up, if there is one: see `obstacleOf`. */
  readonly obstacle?: PromiseProblem | undefined;
}

/** Makes the grounds of what a whole scan has in common. */
export function promiseGrounds(
  { scopes, vaults }: { readonly scopes: readonly Scope[]; readonly vaults: readonly Vault[] },
  now: Instant,
): PromiseGrounds {
  const scanned = new Set(scopes.map(scopeKey));
  return {
    vaults: new Map(vaults.map((vault) => [vault.arn, vault])),
    isScanned: (vaultArn) => {
      const scope = scopeOf(vaultArn);
      return scope !== undefined && scanned.has(scopeKey(scope));
    },
    now,
  };
}

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
  readonly problem?: PromiseProblem;
  /**
   * The problem that it may have: it depends on whether AWS manages the key of the data, which is not known. Absent
   * where it has a problem in any case.
   */
  readonly keyDoubt?: PromiseProblem;
}

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
    const problemWith = (unknownAreAws: boolean): PromiseProblem | undefined => {
      const [own] = ruleDestinations(rule, plan.scope, capability, settledKeys(keys, unknownAreAws));
      return own && promiseProblem(rule, own, rule.continuous && capability.continuous === true, grounds);
    };
    const problem = problemWith(false);
    const otherwise = keys.some(({ managedByAws }) => managedByAws === undefined) ? problemWith(true) : problem;
    if (problem !== undefined && otherwise !== undefined) return { rule, problem };
    const keyDoubt = problem ?? otherwise;
    return { rule, ...(keyDoubt && { keyDoubt }) };
  });
  const doubt = doubtOf(explanation);
  return { rules, ...(doubt && { doubt }) };
}

/** Finds the one unknown fact that decides whether a plan backs up a resource, if there is one. */
export function doubtOf({ assigned, reason, assumptions }: SelectionExplanation): AssignmentPromise['doubt'] {
  if (assigned === 'unknown' && reason === 'opt-in-unknown') return 'opt-in-unread';
  return assumptions.includes('organization-opt-in') ? 'organization-opt-in' : undefined;
}

/**
 * Finds the problem that keeps a rule from making points at a destination, if there is one. `continuous`: it makes a
 * continuous point.
 */
export function promiseProblem(
  rule: BackupRule,
  destination: RuleDestination,
  continuous: boolean,
  grounds: PromiseGrounds,
): PromiseProblem | undefined {
  if (grounds.obstacle !== undefined) return grounds.obstacle;
  const { vaultArn, via, copy, lifecycle } = destination;
  const what = copy ? `the copy of rule ${rule.name}` : `rule ${rule.name}`;
  for (const each of [vaultArn, ...(via === undefined ? [] : [via])]) {
    const refused = vaultProblem(what, each, destination.retention, grounds);
    if (refused !== undefined) return refused;
  }
  const problem = lifecycleProblem(lifecycle, { continuous });
  if (problem !== undefined) return { kind: 'lifecycle-invalid', text: `${what} ${lifecycleText(problem)}` };
  const schedule = parseSchedule(rule.scheduleExpression, rule.timezone);
  if (schedule.kind === 'problem') {
    return { kind: 'never-fires', text: `${what} has an invalid schedule: ${schedule.message}` };
  }
  if (!neverFires(schedule, grounds.now)) return undefined;
  return { kind: 'never-fires', text: `${what} never runs again: ${rule.scheduleExpression} ${rule.timezone}` };
}

/** Finds the problem that keeps a vault from accepting points of a retention. */
function vaultProblem(
  what: string,
  vaultArn: string,
  retention: Retention,
  { vaults, isScanned }: PromiseGrounds,
): PromiseProblem | undefined {
  const vault = vaults.get(vaultArn);
  const vaultName = vaultNameOf(vaultArn) ?? vaultArn;
  if (vault === undefined && isScanned(vaultArn)) {
    return { kind: 'vault-missing', text: `the vault ${vaultName} of ${what} does not exist` };
  }
  if (vault?.state !== undefined && vault.state !== 'AVAILABLE') {
    return { kind: 'vault-unavailable', text: `the vault ${vaultName} of ${what} is ${vault.state}` };
  }
  const conflict = lockConflict(vault?.lock, retention);
  return conflict && { kind: 'lock-conflict', text: lockText(what, vaultName, conflict) };
}

function lifecycleText(problem: LifecycleProblem): string {
  switch (problem.kind) {
    case 'out-of-range':
      return `deletes its points after ${problem.deleteAfterDays} days, which AWS Backup does not accept`;
    case 'deleted-before-cold-minimum':
      return `moves its points to cold storage after ${problem.moveToColdStorageAfterDays} days and deletes them after ${problem.deleteAfterDays} days; the earliest that AWS Backup accepts is ${problem.earliestDeleteAfterDays} days`;
    case 'continuous-too-long':
      return `keeps a continuous backup ${retentionText(problem.retention)}, but AWS Backup documents at most ${CONTINUOUS_MAX_RETENTION_DAYS} days (that it refuses more is an assumption)`;
  }
}

function lockText(what: string, vaultName: string, { kind, retention, limitDays, assumed }: LockConflict): string {
  const bound = kind === 'shorter-than-minimum' ? 'at least' : 'at most';
  const assumption = assumed ? ' (that this refuses points that never expire is an assumption)' : '';
  return `${what} keeps its points ${retentionText(retention)}, but the lock of vault ${vaultName} requires ${bound} ${limitDays} days${assumption}`;
}

/** `forever`, `1 day`, `35 days` */
export function retentionText(retention: Retention): string {
  if (retention === 'forever') return 'forever';
  return retention === 1 ? '1 day' : `${retention} days`;
}
