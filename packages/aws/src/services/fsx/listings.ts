import {
  type Backup,
  type FileSystem,
  type FSxClient,
  paginateDescribeBackups,
  paginateDescribeFileSystems,
  paginateDescribeVolumes,
  type Volume,
} from '@aws-sdk/client-fsx';
import type { Operation, ReadingContext } from '../../collector.js';
import { required } from '../../required.js';

type Context = Pick<ReadingContext<FSxClient>, 'client' | 'signal'>;

/**
 * The operations of Amazon FSx. FSx documents no maximum page size and answers with fewer where its own limit is lower.
 */
export const operations = {
  DescribeFileSystems: { iam: 'fsx:DescribeFileSystems', pageSize: 1000 },
  DescribeVolumes: { iam: 'fsx:DescribeVolumes', pageSize: 1000 },
  DescribeBackups: { iam: 'fsx:DescribeBackups', pageSize: 1000 },
} satisfies Record<string, Operation>;

/** File systems of all types, page by page. */
export async function* fileSystemPages({ client, signal }: Context): AsyncIterable<readonly FileSystem[]> {
  const { pageSize } = operations.DescribeFileSystems;
  for await (const page of paginateDescribeFileSystems({ client, pageSize }, {}, { abortSignal: signal })) {
    yield required(page.FileSystems, 'DescribeFileSystems: FileSystems', page);
  }
}

/** Volumes of ONTAP and OpenZFS file systems, page by page. */
export async function* volumePages({ client, signal }: Context): AsyncIterable<readonly Volume[]> {
  const { pageSize } = operations.DescribeVolumes;
  for await (const page of paginateDescribeVolumes({ client, pageSize }, {}, { abortSignal: signal })) {
    yield required(page.Volumes, 'DescribeVolumes: Volumes', page);
  }
}

/** FSx's own backups of all file systems and volumes, page by page: not AWS Backup's, which are recovery points. */
export async function* backupPages({ client, signal }: Context): AsyncIterable<readonly Backup[]> {
  const { pageSize } = operations.DescribeBackups;
  const input = { Filters: [{ Name: 'backup-type' as const, Values: ['AUTOMATIC', 'USER_INITIATED'] }] };
  for await (const page of paginateDescribeBackups({ client, pageSize }, input, { abortSignal: signal })) {
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
