import { groupBy } from '../model/group-by.js';
import type { Resource } from '../model/resource.js';

/** Resources that are judged together, the first one by ARN first. */
export type Bundle = readonly [Resource, ...Resource[]];

/**
 * The resources in bundles: an instance with the volumes that are attached to it, a cluster with its members; everything
 * else by itself. The order within a bundle is that of the resources.
 */
export function bundlesOf(resources: readonly Resource[]): readonly Bundle[] {
  const parents = new Map<string, string>();
  const rootOf = (arn: string): string => {
    let root = arn;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    return root;
  };
  for (const resource of resources) {
    for (const arn of attachedTo(resource)) {
      const [root, other] = [rootOf(resource.arn), rootOf(arn)];
      if (root !== other) parents.set(root, other);
    }
  }
  return [...groupBy(resources, ({ arn }) => rootOf(arn)).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [[first, ...others] as const],
  );
}

function attachedTo(resource: Resource): readonly string[] {
  if (resource.type === 'EBS') return resource.attachments.map(({ instanceArn }) => instanceArn);
  return 'clusterArn' in resource ? [resource.clusterArn] : [];
}
