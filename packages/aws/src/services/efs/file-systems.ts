import { type FileSystemDescription, DescribeFileSystemsCommand } from '@aws-sdk/client-efs';
import { defined, type EfsFileSystem, type Scope } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required } from '../../required.js';
import { nameTag, toInstant, toState, toTags, type StateWords } from '../translate.js';

/**
 * Amazon EFS: file systems with their tags, and where they replicate to. Their automatic backups are a plan of AWS Backup, and found there.
 *
 * @source API DescribeFileSystems; Amazon EFS User Guide, awsbackup
 */
export async function* readFileSystems({ pages, scope, translated }: ReadingContext): AsyncIterable<Page> {
  for await (const page of pages(DescribeFileSystemsCommand, {})) {
    const fileSystems = required(page.FileSystems, 'DescribeFileSystems: FileSystems', page);
    const id = 'DescribeFileSystems: FileSystemId';
    yield { resources: translated(fileSystems, id, (fileSystem) => toFileSystem(scope, fileSystem)) };
  }
}

/** @source API FileSystemDescription.LifeCycleState */
const FILE_SYSTEM_STATES: StateWords = {
  available: ['available'],
  failed: ['error'],
  creating: ['creating'],
  deleting: ['deleting', 'deleted'],
  transient: ['updating'],
};

/** @source API FileSystemDescription */
function toFileSystem(scope: Scope, fileSystem: FileSystemDescription): EfsFileSystem {
  const tags = toTags(required(fileSystem.Tags, 'DescribeFileSystems: Tags'), 'DescribeFileSystems');
  return {
    type: 'EFS',
    arn: required(fileSystem.FileSystemArn, 'DescribeFileSystems: FileSystemArn'),
    accountId: scope.accountId,
    region: scope.region,
    name: nameTag(tags) ?? required(fileSystem.FileSystemId, 'DescribeFileSystems: FileSystemId'),
    tags,
    ...defined({
      createdAt: toInstant(fileSystem.CreationTime),
      state: toState(FILE_SYSTEM_STATES, fileSystem.LifeCycleState),
    }),
  };
}
