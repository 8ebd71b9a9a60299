import type { Scope } from '@backproof/core';
import { longId, uuid } from './ids.js';
import { arnIn, inScope, LONG_AGO, tagList, type EstateResource, type Named } from './resource.js';

/** An EFS file system. */
export function efsFileSystem(scope: Scope, options: Named): EstateResource {
  const { name, createdAt = LONG_AGO } = options;
  const id = longId('fs', 'efs', scope.accountId, scope.region, name);
  const arn = arnIn(scope, 'elasticfilesystem', `file-system/${id}`);
  const fileSystem = {
    OwnerId: scope.accountId,
    CreationToken: uuid(arn),
    FileSystemId: id,
    FileSystemArn: arn,
    CreationTime: createdAt,
    LifeCycleState: 'available' as const,
    Name: name,
    NumberOfMountTargets: 2,
    SizeInBytes: { Value: 6_000_000_000 },
    PerformanceMode: 'generalPurpose' as const,
    ThroughputMode: 'elastic' as const,
    Encrypted: true,
    FileSystemProtection: { ReplicationOverwriteProtection: 'ENABLED' as const },
    Tags: tagList({ Name: name, ...options.tags }),
  };
  return { scope, arn, type: 'EFS', name, createdAt, world: inScope(scope, { fileSystems: [fileSystem] }) };
}
