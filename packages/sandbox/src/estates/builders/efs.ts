import type { LifeCycleState } from '@aws-sdk/client-efs';
import type { Scope } from '@backproof/core';
import type { WorldScope } from '../../world/world.js';
import { longId, uuid } from './ids.js';
import { hoursAgo } from './moment.js';
import { arnIn, inScope, LONG_AGO, tagList, type EstateResource, type Named } from './resource.js';

/** An EFS file system, with the id that a replication names. */
interface EstateEfs extends EstateResource {
  readonly fileSystemId: string;
}

interface FileSystemOptions extends Named {
  /** `available`, unless said otherwise. */
  readonly state?: LifeCycleState;
}

/** An EFS file system. */
export function efsFileSystem(scope: Scope, options: FileSystemOptions): EstateEfs {
  const { name, state = 'available', createdAt = LONG_AGO } = options;
  const id = longId('fs', 'efs', scope.accountId, scope.region, name);
  const arn = arnIn(scope, 'elasticfilesystem', `file-system/${id}`);
  const fileSystem = {
    OwnerId: scope.accountId,
    CreationToken: uuid(arn),
    FileSystemId: id,
    FileSystemArn: arn,
    CreationTime: createdAt,
    LifeCycleState: state,
    Name: name,
    NumberOfMountTargets: 2,
    SizeInBytes: { Value: 6_000_000_000 },
    PerformanceMode: 'generalPurpose' as const,
    ThroughputMode: 'elastic' as const,
    Encrypted: true,
    FileSystemProtection: { ReplicationOverwriteProtection: 'ENABLED' as const },
    Tags: tagList({ Name: name, ...options.tags }),
  };
  const world = inScope(scope, { fileSystems: [fileSystem] });
  return { scope, arn, type: 'EFS', name, createdAt, fileSystemId: id, world };
}

/**
 * A replication from one file system to another of the same account, as EFS lists it at both ends.
 *
 * @param since - absent: since the destination was created
 */
export function efsReplication(
  source: EstateEfs,
  destination: EstateEfs,
  since = destination.createdAt,
): readonly WorldScope[] {
  const replication = {
    SourceFileSystemId: source.fileSystemId,
    SourceFileSystemArn: source.arn,
    SourceFileSystemRegion: source.scope.region,
    SourceFileSystemOwnerId: source.scope.accountId,
    OriginalSourceFileSystemArn: source.arn,
    CreationTime: since,
    Destinations: [
      {
        Status: 'ENABLED' as const,
        FileSystemId: destination.fileSystemId,
        Region: destination.scope.region,
        OwnerId: destination.scope.accountId,
        LastReplicatedTimestamp: hoursAgo(0.2),
      },
    ],
  };
  return [source, destination].map(({ scope }) => inScope(scope, { fileSystemReplications: [replication] }));
}
