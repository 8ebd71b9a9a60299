import { replicationName } from '@backproof/core';
import type { Dossier, JudgedResource, Replica, ReplicationMechanism } from '@backproof/core';
import type { ReplicationKind } from './way-back.js';

/** Returns true if the resource follows a volume by SnapMirror. It cannot be backed up itself: its source counts. */
export function isSnapMirrorDestination(resource: JudgedResource): boolean {
  return resource.type === 'FSx' && resource.volumeType === 'DP';
}

/** Names how the resource is replicated, and with what: `EFS replication with arn:...`. */
export function replicationText({ resource, replicas }: Dossier<ReplicationKind>): string {
  const mechanisms = new Set(replicas.map(({ mechanism }) => mechanism));
  const linksOf = (mechanism: ReplicationMechanism) => replicas.filter((link) => link.mechanism === mechanism);
  return [...mechanisms].map((mechanism) => linkText(mechanism, resource.arn, linksOf(mechanism))).join('; ');
}

function linkText(mechanism: ReplicationMechanism, arn: string, links: readonly Replica[]): string {
  const name = replicationName({ mechanism });
  const ends = links.flatMap(({ sourceArn, replicaArn }) => [sourceArn, replicaArn]);
  const others = new Set(ends.filter((end) => end !== undefined && end !== arn));
  return others.size === 0 ? name : `${name} with ${[...others].join(', ')}`;
}
