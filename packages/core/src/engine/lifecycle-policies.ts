import { groupBy } from '../model/group-by.js';
import type { Inventory } from '../model/inventory.js';
import type { LifecyclePolicy } from '../model/lifecycle-policy.js';
import type { Resource } from '../model/resource.js';
import { scopeKey } from '../model/scope.js';
import { isTargetedBy } from '../semantics/lifecycle-policy.js';

/**
 * Finds the policies of Data Lifecycle Manager that target a resource, by itself or with the instance that it is
 * attached to.
 */
export function lifecyclePolicies(
  inventory: Pick<Inventory, 'resources' | 'lifecyclePolicies'>,
): (resource: Resource) => readonly LifecyclePolicy[] {
  const policies = groupBy(inventory.lifecyclePolicies, ({ scope }) => scopeKey(scope));
  if (policies.size === 0) return () => NONE;
  const instances = new Map(inventory.resources.flatMap((each) => (each.type === 'EC2' ? [[each.arn, each]] : [])));
  return (resource) => {
    const hosts =
      resource.type === 'EBS'
        ? resource.attachments.flatMap(({ instanceArn }) => instances.get(instanceArn) ?? [])
        : NONE;
    const ofScope = policies.get(scopeKey(resource)) ?? NONE;
    return Object.freeze(ofScope.filter((policy) => isTargetedBy(resource, hosts, policy)));
  };
}

const NONE: readonly never[] = Object.freeze([]);
