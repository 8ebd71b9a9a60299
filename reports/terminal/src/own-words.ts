import {
  evidenceOfNative,
  evidenceOfReplica,
  formatInstant,
  isBetweenPeers,
  isVersioning,
  keptText,
  lockText,
  nativeBackupName,
  printable,
  regionOf,
  replicationName,
} from '@backproof/core';
import type { NativeBackup, Replica, ResourceStory } from '@backproof/core';
import { evidenceLine } from './wording.js';

/** The service's own backups, one a line: `Automated backups: on, kept 7 days, latest restorable time ...`. */
export function nativeLines(natives: readonly NativeBackup[]): readonly string[] {
  return natives.map((native) => printable(nativeText(native)));
}

function nativeText(native: NativeBackup): string {
  const { enabled, backupsArn, recordedAt } = native;
  const name = nativeBackupName(native);
  const place = backupsArn === undefined ? '' : ` (${regionOf(backupsArn) ?? backupsArn})`;
  const facts = enabled ? ['on', keptText(native), restorableText(native), lockText(native)] : ['off'];
  const source = recordedAt === undefined ? undefined : `as AWS Config recorded on ${formatInstant(recordedAt)}`;
  const said = [...facts, source].filter((fact) => fact !== undefined).join(', ');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${place}: ${said}`;
}

function restorableText({ mechanism, latestRestorableAt }: NativeBackup): string | undefined {
  if (latestRestorableAt !== undefined) return `latest restorable time ${formatInstant(latestRestorableAt)}`;
  return isVersioning({ mechanism }) ? undefined : 'no restorable time reported';
}

/** The replications that a resource is the source or the replica of, each once. */
export function replicationLines({ arn }: { readonly arn: string }, replicas: readonly Replica[]): readonly string[] {
  return [...new Set(replicas.map((replica) => printable(replicaText(arn, replica))))];
}

function replicaText(arn: string, replica: Replica): string {
  const { sourceArn, replicaArn, since, recordedAt } = replica;
  const name = replicationName(replica);
  const from = since === undefined ? '' : `, since ${formatInstant(since)}`;
  const source = recordedAt === undefined ? '' : `, as AWS Config recorded on ${formatInstant(recordedAt)}`;
  return `${about()}${from}${source}`;

  function about(): string {
    if (replicaArn === undefined) return `Has ${name}`;
    const other = sourceArn === arn ? replicaArn : (sourceArn ?? 'a source that AWS does not name');
    if (isBetweenPeers(replica)) return `In ${name} with ${other}`;
    return `${sourceArn === arn ? 'Replicated to' : 'Replicates'} ${other} by ${name}`;
  }
}

/** The evidence that these lines state in words of their own, as a verdict would write it. */
export function linesInOwnWords({ resource, nativeBackups, replicas }: ResourceStory): readonly string[] {
  const evidence = [...nativeBackups.map(evidenceOfNative), ...replicas.map(evidenceOfReplica)];
  return evidence.map((each) => evidenceLine(each.at?.getTime(), each, resource.arn));
}
