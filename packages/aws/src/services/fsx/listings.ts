import {
  type Backup,
  type FileSystem,
  DescribeBackupsCommand,
  DescribeFileSystemsCommand,
  DescribeVolumesCommand,
  type Volume,
} from '@aws-sdk/client-fsx';
import { required } from '../../required.js';
import type { ServiceCalls } from '../../service-calls.js';

/** File systems of all types, page by page. */
export async function* fileSystemPages({ pages }: ServiceCalls): AsyncIterable<readonly FileSystem[]> {
  for await (const page of pages(DescribeFileSystemsCommand, {})) {
    yield required(page.FileSystems, 'DescribeFileSystems: FileSystems', page);
  }
}

/** Volumes of ONTAP and OpenZFS file systems, page by page. */
export async function* volumePages({ pages }: ServiceCalls): AsyncIterable<readonly Volume[]> {
  for await (const page of pages(DescribeVolumesCommand, {})) {
    yield required(page.Volumes, 'DescribeVolumes: Volumes', page);
  }
}

/** FSx's own backups of all file systems and volumes, page by page: not AWS Backup's, which are recovery points. */
export async function* backupPages({ pages }: ServiceCalls): AsyncIterable<readonly Backup[]> {
  const input = { Filters: [{ Name: 'backup-type' as const, Values: ['AUTOMATIC', 'USER_INITIATED'] }] };
  for await (const page of pages(DescribeBackupsCommand, input)) {
    yield required(page.Backups, 'DescribeBackups: Backups', page);
  }
}

/** Each engine keeps settings of the same names in a configuration of its own. */
export function configurationOf(fileSystem: FileSystem) {
  return (
    fileSystem.LustreConfiguration ??
    fileSystem.WindowsConfiguration ??
    fileSystem.OntapConfiguration ??
    fileSystem.OpenZFSConfiguration
  );
}
