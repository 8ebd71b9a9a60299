import { groupBy } from '../model/group-by.js';
import type { Instant } from '../model/instant.js';
import type { Replica } from '../model/evidence.js';
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
  /** The state in which the resource does not, or may not, follow the other. Absent: it follows, or does not replicate it. */
  readonly halted?: Halted;
}

/** A state in which a resource does not follow another, or, where the word is not known, may not. */
interface Halted {
  readonly word: string;
  readonly isKnown: boolean;
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
    const isHalted = haltedBy(resource, links);
    const followedBy = links.map((link) => {
      const halted = isHalted(link);
      const followed = related(isBetweenPeers(link) ? 'peer' : 'source', link.sourceArn);
      return halted === undefined ? followed : { ...followed, halted };
    });
    return [...cluster, ...followedBy];
  };
}

/**
 * Finds out why a resource does not follow its source: it has failed, or a link to the source says so. The other end may
 * report the same link without a state.
 */
function haltedBy({ state }: Resource, links: readonly Replica[]): (link: Replica) => Halted | undefined {
  if (state?.is === 'failed') return () => ({ word: state.word, isKnown: true });
  return ({ sourceArn }) => {
    const word = links.find((link) => link.sourceArn === sourceArn && link.halted !== undefined)?.halted;
    if (word !== undefined) return { word, isKnown: true };
    return state?.is === 'unknown' ? { word: state.word, isKnown: false } : undefined;
  };
}

/**
 * Everything that a resource follows, directly or through other replicas, the nearest first, each once; and, beside it,
 * what it is related to otherwise. What it reaches only through a replication that has halted comes last.
 */
export function withSourcesOfSources(resource: Resource, relationsOf: RelationFinder): readonly Related[] {
  const direct = relationsOf(resource);
  const reached = new Set([resource.arn]);
  const all: Related[] = [];
  const queue = [...direct];
  for (let next = firstOf(queue); next !== undefined; next = firstOf(queue)) {
    if (next.arn !== undefined && reached.has(next.arn)) continue;
    if (next.arn !== undefined) reached.add(next.arn);
    all.push(next);
    if (next.resource === undefined || !isFollowing(next)) continue;
    const { halted } = next;
    const further = relationsOf(next.resource).filter(isFollowing);
    queue.push(...(halted === undefined ? further : further.map((each) => ({ ...each, halted }))));
  }
  return all;
}

/** Takes the first that is followed out of a queue, or the first of all. */
function firstOf(queue: Related[]): Related | undefined {
  const index = queue.findIndex(({ halted }) => halted === undefined);
  return queue.splice(Math.max(index, 0), 1)[0];
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
