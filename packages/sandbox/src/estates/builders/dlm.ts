import type { LifecyclePolicy, ResourceTypeValues } from '@aws-sdk/client-dlm';
import type { Scope, Tags } from '@backproof/core';
import type { WorldScope } from '../../world/world.js';
import { hexId, longId } from './ids.js';
import { daysAgo } from './moment.js';
import { arnIn, inScope, LONG_AGO, tagList, type EstateResource } from './resource.js';

interface PolicyOptions {
  readonly name: string;
  /** Volumes, unless said otherwise. Of instances it makes snapshots of all their volumes, or images. */
  readonly targets?: ResourceTypeValues;
  readonly makes?: 'snapshots' | 'images';
  /** It makes one each day of what carries any of these. */
  readonly targetTags: Tags;
  /** Absent: it runs. */
  readonly error?: string;
}

/** A policy of Data Lifecycle Manager, which is to make a snapshot a day and to keep seven. */
export interface EstateLifecyclePolicy {
  readonly scope: Scope;
  readonly id: string;
  readonly world: WorldScope;
}

/** A policy of volumes that makes snapshots, unless said otherwise. */
export function lifecyclePolicy(scope: Scope, options: PolicyOptions): EstateLifecyclePolicy {
  const { name, targets = 'VOLUME', makes = 'snapshots', targetTags, error } = options;
  const id = longId('policy', scope.accountId, scope.region, name);
  const policy: LifecyclePolicy = {
    PolicyId: id,
    PolicyArn: arnIn(scope, 'dlm', `policy/${id}`),
    Description: name,
    State: error === undefined ? 'ENABLED' : 'ERROR',
    StatusMessage: error ?? 'ENABLED',
    Tags: {},
    DateCreated: LONG_AGO,
    DateModified: LONG_AGO,
    ExecutionRoleArn: `arn:${scope.partition}:iam::${scope.accountId}:role/service-role/AWSDataLifecycleManagerDefaultRole`,
    PolicyDetails: {
      PolicyType: makes === 'images' ? 'IMAGE_MANAGEMENT' : 'EBS_SNAPSHOT_MANAGEMENT',
      ResourceTypes: [targets],
      TargetTags: tagList(targetTags),
      Schedules: [
        {
          Name: 'daily',
          CreateRule: { Interval: 24, IntervalUnit: 'HOURS', Times: ['03:00'] },
          RetainRule: { Count: 7 },
        },
      ],
    },
  };
  return { scope, id, world: inScope(scope, { lifecyclePolicies: [policy] }) };
}

/** The snapshots that a policy created of a volume, by their age in days. */
export function policySnapshots(
  { scope, id }: EstateLifecyclePolicy,
  { arn, name }: EstateResource,
  days: readonly number[],
): WorldScope {
  const VolumeId = arn.slice(arn.lastIndexOf('/') + 1);
  const snapshots = days.map((day) => ({
    SnapshotId: `snap-0${hexId(16, arn, String(day))}`,
    VolumeId,
    OwnerId: scope.accountId,
    Description: `Created for policy: ${id} schedule: daily`,
    StartTime: daysAgo(day),
    Progress: '100%',
    StorageTier: 'standard' as const,
    State: 'completed' as const,
    VolumeSize: 40,
    Encrypted: true,
    Tags: tagList({ Name: name, 'aws:dlm:lifecycle-policy-id': id, 'aws:dlm:lifecycle-schedule-name': 'daily' }),
  }));
  return inScope(scope, { snapshots });
}
