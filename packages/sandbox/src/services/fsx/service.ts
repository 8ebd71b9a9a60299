import {
  type Backup,
  DescribeBackups$,
  type DescribeBackupsRequest,
  type DescribeBackupsResponse,
  DescribeFileSystems$,
  type DescribeFileSystemsRequest,
  type DescribeFileSystemsResponse,
  DescribeVolumes$,
  type DescribeVolumesRequest,
  type DescribeVolumesResponse,
  type FileSystem,
  type Volume,
} from '@aws-sdk/client-fsx';
import { awsJson } from '../../wire/aws-json.js';
import { ServiceError } from '../../wire/service-error.js';
import { matches, type ValuesByFilter } from '../../service/filters.js';
import { listing, type Paging } from '../../service/listing.js';
import { byIds } from '../../service/lookup.js';
import type { Service } from '../../service/operation.js';
import type { FsxWorld } from './world.js';

/** A caller may ask for any number; how many FSx gives at most is not written down. */
const paging: Paging<'MaxResults' | 'NextToken', 'NextToken'> = {
  size: 'MaxResults',
  token: 'NextToken',
  next: 'NextToken',
  least: 1,
  most: 100,
  excess: 'capped',
  badSize: (size) => new ServiceError('BadRequest', `Invalid MaxResults: ${size}`),
  badToken: () => new ServiceError('BadRequest', 'Invalid NextToken'),
};

/** @source API Filter of Amazon FSx: the names that DescribeBackups takes */
const BACKUP_FILTERS: ValuesByFilter<Backup> = {
  'file-system-id': ({ FileSystem }) => [FileSystem?.FileSystemId],
  'file-system-type': ({ FileSystem }) => [FileSystem?.FileSystemType],
  'backup-type': ({ Type }) => [Type],
  'volume-id': ({ Volume }) => [Volume?.VolumeId],
};

/** Amazon FSx. */
export const service: Service<FsxWorld> = {
  protocol: awsJson('1.1'),
  operations: [
    listing<FsxWorld, DescribeFileSystemsRequest, DescribeFileSystemsResponse, FileSystem>(DescribeFileSystems$, {
      items: ({ scope }, { FileSystemIds }) =>
        byIds(
          scope.fsxFileSystems,
          FileSystemIds,
          ({ FileSystemId }) => FileSystemId,
          (id) => new ServiceError('FileSystemNotFound', `File system '${id}' does not exist.`),
        ),
      page: 'FileSystems',
      paging,
    }),
    listing<FsxWorld, DescribeVolumesRequest, DescribeVolumesResponse, Volume>(DescribeVolumes$, {
      items: ({ scope }, { VolumeIds }) =>
        byIds(
          scope.fsxVolumes,
          VolumeIds,
          ({ VolumeId }) => VolumeId,
          (id) => new ServiceError('VolumeNotFound', `Volume '${id}' does not exist.`),
        ),
      where: {
        Filters: matches(
          {
            'file-system-id': ({ FileSystemId }) => [FileSystemId],
            'storage-virtual-machine-id': (volume) => [volume.OntapConfiguration?.StorageVirtualMachineId],
          },
          unknownFilter,
        ),
      },
      page: 'Volumes',
      paging,
    }),
    listing<FsxWorld, DescribeBackupsRequest, DescribeBackupsResponse, Backup>(DescribeBackups$, {
      items: ({ scope }, { BackupIds }) =>
        byIds(
          scope.fsxBackups,
          BackupIds,
          ({ BackupId }) => BackupId,
          (id) => new ServiceError('BackupNotFound', `Backup '${id}' does not exist.`),
        ),
      where: { Filters: matches(BACKUP_FILTERS, unknownFilter) },
      page: 'Backups',
      paging,
    }),
  ],
};

function unknownFilter(name: string): ServiceError {
  return new ServiceError('BadRequest', `Invalid filter: ${name}`);
}
