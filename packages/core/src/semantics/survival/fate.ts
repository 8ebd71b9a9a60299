import { DAY } from '../../model/instant.js';
import type { Instant } from '../../model/instant.js';
import { accountOf } from '../arn.js';
import type { DeletionGuards } from '../deletion-guard.js';
import { isDeletedByBackupOnly } from '../deletion-guard.js';
import { capabilityOf } from '../capability.js';
import { NATIVE_BACKUPS } from '../native-backups.js';
import {
  DAYS_OF_DELETED_TABLE_BACKUP,
  DAYS_TO_REOPEN,
  LEAST_DAYS_TO_KEY_DELETION,
  LEAST_DAYS_TO_UNLOCK,
} from './loss.js';
import type { Loss } from './loss.js';
import type { Place } from './place.js';
import type { WayBack } from './way-back.js';

/**
 * The effect of a loss on a way back. `stays`: it can be restored. `at-risk`: it cannot be restored while a key is disabled,
 * and is lost at a moment unless somebody prevents that. `unknown`: AWS does not document it, or it was not read.
 */
export type Fate =
  | { readonly kind: 'stays'; readonly way: WayBack; readonly needs: readonly RestoreStep[] }
  | { readonly kind: 'at-risk'; readonly way: WayBack; readonly until: Instant; readonly why: Why }
  | { readonly kind: 'gone'; readonly way: WayBack; readonly why: Why }
  | { readonly kind: 'unknown'; readonly way: WayBack; readonly why: Why };

/** A reason why a way back does not survive a loss, or is not known to. */
export type Why =
  | 'status-not-known'
  | 'too-new'
  | 'older-not-listed'
  | 'in-the-region'
  | 'in-the-account'
  | 'key-in-the-account'
  | 'key-lost'
  | 'key-not-known'
  | 'goes-with-the-resource'
  | 'stops-with-the-bucket'
  | 'vault-not-locked'
  | 'vault-not-read'
  | 'policy-against-root'
  | 'deleted-by-its-service'
  | 'native-can-be-deleted'
  | 'snapshot-lock-not-read'
  | 'approval-team-not-read'
  | 'no-approval-team'
  | 'approval-team-in-the-account'
  | 'organization-not-read'
  | 'in-the-organization';

/** A step before the restore. */
export type RestoreStep =
  | 'in-its-region'
  | 'in-its-account'
  | 'refuse-deletion'
  | 'system-backup'
  | 'enable-image'
  | 'recover-from-bin'
  | 'approval-team';

/** The facts that the fates of all resources rest on. */
export interface LossGrounds {
  readonly now: Instant;
  readonly guards: DeletionGuards;
  /** Returns the ARN of the approval team of an air-gapped vault, or that it has none; undefined: not read. */
  readonly teamOf: (vaultArn: string) => string | undefined;
  /** Returns true if AWS manages a key, so that it cannot be deleted in the account; undefined: not known. */
  readonly managedByAws: (keyArn: string) => boolean | undefined;
  /** The accounts of the organization; undefined: not read. */
  readonly organization: ReadonlySet<string> | undefined;
}

/** The resource whose loss, or the loss of whose place, is asked about. */
export interface LostResource extends Place {
  readonly arn: string;
}

/** Works out what a loss makes of a way back of a resource that is in an account and a Region. */
export function fateOf(way: WayBack, loss: Loss, resource: LostResource, grounds: LossGrounds): Fate {
  const fate = fateByLoss(way, loss, resource, grounds);
  const isDoubtful = way.doubtful === true && (fate.kind === 'stays' || fate.kind === 'at-risk');
  return isDoubtful ? { kind: 'unknown', way, why: 'status-not-known' } : fate;
}

function fateByLoss(way: WayBack, loss: Loss, resource: LostResource, grounds: LossGrounds): Fate {
  switch (loss.kind) {
    case 'deletion':
      return afterDeletion(way, resource, grounds.now);
    case 'late':
      return afterCorruption(way, grounds.now - loss.foundAfterMs);
    case 'region': {
      const { region = resource.region } = loss;
      return way.region === region
        ? { kind: 'gone', way, why: 'in-the-region' }
        : { kind: 'stays', way, needs: ['in-its-region'] };
    }
    case 'account':
      return afterClosing(way, loss.accountId ?? resource.accountId, grounds);
    case 'hostile-admin':
      return afterHostility(way, loss.accountId ?? resource.accountId, grounds);
    case 'organization':
      return afterAllClosing(way, resource.accountId, grounds);
    case 'key':
      return withoutKey(way, loss.keyArn);
  }
}

/**
 * Recovery points stay until their own expiry, whatever becomes of their source.
 *
 * @source Developer Guide, deleting-backups; API DeleteDBCluster; `TypeDescriptor.nativeBackups`
 */
function afterDeletion(way: WayBack, { arn }: LostResource, now: Instant): Fate {
  // What is deleted is the resource, not what it follows or lies on.
  if (way.of.arn !== arn) return { kind: 'stays', way, needs: [] };
  if (way.kind === 'point') {
    // AWS does not document what becomes of the continuous point of a bucket that is gone.
    if (way.continuous && way.of.type === 'S3') return { kind: 'unknown', way, why: 'stops-with-the-bucket' };
    const isRefused = way.continuous && (way.of.type === 'RDS' || way.of.type === 'Aurora');
    return { kind: 'stays', way, needs: isRefused ? ['refuse-deletion'] : [] };
  }
  if (way.kind === 'locked-snapshot') return { kind: 'stays', way, needs: [] };
  const { afterDeletion: left } = NATIVE_BACKUPS[way.native.mechanism];
  if (left === 'goes') return { kind: 'gone', way, why: 'goes-with-the-resource' };
  if (left === 'stays') return { kind: 'stays', way, needs: [] };
  const until = now + DAYS_OF_DELETED_TABLE_BACKUP * DAY;
  return { kind: 'stays', way: { ...way, newest: now, oldest: now, until }, needs: ['system-backup'] };
}

/** Only what is older than the corruption helps. */
function afterCorruption(way: WayBack, corruptedAt: Instant): Fate {
  if (way.newest <= corruptedAt) return { kind: 'stays', way, needs: [] };
  if (way.oldest === undefined) return { kind: 'unknown', way, why: 'older-not-listed' };
  if (way.oldest > corruptedAt) return { kind: 'gone', way, why: 'too-new' };
  return { kind: 'stays', way: { ...way, newest: corruptedAt }, needs: [] };
}

/**
 * Requests to a closed account fail at once, and its keys are inaccessible; copies in other accounts stay.
 *
 * @source AWS Account Management Reference, manage-acct-closing; AWS KMS Developer Guide, deleting-keys; Developer Guide,
 * create-cross-account-backup, logicallyairgappedvault
 */
function afterClosing(way: WayBack, accountId: string, grounds: LossGrounds): Fate {
  const isLost = (keeper: string): boolean => keeper === accountId;
  if (way.accountId !== accountId) return elsewhere(way, isLost, grounds.guards);
  return byApproval(way, isLost, grounds) ?? { kind: 'gone', way, why: 'in-the-account' };
}

/**
 * The fate of what lies in an air-gapped vault of a closed account: an approval team opens the vault to another account
 * until the closed one is deleted. Undefined: it lies in no such vault.
 *
 * AWS does not document what becomes of a team of a closed account.
 *
 * @source Developer Guide, logicallyairgappedvault, multipartyapproval
 */
function byApproval(way: WayBack, isLost: (accountId: string) => boolean, grounds: LossGrounds): Fate | undefined {
  const isAirGapped = way.kind === 'point' && grounds.guards(way.vaultArn, way.arn)?.airGapped === true;
  if (!isAirGapped) return undefined;
  const team = grounds.teamOf(way.vaultArn);
  if (team === undefined) return { kind: 'unknown', way, why: 'approval-team-not-read' };
  if (team === 'none') return { kind: 'gone', way, why: 'no-approval-team' };
  const [approver, keeper] = [accountOf(team), way.keyArn === undefined ? undefined : accountOf(way.keyArn)];
  if (keeper !== undefined && isLost(keeper)) return { kind: 'gone', way, why: 'key-in-the-account' };
  if (approver === undefined || isLost(approver)) return { kind: 'unknown', way, why: 'approval-team-in-the-account' };
  const until = Math.min(way.until ?? Infinity, grounds.now + DAYS_TO_REOPEN * DAY);
  return { kind: 'stays', way: { ...way, until }, needs: ['approval-team'] };
}

/** A backup in an account that is not lost stays, unless a key of a lost one encrypts it. An air-gapped vault has AWS's own. */
function elsewhere(way: WayBack, isLost: (accountId: string) => boolean, guards: DeletionGuards): Fate {
  const keeper = way.keyArn === undefined ? undefined : accountOf(way.keyArn);
  if (keeper !== undefined && isLost(keeper)) return { kind: 'gone', way, why: 'key-in-the-account' };
  const isAirGapped = way.kind === 'point' && guards(way.vaultArn, way.arn)?.airGapped === true;
  const isKeyKnown = keeper !== undefined || way.unencrypted === true || isAirGapped;
  return isKeyKnown
    ? { kind: 'stays', way, needs: ['in-its-account'] }
    : { kind: 'unknown', way, why: 'key-not-known' };
}

function afterAllClosing(way: WayBack, home: string, grounds: LossGrounds): Fate {
  const { organization, guards } = grounds;
  const isLost = (keeper: string): boolean => keeper === home || organization?.has(keeper) === true;
  const opened = isLost(way.accountId) ? byApproval(way, isLost, grounds) : undefined;
  const isGone = isLost(way.accountId) && (opened === undefined || opened.kind === 'gone');
  if (isGone) return { kind: 'gone', way, why: 'in-the-organization' };
  if (organization === undefined) return { kind: 'unknown', way, why: 'organization-not-read' };
  return opened ?? elsewhere(way, isLost, guards);
}

/**
 * A lock in compliance mode past its grace time and an air-gapped vault keep each point until its own end. Everything else
 * in the account falls to its administrator, and no lock protects a key.
 *
 * @source Developer Guide, vault-lock, logicallyairgappedvault; API (AWS KMS) ScheduleKeyDeletion
 */
function afterHostility(way: WayBack, accountId: string, grounds: LossGrounds): Fate {
  const { guards } = grounds;
  if (way.accountId !== accountId) return elsewhere(way, (keeper) => keeper === accountId, guards);
  if (way.kind === 'locked-snapshot') return underKey(way, [], accountId, grounds);
  const inBin = fromBin(way, accountId, grounds);
  if (inBin?.kind === 'stays' || inBin?.kind === 'at-risk') return inBin;
  if (way.kind === 'native') return inBin ?? { kind: 'gone', way, why: 'native-can-be-deleted' };
  const guard = guards(way.vaultArn, way.arn);
  if (guard === undefined) return { kind: 'unknown', way, why: 'vault-not-read' };
  const { lock, policy, airGapped } = guard;
  if (lock !== 'compliance') {
    if (policy === 'open' || policy === 'replaceable') return inBin ?? { kind: 'gone', way, why: 'vault-not-locked' };
    return { kind: 'unknown', way, why: policy === 'unread' ? 'vault-not-read' : 'policy-against-root' };
  }
  const capability = capabilityOf(way.of, undefined);
  const only = capability.supported && isDeletedByBackupOnly(way.of.type, capability, { ...way, airGapped });
  if (!only) return { kind: 'unknown', way, why: 'deleted-by-its-service' };
  return underKey(way, way.of.type === 'EC2' ? ['enable-image'] : [], accountId, grounds, airGapped);
}

/**
 * The fate of a snapshot or image that somebody deletes: it may be kept in Recycle Bin, where it cannot be deleted.
 * Undefined: it is not. A rule can be unlocked, and deleted after a delay: nothing is sure to be kept for longer.
 *
 * @source Amazon EBS User Guide, recycle-bin-factors, recycle-bin-lock
 */
function fromBin(way: WayBack, accountId: string, grounds: LossGrounds): Fate | undefined {
  const { binDays } = way;
  if (binDays === undefined) return undefined;
  if (binDays === 'unread') return { kind: 'unknown', way, why: 'snapshot-lock-not-read' };
  const until = grounds.now + Math.min(binDays, LEAST_DAYS_TO_UNLOCK) * DAY;
  return underKey({ ...way, until }, ['recover-from-bin'], accountId, grounds);
}

/** The fate of what an administrator of an account cannot delete, by the key that it is encrypted with. */
function underKey(
  way: WayBack,
  needs: readonly RestoreStep[],
  accountId: string,
  { now, managedByAws }: LossGrounds,
  airGapped = false,
): Fate {
  if (way.keyArn === undefined) {
    const isSafe = airGapped || way.unencrypted === true;
    return isSafe ? { kind: 'stays', way, needs } : { kind: 'unknown', way, why: 'key-not-known' };
  }
  if (accountOf(way.keyArn) !== accountId || managedByAws(way.keyArn) === true) return { kind: 'stays', way, needs };
  if (managedByAws(way.keyArn) === undefined) return { kind: 'unknown', way, why: 'key-not-known' };
  return { kind: 'at-risk', way, until: now + LEAST_DAYS_TO_KEY_DELETION * DAY, why: 'key-in-the-account' };
}

function withoutKey(way: WayBack, keyArn: string): Fate {
  if (way.keyArn === keyArn) return { kind: 'gone', way, why: 'key-lost' };
  const isKeyKnown = way.keyArn !== undefined || way.unencrypted === true;
  return isKeyKnown ? { kind: 'stays', way, needs: [] } : { kind: 'unknown', way, why: 'key-not-known' };
}
