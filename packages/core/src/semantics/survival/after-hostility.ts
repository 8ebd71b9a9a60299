import { DAY } from '../../model/instant.js';
import { accountOf } from '../arn.js';
import { capabilityOf } from '../capability.js';
import { isDeletedByBackupOnly } from '../deletion-guard.js';
import { elsewhere } from './after-closing.js';
import type { Fate, LossGrounds, RestoreStep } from './fate.js';
import { LEAST_DAYS_TO_KEY_DELETION, LEAST_DAYS_TO_UNLOCK } from './loss.js';
import type { WayBack } from './way-back.js';

/**
 * A lock in compliance mode past its grace time and an air-gapped vault keep each point until its own end. Everything else
 * in the account falls to its administrator, and no lock protects a key.
 *
 * @source Developer Guide, vault-lock, logicallyairgappedvault; API (AWS KMS) ScheduleKeyDeletion
 */
export function afterHostility(way: WayBack, accountId: string, grounds: LossGrounds): Fate {
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
