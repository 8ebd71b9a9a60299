import type { Resource } from '../model/resource.js';
import type { Capability } from '../model/types/capability.js';
import { survivalOf } from './survival/index.js';
import type { Loss, LossGrounds, Survival, SurvivalEvidence } from './survival/index.js';

/** The changes that let a resource survive a loss, those that leave the fewest ways to lose it first. */
export const RECOVERY_STEPS = [
  'enable-key',
  'enable-image',
  'copy-to-account',
  'assign-and-copy-to-account',
  'change-key-and-copy-to-account',
  'back-up-in-organization',
  'copy-to-region',
  'assign-and-copy-to-region',
  'lock',
  'lock-and-change-key',
  'assign-and-lock',
  'keep-longer',
  'assign-and-keep',
  'assign',
  'change-key',
] as const;

/** A change that lets a resource survive a loss. */
export type RecoveryStep = (typeof RECOVERY_STEPS)[number];

/** A resource that does not survive a loss, and what its survival rests on. */
export interface NotSurviving {
  readonly loss: Loss;
  readonly left: Survival;
  readonly evidence: SurvivalEvidence;
  readonly resource: Pick<Resource, 'createdAt' | 'encryptionKeyArn'>;
  readonly capability: Capability;
  readonly grounds: LossGrounds;
}

/**
 * Finds the steps each of which alone would let a resource survive a loss, the one to prefer first. None: it survives, that is
 * unknown, or AWS Backup offers nothing for it.
 */
export function recoverySteps(question: NotSurviving): readonly RecoveryStep[] {
  const { loss, left, evidence, resource, capability, grounds } = question;
  if (left.status === 'survives' || left.status === 'unknown') return [];
  if (isOfItsKey(left)) return ['enable-key'];
  if (left.status === 'lost' && left.why === 'image-disabled') return ['enable-image'];
  const isBackedUp = evidence.ways.some(({ kind }) => kind === 'point');
  const canCopy = canCopyFrom(loss, capability);
  switch (loss.kind) {
    case 'deletion':
      return ['assign'];
    case 'late':
      if ((resource.createdAt ?? -Infinity) > grounds.now - loss.foundAfterMs) return [];
      return [isBackedUp ? 'keep-longer' : 'assign-and-keep'];
    case 'region':
      return canCopy ? [isBackedUp ? 'copy-to-region' : 'assign-and-copy-to-region'] : [];
    case 'organization':
      return canCopy ? ['back-up-in-organization'] : [];
    case 'account':
    case 'key':
      return canCopy ? [copyToAccount(question, isBackedUp)] : [];
    case 'hostile-admin':
      return stepsAgainstHostility(question, isBackedUp);
  }
}

/** Returns true if a loss leaves a backup, which only its key keeps from being restored. */
function isOfItsKey(left: Survival): boolean {
  return 'why' in left && (left.why === 'key-unusable' || left.why === 'key-pending-deletion');
}

/** Returns false if AWS Backup offers no copies of a type to where a loss does not reach. */
export function canCopyFrom({ kind }: Loss, { crossRegionCopy, crossAccountCopy }: Capability): boolean {
  if (kind === 'region') return crossRegionCopy !== false;
  const isOfAccount = kind === 'account' || kind === 'organization' || kind === 'key' || kind === 'hostile-admin';
  return !isOfAccount || crossAccountCopy !== false;
}

/**
 * No other account can use an AWS managed key, under which the points of types that AWS Backup does not fully manage are.
 * @source Developer Guide, encryption, create-cross-account-backup
 */
function copyToAccount({ evidence, resource, capability, grounds }: NotSurviving, isBackedUp: boolean): RecoveryStep {
  const keys = [resource.encryptionKeyArn, ...evidence.ways.map(({ keyArn }) => keyArn)];
  const isBlocked = keys.some((keyArn) => keyArn !== undefined && grounds.managedByAws(keyArn) === true);
  if (capability.fullManagement === false && isBlocked) return 'change-key-and-copy-to-account';
  return isBackedUp ? 'copy-to-account' : 'assign-and-copy-to-account';
}

function stepsAgainstHostility(question: NotSurviving, isBackedUp: boolean): readonly RecoveryStep[] {
  const steps: RecoveryStep[] = [];
  if (question.left.status === 'at-risk') steps.push('change-key');
  if (canCopyFrom(question.loss, question.capability)) steps.push(copyToAccount(question, isBackedUp));
  if (isBackedUp && survivesUnderLock(question)) steps.push('lock');
  if (steps.length > 0) return steps;
  return [isBackedUp ? 'lock-and-change-key' : 'assign-and-lock'];
}

/** Returns true if a lock in compliance mode on each of its vaults, and nothing else, would let a resource survive. */
function survivesUnderLock({ evidence, loss, grounds }: NotSurviving): boolean {
  const guards: LossGrounds['guards'] = (vaultArn, pointArn) => {
    const guard = grounds.guards(vaultArn, pointArn);
    return guard && { ...guard, lock: 'compliance' };
  };
  return survivalOf(evidence, loss, { ...grounds, guards }).status === 'survives';
}
