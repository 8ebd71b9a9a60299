import {
  type BackupPolicyDescription,
  DescribeBackupPolicy$,
  type DescribeBackupPolicyRequest,
  DescribeFileSystems$,
  type DescribeFileSystemsRequest,
  type DescribeFileSystemsResponse,
  DescribeReplicationConfigurations$,
  type DescribeReplicationConfigurationsRequest,
  type DescribeReplicationConfigurationsResponse,
  type FileSystemDescription,
  type ReplicationConfigurationDescription,
} from '@aws-sdk/client-efs';
import { restJson } from '../../wire/rest-json.js';
import { ServiceError } from '../../wire/service-error.js';
import { is } from '../../service/filters.js';
import { listing } from '../../service/listing.js';
import { byIds, found } from '../../service/lookup.js';
import type { Call, Service } from '../../service/operation.js';
import type { EfsWorld } from './world.js';

/** Amazon EFS. */
export const service: Service<EfsWorld> = {
  protocol: restJson('ErrorCode'),
  operations: [
    listing<EfsWorld, DescribeFileSystemsRequest, DescribeFileSystemsResponse, FileSystemDescription>(
      DescribeFileSystems$,
      {
        items: ({ scope }, { FileSystemId }) =>
          byIds(
            scope.fileSystems,
            FileSystemId === undefined ? [] : [FileSystemId],
            (fileSystem) => fileSystem.FileSystemId,
            notFound,
          ),
        where: { CreationToken: is('CreationToken') },
        page: 'FileSystems',
        also: ({ Marker }) => ({ Marker }),
        // More than 100 are answered with 100.
        paging: {
          size: 'MaxItems',
          token: 'Marker',
          next: 'NextMarker',
          least: 1,
          most: 100,
          excess: 'capped',
          badSize: (size) => new ServiceError('BadRequest', `Invalid MaxItems: ${size}`),
          badToken: () => new ServiceError('BadRequest', 'Invalid Marker'),
        },
      },
    ),
    listing<
      EfsWorld,
      DescribeReplicationConfigurationsRequest,
      DescribeReplicationConfigurationsResponse,
      ReplicationConfigurationDescription
    >(DescribeReplicationConfigurations$, {
      items: ({ scope }, { FileSystemId }) => replicationsOf(scope, FileSystemId),
      page: 'Replications',
      paging: {
        size: 'MaxResults',
        token: 'NextToken',
        next: 'NextToken',
        least: 1,
        most: 100,
        excess: 'capped',
        badSize: (size) => new ServiceError('ValidationException', `Invalid MaxResults: ${size}`),
        badToken: () => new ServiceError('BadRequest', 'Invalid NextToken'),
      },
    }),
    { schema: DescribeBackupPolicy$, answer: describeBackupPolicy },
  ],
};

/** EFS sets the tag with the policy. @source Amazon EFS User Guide, automatic-backups */
function describeBackupPolicy(
  { FileSystemId: id = '' }: DescribeBackupPolicyRequest,
  { scope }: Call<EfsWorld>,
): BackupPolicyDescription {
  const known = scope.fileSystems?.find(({ FileSystemId }) => FileSystemId === id);
  const { Tags = [] } = found(known, () => notFound(id));
  const isOn = Tags.some(({ Key, Value }) => Key === 'aws:elasticfilesystem:default-backup' && Value === 'enabled');
  return { BackupPolicy: { Status: isOn ? 'ENABLED' : 'DISABLED' } };
}

/** All of them, or that which a file system is an end of. */
function replicationsOf(
  { fileSystems = [], fileSystemReplications = [] }: EfsWorld,
  id: string | undefined,
): readonly ReplicationConfigurationDescription[] {
  if (id === undefined) return fileSystemReplications;
  if (!fileSystems.some(({ FileSystemId }) => FileSystemId === id)) {
    throw notFound(id);
  }
  const ofFileSystem = fileSystemReplications.filter(
    ({ SourceFileSystemId, Destinations = [] }) =>
      SourceFileSystemId === id || Destinations.some(({ FileSystemId }) => FileSystemId === id),
  );
  if (ofFileSystem.length > 0) return ofFileSystem;
  throw new ServiceError('ReplicationNotFound', `Replication configuration of '${id}' does not exist.`, 404);
}

function notFound(id: string): ServiceError {
  return new ServiceError('FileSystemNotFound', `File system '${id}' does not exist.`, 404);
}
