import type { Backup, FileSystem, FSxClient } from '@aws-sdk/client-fsx';
import {
  defined,
  type FsxResource,
  type Instant,
  type NativeBackup,
  parseArn,
  type Resource,
  type Scope,
} from '@backproof/core';
import type { Page, ReadingContext } from '../collector.js';
import { required } from '../required.js';
import { automaticBackupPages, configurationOf, fileSystemPages } from './fsx-listings.js';

/**
 * The automatic backups of the FSx resources that were found, as they are set and as they really exist. File systems
 * are listed once more, for the setting: so the resources stay complete for whoever may not see backups.
 *
 * @source API DescribeFileSystems, DescribeBackups
 */
export async function* readAutomaticBackups(context: ReadingContext<FSxClient>): AsyncIterable<Page> {
  const resources = context.found('resources').filter(hasAutomaticBackups);
  if (resources.length === 0) return;

  const retentionDays = new Map<string, number>();
  for await (const fileSystems of fileSystemPages(context)) addRetentions(retentionDays, fileSystems);

  const newest = new Map<string, Instant>();
  for await (const backups of automaticBackupPages(context)) addNewest(newest, backups);

  yield { nativeBackups: resources.map((resource) => toNativeBackup(context.scope, resource, retentionDays, newest)) };
}

/**
 * ONTAP is backed up by volume, and only its read-write volumes.
 *
 * @source FSx for ONTAP User Guide, using-backups
 */
function hasAutomaticBackups(resource: Resource): resource is FsxResource {
  if (resource.type !== 'FSx') return false;
  if (resource.engine !== 'ONTAP') return true;
  return resource.form === 'volume' && resource.volumeType !== 'DP' && resource.volumeType !== 'LS';
}

/** @source API AutomaticBackupRetentionDays: 0 turns automatic backups off; absent where a deployment cannot have them */
function addRetentions(retentionDays: Map<string, number>, fileSystems: readonly FileSystem[]): void {
  for (const fileSystem of fileSystems) {
    const id = required(fileSystem.FileSystemId, 'DescribeFileSystems: FileSystemId');
    retentionDays.set(id, configurationOf(fileSystem)?.AutomaticBackupRetentionDays ?? 0);
  }
}

/** @source API Backup: that of a volume names the volume's file system too */
function addNewest(newest: Map<string, Instant>, backups: readonly Backup[]): void {
  for (const backup of backups.filter(({ Lifecycle }) => Lifecycle === 'AVAILABLE')) {
    const id = required(backup.Volume?.VolumeId ?? backup.FileSystem?.FileSystemId, 'DescribeBackups: FileSystemId');
    const createdAt = required(backup.CreationTime, 'DescribeBackups: CreationTime').getTime();
    newest.set(id, Math.max(createdAt, newest.get(id) ?? createdAt));
  }
}

/** @source Service Authorization Reference, Amazon FSx: `file-system/{FileSystemId}`, `volume/{FileSystemId}/{VolumeId}` */
function toNativeBackup(
  scope: Scope,
  { arn }: FsxResource,
  retentionDays: ReadonlyMap<string, number>,
  newest: ReadonlyMap<string, Instant>,
): NativeBackup {
  const [, fileSystemId = '', volumeId] = parseArn(arn)?.resource.split('/') ?? [];
  const retention = retentionDays.get(fileSystemId) ?? 0;
  return {
    scope,
    resourceArn: arn,
    mechanism: 'fsx-automatic-backups',
    enabled: retention > 0,
    retentionDays: retention,
    ...defined({ latestRestorableAt: newest.get(volumeId ?? fileSystemId) }),
  };
}
