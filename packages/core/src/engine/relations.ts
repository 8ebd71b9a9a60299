import { groupBy } from '../model/group-by.js';
import type { Instant } from '../model/instant.js';
import type { Inventory } from '../model/inventory.js';
import type { Resource } from '../model/resource.js';
import { isBetweenPeers } from '../semantics/replications.js';
import type { RelationKind } from '../model/relation.js';

/** One resource that may protect another. */
export interface Related {
  readonly kind: RelationKind;
  /** Absent: AWS does not report it, as for the source of an ONTAP data protection volume. */
  readonly arn?: string;
  /** Absent: the scan did not list it. */
  readonly resource?: Resource;
  /** Backups of before do not hold the other. `unread`: it is not known since when. Absent: all of them do. */
  readonly since?: Instant | 'unread';
}

/** Finds what may protect a resource, in the order of `RELATION_KINDS`. */
export type RelationFinder = (resource: Resource) => readonly Related[];

/** Finds the relations of an inventory: the one place that knows them. `find` gives the resource of an ARN. */
export function relationFinder(
  { resources, replicas }: Pick<Inventory, 'resources' | 'replicas'>,
  find: (arn: string) => Resource | undefined,
): RelationFinder {
  const volumesOf = volumesByInstance(resources);
  const followed = groupBy(replicas, ({ replicaArn }) => replicaArn ?? '');
  const related = (kind: RelationKind, arn: string | undefined, since?: Related['since']): Related => {
    const resource = arn === undefined ? undefined : find(arn);
    return {
      kind,
      ...(arn !== undefined && { arn }),
      ...(resource !== undefined && { resource }),
      ...(since !== undefined && { since }),
    };
  };
  return (resource) => {
    const links = followed.get(resource.arn) ?? [];
    if (resource.type === 'EBS') {
      return resource.attachments.map(({ instanceArn, since }) => related('host', instanceArn, since ?? 'unread'));
    }
    if (resource.type === 'EC2') return (volumesOf.get(resource.arn) ?? []).map(({ arn }) => related('parts', arn));
    const cluster = 'clusterArn' in resource ? [related('cluster', resource.clusterArn)] : [];
    return [...cluster, ...links.map((link) => related(isBetweenPeers(link) ? 'peer' : 'source', link.sourceArn))];
  };
}

/**
 * Everything that a resource follows, directly or through other replicas, the nearest first, each once; and, beside it,
 * what it is related to otherwise.
 */
export function withSourcesOfSources(resource: Resource, relationsOf: RelationFinder): readonly Related[] {
  const direct = relationsOf(resource);
  const reached = new Set([resource.arn]);
  const all: Related[] = [];
  const queue = [...direct];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (next.arn !== undefined && reached.has(next.arn)) continue;
    if (next.arn !== undefined) reached.add(next.arn);
    all.push(next);
    if (next.resource === undefined || !isFollowing(next)) continue;
    queue.push(...relationsOf(next.resource).filter(isFollowing));
  }
  return all;
}

/** Only what follows other data leads on to what that follows itself. */
function isFollowing({ kind }: Related): boolean {
  return kind === 'source' || kind === 'peer';
}

function volumesByInstance(resources: readonly Resource[]): ReadonlyMap<string, readonly Resource[]> {
  const volumes = new Map<string, Resource[]>();
  for (const resource of resources) {
    if (resource.type !== 'EBS') continue;
    for (const { instanceArn } of resource.attachments) {
      const known = volumes.get(instanceArn);
      if (known === undefined) volumes.set(instanceArn, [resource]);
      else known.push(resource);
    }
  }
  return volumes;
}
