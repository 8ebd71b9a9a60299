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
}

export interface LifecycleTag {
  readonly key: string;
  readonly value: string;
}
