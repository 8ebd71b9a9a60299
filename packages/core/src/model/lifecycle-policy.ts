import type { Scope } from './scope.js';

/**
 * A policy of Amazon Data Lifecycle Manager: it is to make snapshots of volumes, or images of instances. An intent, as a
 * backup plan is one; the proof is what it made. Event-based policies are none of these: they copy what others share.
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
  /** Why it is in that state, in AWS's words. */
  readonly statusMessage?: string;
  readonly makes: 'snapshots' | 'images';
  /** What it targets: volumes, or instances with their volumes. */
  readonly targets: 'VOLUME' | 'INSTANCE';
  /** A custom policy targets what has any of these tags. Absent: a default policy, which targets all but its exclusions. */
  readonly targetTags?: readonly LifecycleTag[];
  /** Whether a default policy excludes some: boot volumes, types or tags. */
  readonly excludesSome: boolean;
  /** When it makes them and how long it keeps them; absent: not told. */
  readonly schedules?: readonly LifecycleSchedule[];
}

/** @source API Schedule; of default policies PolicyDetails: CreateInterval, RetainInterval, CrossRegionCopyTargets */
export interface LifecycleSchedule {
  /** How often, in AWS's words: `24 HOURS` or `cron(0 3 * * ? *)`. Absent: not told. */
  readonly every?: string;
  /** How many or how long: `the newest 7` or `30 DAYS`. Absent: not told. */
  readonly keeps?: string;
  /** The other Regions, or Outposts by their ARNs, that it copies to. */
  readonly copiesTo: readonly string[];
}

export interface LifecycleTag {
  readonly key: string;
  readonly value: string;
}
