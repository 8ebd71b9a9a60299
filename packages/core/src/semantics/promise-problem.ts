import type { BackupRule } from '../model/backup-plan.js';
import type { Instant } from '../model/instant.js';
import { scopeKey } from '../model/scope.js';
import type { Scope } from '../model/scope.js';
import { VAULT_STATES } from '../model/vault.js';
import type { Vault } from '../model/vault.js';
import { scopeOf, vaultNameOf } from './arn.js';
import { CONTINUOUS_MAX_RETENTION_DAYS, lifecycleProblem } from './lifecycle.js';
import type { LifecycleProblem, Retention } from './lifecycle.js';
import type { RuleDestination } from './rule-destinations.js';
import { neverFires } from './schedule-runs.js';
import { parseSchedule } from './schedule.js';
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
  const { copy, lifecycle } = destination;
  const what = copy ? `the copy of rule ${rule.name}` : `rule ${rule.name}`;
  for (const vaultArn of vaultArnsOf(destination)) {
    const refused = vaultProblem(what, vaultArn, destination.retention, grounds);
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

/** The vaults of the scan that points go to or through. */
export function vaultsOf(destination: RuleDestination, { vaults }: Pick<PromiseGrounds, 'vaults'>): readonly Vault[] {
  return vaultArnsOf(destination).flatMap((vaultArn) => vaults.get(vaultArn) ?? []);
}

function vaultArnsOf({ vaultArn, via }: RuleDestination): readonly string[] {
  return via === undefined ? [vaultArn] : [vaultArn, via];
}

/**
 * A clause about the vault whose state this version does not know: whether it accepts points is not known either.
 * Undefined: there is none.
 */
export function unknownVaultState(destination: RuleDestination, grounds: PromiseGrounds): string | undefined {
  for (const { name, state } of vaultsOf(destination, grounds)) {
    if (state !== undefined && !VAULT_STATES.includes(state)) return `the vault ${name} is in the state ${state}`;
  }
  return undefined;
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
  if (vault?.state === 'CREATING' || vault?.state === 'FAILED') {
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
