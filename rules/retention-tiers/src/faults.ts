import {
  CONTINUOUS_MAX_RETENTION_DAYS,
  lifecycleProblem,
  lockConflict,
  neverFires,
  parseSchedule,
  vaultNameOf,
} from '@backproof/core';
import type {
  BackupRule,
  Instant,
  LifecycleProblem,
  LockConflict,
  Retention,
  RuleDestination,
  Vault,
} from '@backproof/core';

/** Why points that a plan promises never come to be, the one to mend first at the head. */
export const FAULT_KINDS = ['lifecycle-invalid', 'lock-conflict', 'never-fires'] as const;

/** What keeps a rule of a plan from bringing points to a vault. */
export interface Fault {
  readonly kind: (typeof FAULT_KINDS)[number];
  /** A clause for a message. */
  readonly text: string;
}

/**
 * What keeps a rule from bringing points to a destination, if anything does. `vault`: undefined where it is not known.
 * `continuous`: what it brings there is a continuous point.
 */
export function faultOf(
  rule: BackupRule,
  { copy, lifecycle, retention }: RuleDestination,
  vault: Vault | undefined,
  continuous: boolean,
  now: Instant,
): Fault | undefined {
  const { name, scheduleExpression, timezone } = rule;
  const what = copy ? `the copy of rule ${name}` : `rule ${name}`;
  const problem = lifecycleProblem(lifecycle, { continuous });
  if (problem !== undefined) return { kind: 'lifecycle-invalid', text: `${what} ${lifecycleText(problem)}` };
  const conflict = lockConflict(vault?.lock, retention);
  if (vault !== undefined && conflict !== undefined) {
    return { kind: 'lock-conflict', text: lockText(what, vaultNameOf(vault.arn) ?? vault.arn, conflict) };
  }
  const schedule = parseSchedule(scheduleExpression, timezone);
  if (schedule.kind === 'problem')
    return { kind: 'never-fires', text: `${what} has a wrong schedule: ${schedule.message}` };
  if (!neverFires(schedule, now)) return undefined;
  return { kind: 'never-fires', text: `${what} has no run left: ${scheduleExpression} ${timezone}` };
}

function lifecycleText(problem: LifecycleProblem): string {
  switch (problem.kind) {
    case 'out-of-range':
      return `deletes its points after ${problem.deleteAfterDays} d, which AWS Backup does not take`;
    case 'deleted-before-cold-minimum':
      return `moves its points to cold storage after ${problem.moveToColdStorageAfterDays} d and deletes them after ${problem.deleteAfterDays} d, which may be ${problem.earliestDeleteAfterDays} d at the soonest`;
    case 'continuous-too-long':
      return `keeps a continuous backup ${retentionText(problem.retention)}, where AWS Backup documents ${CONTINUOUS_MAX_RETENTION_DAYS} d at most (that it refuses more is an assumption)`;
  }
}

function lockText(what: string, vaultName: string, { kind, retention, limitDays, assumed }: LockConflict): string {
  const bound = kind === 'shorter-than-minimum' ? 'at least' : 'at most';
  const assumption = assumed ? ' (that this refuses points without an end is an assumption)' : '';
  return `${what} keeps its points ${retentionText(retention)}, but the lock of vault ${vaultName} takes ${bound} ${limitDays} d${assumption}`;
}

function retentionText(retention: Retention): string {
  return retention === 'forever' ? 'forever' : `${retention} d`;
}
