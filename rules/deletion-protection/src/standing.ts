import { DAY, isDeletedByBackupOnly } from '@backproof/core';
import type { DeletionGuard } from '@backproof/core';
import type { JudgedContext } from './context.js';
import { lockOfPoint, mayBeLocked } from './locked-snapshot.js';

/** The ways in which a recovery point is protected as the options ask. */
const PROTECTED = ['locked', 'air-gapped', 'governed', 'snapshot-locked', 'denied-by-policy'] as const;

/** The facts that are not known and decide whether it is protected. */
const DOUBTS = ['service-undocumented', 'policy-undecided', 'policy-unread', 'snapshot-locks-unread'] as const;

/** The reasons for which it is not protected, the least first. */
export const WEAKNESSES = [
  'lock-too-short',
  'grace-time',
  'can-be-lifted',
  'policy-only',
  'policy-can-be-replaced',
  'unlocked',
] as const;

export type Protected = (typeof PROTECTED)[number];
export type Doubt = (typeof DOUBTS)[number];
type Weakness = (typeof WEAKNESSES)[number];

/** The standing of a recovery point: the id of the message that says so. */
export type Standing = Protected | Doubt | Weakness;

/** Returns true if a point of this standing cannot be deleted early. */
export function isProtected(standing: Standing): standing is Protected {
  return PROTECTED.some((each) => each === standing);
}

/** Returns true if it is not known whether somebody can. */
export function isDoubtful(standing: Standing): standing is Doubt {
  return DOUBTS.some((each) => each === standing);
}

/** The standing of the recovery point in a row, in a vault that is guarded like this. */
export function standingOf(context: JudgedContext, row: number, guard: DeletionGuard | undefined): Standing {
  if (lockOfPoint(context, row) !== undefined) return 'snapshot-locked';
  if (guard === undefined) return 'policy-unread';
  const standing = inVault(context, row, guard);
  const isWeak = !isProtected(standing) && !isDoubtful(standing);
  return isWeak && mayBeLocked(context, row) ? 'snapshot-locks-unread' : standing;
}

/** The standing that a recovery point has by its vault. */
function inVault(context: JudgedContext, row: number, guard: DeletionGuard): Standing {
  const standing = strengthOf(guard, context);
  if (!isProtected(standing) && !isDoubtful(standing)) return standing;
  const { dossier, prepared, capability, options } = context;
  const minimum = (guard.vault.lock?.minRetentionDays ?? 0) * DAY;
  if (minimum < prepared.minRetentionMs) return 'lock-too-short';
  if (isDoubtful(standing)) return standing;
  const { recoveryPoints: points, resource } = dossier;
  const point = { arn: points.arn(row), continuous: points.continuous(row), airGapped: guard.airGapped };
  const isDocumented = isDeletedByBackupOnly(resource.type, capability, point);
  return isDocumented || options.undocumented === 'pass' ? standing : 'service-undocumented';
}

/** The strongest that holds; where it is not known whether one does, that. */
function strengthOf({ airGapped, lock, policy }: DeletionGuard, { options }: JudgedContext): Standing {
  if (airGapped) return 'air-gapped';
  if (lock === 'compliance') return 'locked';
  if (lock !== 'none' && options.mode === 'governance') return 'governed';
  if (options.proof === 'policy') {
    if (policy === 'denied') return 'denied-by-policy';
    if (policy === 'undecided') return 'policy-undecided';
    if (policy === 'unread') return 'policy-unread';
  }
  if (lock === 'coolingOff') return 'grace-time';
  if (lock === 'governance') return 'can-be-lifted';
  if (policy === 'denied') return 'policy-only';
  return policy === 'replaceable' ? 'policy-can-be-replaced' : 'unlocked';
}
