import type { Scope } from './scope.js';

/**
 * A policy of Amazon Data Lifecycle Manager: it makes snapshots of volumes, or images of instances. It is an intent, as
 * a backup plan is; the backups that it made are the proof. Event-based policies do not belong here: they copy what
 * others share.
 *
 * @source API GetLifecyclePolicies, GetLifecyclePolicy
 */
export interface LifecyclePolicy {
  readonly scope: Scope;
  readonly arn: string;
  /** `policy-0123456789abcdef0` */
  readonly id: string;
  readonly description?: string;
  /** `ENABLED`, `DISABLED` or `ERROR`; only the first makes anything. */
  readonly state: string;
  /** The cause of that state, in AWS's words. */
  readonly statusMessage?: string;
  readonly makes: 'snapshots' | 'images';
  /** Its targets: volumes, or instances with their volumes. */
  readonly targets: 'VOLUME' | 'INSTANCE';
  /** A custom policy targets what has any of these tags. Absent: a default policy, which targets all but its exclusions. */
  readonly targetTags?: readonly LifecycleTag[];
  /** True for a default policy with exclusions: boot volumes, types or tags. */
  readonly excludesSome: boolean;
  /** When it makes them and how long it keeps them; absent: not reported. */
  readonly schedules?: readonly LifecycleSchedule[];
}

/** @source API Schedule; of default policies PolicyDetails: CreateInterval, RetainInterval, CrossRegionCopyTargets */
export interface LifecycleSchedule {
  /** The interval, in AWS's words: `24 HOURS` or `cron(0 3 * * ? *)`. Absent: not reported. */
  readonly every?: string;
  /** The retention, by number or time: `the newest 7` or `30 DAYS`. Absent: not reported. */
  readonly keeps?: string;
  /** The other Regions, or Outposts by their ARNs, that it copies to. */
  readonly copiesTo: readonly string[];
}

export interface LifecycleTag {
  readonly key: string;
  readonly value: string;
}
