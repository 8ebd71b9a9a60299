import { DAY } from '../../model/instant.js';
import type { Instant } from '../../model/instant.js';
import { NATIVE_BACKUPS } from '../native-backups.js';
import { afterAllClosing, afterClosing } from './after-closing.js';
import { afterHostility } from './after-hostility.js';
import type { Fate, LossGrounds, LostResource } from './fate.js';
import { DAYS_OF_DELETED_TABLE_BACKUP } from './loss.js';
import type { Loss } from './loss.js';
import type { WayBack } from './way-back.js';

/** Works out what a loss makes of a way back of a resource that is in an account and a Region. */
export function fateOf(way: WayBack, loss: Loss, resource: LostResource, grounds: LossGrounds): Fate {
  const fate = fateByLoss(way, loss, resource, grounds);
  if (fate.kind === 'gone' || fate.kind === 'unknown') return fate;
  if (way.doubtful === true) return { kind: 'unknown', way, why: 'status-not-known' };
  // EC2 launches nothing of a disabled image. @source Amazon EC2 User Guide, disable-an-ami
  if (way.disabled === true) return { kind: 'gone', way, why: 'image-disabled' };
  const ofKey = underItsKey(fate, grounds);
  if (way.disabled === undefined || ofKey.kind === 'gone') return ofKey;
  return { kind: 'unknown', way, why: 'image-not-read' };
}

/**
 * Nothing is restored with a key that does not work now. One that is pending deletion can be saved until then.
 *
 * @source AWS KMS Developer Guide, key-state, deleting-keys
 */
function underItsKey(fate: Extract<Fate, { kind: 'stays' | 'at-risk' }>, { now, faultOf }: LossGrounds): Fate {
  const { way } = fate;
  const fault = way.keyArn === undefined ? undefined : faultOf(way.keyArn);
  if (fault === undefined) return fate;
  if (fault.kind === 'unknown-state') return { kind: 'unknown', way, why: 'key-not-known' };
  const { deletionAt: until } = fault;
  if (fate.kind === 'stays' && until !== undefined && until > now) {
    return { kind: 'at-risk', way, until, why: 'key-pending-deletion' };
  }
  const isSaved = fate.kind === 'at-risk' && (until === undefined || until > now);
  return isSaved
    ? { ...fate, until: Math.min(fate.until, until ?? Infinity) }
    : { kind: 'gone', way, why: 'key-unusable' };
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

function withoutKey(way: WayBack, keyArn: string): Fate {
  if (way.keyArn === keyArn) return { kind: 'gone', way, why: 'key-lost' };
  const isKeyKnown = way.keyArn !== undefined || way.unencrypted === true;
  return isKeyKnown ? { kind: 'stays', way, needs: [] } : { kind: 'unknown', way, why: 'key-not-known' };
}
