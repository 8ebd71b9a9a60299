import {
  DescribeFileSystems$,
  type DescribeFileSystemsRequest,
  type DescribeFileSystemsResponse,
  DescribeReplicationConfigurations$,
  type DescribeReplicationConfigurationsRequest,
  type DescribeReplicationConfigurationsResponse,
  type FileSystemDescription,
  type ReplicationConfigurationDescription,
} from '@aws-sdk/client-efs';
import { restJson } from '../wire/rest-json.js';
import { ServiceError } from '../wire/service-error.js';
import type { WorldScope } from '../world/world.js';
import { is } from './filters.js';
import { listing } from './listing.js';
import { byIds } from './lookup.js';
import type { Service } from './operation.js';

/** Amazon EFS. */
export const efs: Service = {
  protocol: restJson('ErrorCode'),
  operations: [
    listing<DescribeFileSystemsRequest, DescribeFileSystemsResponse, FileSystemDescription>(DescribeFileSystems$, {
      items: ({ scope }, { FileSystemId }) =>
        byIds(
          scope.fileSystems,
          FileSystemId === undefined ? [] : [FileSystemId],
          (fileSystem) => fileSystem.FileSystemId,
          (id) => new ServiceError('FileSystemNotFound', `File system '${id}' does not exist.`, 404),
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
    }),
    listing<
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
  ],
};

/** All of them, or that which a file system is an end of. */
function replicationsOf(
  { fileSystems = [], fileSystemReplications = [] }: WorldScope,
  id: string | undefined,
): readonly ReplicationConfigurationDescription[] {
  if (id === undefined) return fileSystemReplications;
  if (!fileSystems.some(({ FileSystemId }) => FileSystemId === id)) {
    throw new ServiceError('FileSystemNotFound', `File system '${id}' does not exist.`, 404);
  }
  const ofFileSystem = fileSystemReplications.filter(
    ({ SourceFileSystemId, Destinations = [] }) =>
      SourceFileSystemId === id || Destinations.some(({ FileSystemId }) => FileSystemId === id),
  );
  if (ofFileSystem.length > 0) return ofFileSystem;
  throw new ServiceError('ReplicationNotFound', `Replication configuration of '${id}' does not exist.`, 404);
}
