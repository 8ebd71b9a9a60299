import type { LifecyclePolicy } from '../model/lifecycle-policy.js';
import type { Resource } from '../model/resource.js';
import { tagValue } from './tag-condition.js';

/**
 * Returns true if a policy of Data Lifecycle Manager targets a resource: an instance, or a volume by itself or with one
 * of the instances (`hosts`) that it is attached to. A default policy may still leave it out, as one that has recent
 * backups or as one of its exclusions.
 *
 * @source API PolicyDetails; Terraform provider, aws_dlm_lifecycle_policy: any of the tags is enough
 */
export function isTargetedBy(
  resource: Resource,
  hosts: readonly Resource[],
  { targets, targetTags }: LifecyclePolicy,
): boolean {
  const candidates = targets === 'VOLUME' ? [resource] : [resource, ...hosts];
  const type = targets === 'VOLUME' ? 'EBS' : 'EC2';
  return candidates.some(
    (each) =>
      each.type === type &&
      (targetTags?.some(({ key, value }) => each.tags !== undefined && tagValue(each.tags, key) === value) ?? true),
  );
}
