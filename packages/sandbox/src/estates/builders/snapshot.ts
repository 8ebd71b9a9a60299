import type { Scope } from '@backproof/core';
import type { WorldScope } from '../../world/world.js';
import { hexId } from './ids.js';
import type { EstateKey } from './kms.js';
import { daysAgo } from './moment.js';
import { inScope, tagList, type EstateResource } from './resource.js';

interface SnapshotOptions {
  /** Its age in days. */
  readonly day: number;
  readonly key: EstateKey;
  /** The mode of its lock, which ends in a year; `cooling`: of a compliance lock that can still be lifted for a day. */
  readonly lock?: 'governance' | 'cooling' | 'compliance';
}

const LOCK_STATES = { governance: 'governance', cooling: 'compliance-cooloff', compliance: 'compliance' } as const;

/** A snapshot that somebody made of a volume, locked or not. */
export function snapshotByHand({ scope, arn, name }: EstateResource, { day, key, lock }: SnapshotOptions): WorldScope {
  const SnapshotId = `snap-0${hexId(16, arn, 'by-hand', String(day))}`;
  const snapshot = {
    SnapshotId,
    VolumeId: arn.slice(arn.lastIndexOf('/') + 1),
    OwnerId: scope.accountId,
    Description: 'before the audit',
    StartTime: daysAgo(day),
    Progress: '100%',
    StorageTier: 'standard' as const,
    State: 'completed' as const,
    VolumeSize: 40,
    Encrypted: true,
    KmsKeyId: key.arn,
    Tags: tagList({ Name: name }),
  };
  const locked = lock && {
    SnapshotId,
    OwnerId: scope.accountId,
    LockState: LOCK_STATES[lock],
    LockDuration: 365 + day,
    LockCreatedOn: daysAgo(day),
    LockDurationStartTime: daysAgo(day),
    LockExpiresOn: daysAgo(-365),
    ...(lock === 'cooling' && { CoolOffPeriod: 24 * (day + 1), CoolOffPeriodExpiresOn: daysAgo(-1) }),
  };
  return inScope(scope, { snapshots: [snapshot], ...(locked && { snapshotLocks: [locked] }) });
}

interface BinRuleOptions {
  readonly keeps: 'EBS_SNAPSHOT' | 'EC2_IMAGE';
  readonly days: number;
  readonly lockState?: 'locked' | 'pending_unlock' | 'unlocked';
}

/** A rule of Recycle Bin about all resources of its type in the Region. */
export function recycleBinRule(scope: Scope, { keeps, days, lockState }: BinRuleOptions): WorldScope {
  const rule = {
    Identifier: hexId(11, scope.accountId, scope.region, keeps, lockState ?? 'never locked'),
    ResourceType: keeps,
    RetentionPeriod: { RetentionPeriodValue: days, RetentionPeriodUnit: 'DAYS' },
    ...(lockState && { LockState: lockState }),
  };
  return inScope(scope, { recycleBinRules: [rule] });
}
