import {
  DescribeFileSystems$,
  type DescribeFileSystemsRequest,
  type DescribeFileSystemsResponse,
  type FileSystemDescription,
} from '@aws-sdk/client-efs';
import { restJson } from '../wire/rest-json.js';
import { ServiceError } from '../wire/service-error.js';
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
  ],
};
