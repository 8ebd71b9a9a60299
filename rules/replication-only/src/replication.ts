import { groupBy } from '@backproof/core';
import type { Dossier, Replica, Resource } from '@backproof/core';
import type { ReplicationKind } from './way-back.js';

type ReplicationDossier = Dossier<ReplicationKind>;

/** Whether the resource follows a volume by SnapMirror. Nothing can back it up itself: its source is what counts. */
export function isSnapMirrorDestination(resource: Resource): boolean {
  return resource.type === 'FSx' && resource.volumeType === 'DP';
}

/** Whether the resource is one of several that take writes and follow each other, so that none is the source of all. */
export function isPeer({ replicas }: ReplicationDossier): boolean {
  return replicas.some(({ mechanism }) => mechanism === 'dynamodb-global-table');
}

/** How the resource is replicated, and with what: `efs-replication with arn:...`. */
export function replicationText({ resource, replicas }: ReplicationDossier): string {
  const byMechanism = groupBy(replicas, ({ mechanism }) => mechanism);
  return [...byMechanism].map(([mechanism, links]) => linkText(mechanism, resource.arn, links)).join('; ');
}

function linkText(mechanism: string, arn: string, links: readonly Replica[]): string {
  const ends = links.flatMap(({ sourceArn, replicaArn }) => [sourceArn, replicaArn]);
  const others = new Set(ends.filter((end) => end !== undefined && end !== arn));
  return others.size === 0 ? mechanism : `${mechanism} with ${[...others].join(', ')}`;
}

/** The first source, direct or not, that the scan does not hold or AWS does not tell, in words for a message. */
export function unseenSource(dossier: ReplicationDossier): string | undefined {
  const seen = [dossier, ...dossier.sources];
  const arns = new Set(seen.map(({ resource }) => resource.arn));
  const links = seen.flatMap(({ replicas }) => replicas);
  const unseen = links.find(({ sourceArn }) => sourceArn === undefined || !arns.has(sourceArn));
  if (unseen === undefined) return undefined;
  return unseen.sourceArn ?? `the source of its ${unseen.mechanism}, which AWS does not name,`;
}
