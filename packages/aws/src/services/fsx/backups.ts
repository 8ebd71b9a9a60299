import type { Backup, FileSystem } from '@aws-sdk/client-fsx';
import {
  defined,
  type FsxResource,
  type Instant,
  type NativeBackup,
  parseArn,
  type Resource,
  type Scope,
} from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required, says } from '../../required.js';
import type { Words } from '../../required.js';
import { backupPages, configurationOf, fileSystemPages } from './listings.js';
import { keepNewest, toNativeBackups } from '../newest-backups.js';
import { toInstant } from '../translate.js';

/**
 * FSx's own backups of the resources that were found: automatic ones as they are set and as they really exist, and those
 * that somebody made. File systems are listed once more, for the setting: so the resources stay complete for whoever may
 * not see backups.
 *
 * @source API DescribeFileSystems, DescribeBackups
 */
export async function* readBackups(context: ReadingContext): AsyncIterable<Page> {
  const { scope, found, translated } = context;
  const resources = found('resources').filter(canBeBackedUp);
  if (resources.length === 0) return;

  const retentionDays = new Map<string, number>();
  for await (const fileSystems of fileSystemPages(context)) {
    translated(fileSystems, 'DescribeFileSystems: FileSystemId', (each) => {
      addRetention(retentionDays, each);
    });
  }

  const arnById = new Map(resources.map(({ arn }) => [backedUpId(arn), arn]));
  const newest = { automatic: new Map<string, Instant>(), byHand: new Map<string, Instant>() };
  for await (const backups of backupPages(context)) {
    translated(backups, 'DescribeBackups: BackupId', (backup) => {
      addNewest(newest, arnById, backup);
    });
  }

  yield {
    nativeBackups: [
      ...resources.flatMap((resource) => toAutomaticBackup(scope, resource, retentionDays, newest.automatic) ?? []),
      ...toNativeBackups(scope, 'fsx-user-backups', newest.byHand),
    ],
  };
}

/**
 * ONTAP is backed up by volume, and only its read-write volumes.
 *
 * @source FSx for ONTAP User Guide, using-backups
 */
function canBeBackedUp(resource: Resource): resource is FsxResource {
  if (resource.type !== 'FSx') return false;
  if (resource.engine !== 'ONTAP') return true;
  return resource.form === 'volume' && resource.volumeType !== 'DP' && resource.volumeType !== 'LS';
}

/** @source API AutomaticBackupRetentionDays: 0 turns automatic backups off; absent of Lustre where a deployment cannot have them */
function addRetention(retentionDays: Map<string, number>, fileSystem: FileSystem): void {
  const id = required(fileSystem.FileSystemId, 'DescribeFileSystems: FileSystemId');
  const configuration = required(configurationOf(fileSystem), 'DescribeFileSystems: configuration');
  const days = configuration.AutomaticBackupRetentionDays ?? (fileSystem.LustreConfiguration && 0);
  retentionDays.set(id, required(days, 'DescribeFileSystems: AutomaticBackupRetentionDays'));
}

/** @source API (Amazon FSx) BackupLifecycle */
const RESTORABLE: Words = {
  yes: ['AVAILABLE'],
  no: ['COPYING', 'CREATING', 'DELETED', 'FAILED', 'PENDING', 'TRANSFERRING'],
};

/** @source API (Amazon FSx) BackupType */
const AUTOMATIC: Words = { yes: ['AUTOMATIC'], no: ['USER_INITIATED'] };

interface NewestByArn {
  readonly automatic: Map<string, Instant>;
  readonly byHand: Map<string, Instant>;
}

/** @source API Backup: that of a volume names the volume's file system too */
function addNewest({ automatic, byHand }: NewestByArn, arnById: ReadonlyMap<string, string>, backup: Backup): void {
  if (!says('DescribeBackups: Lifecycle', backup.Lifecycle, RESTORABLE)) return;
  const id = required(backup.Volume?.VolumeId ?? backup.FileSystem?.FileSystemId, 'DescribeBackups: FileSystemId');
  const createdAt = required(toInstant(backup.CreationTime), 'DescribeBackups: CreationTime');
  const arn = arnById.get(id);
  const isAutomatic = says('DescribeBackups: Type', backup.Type, AUTOMATIC);
  if (arn !== undefined) keepNewest(isAutomatic ? automatic : byHand, arn, createdAt);
}

/** None where the listing does not report the setting of its file system. */
function toAutomaticBackup(
  scope: Scope,
  { arn }: FsxResource,
  retentionDays: ReadonlyMap<string, number>,
  newest: ReadonlyMap<string, Instant>,
): NativeBackup | undefined {
  const retention = retentionDays.get(idsIn(arn).fileSystemId);
  if (retention === undefined) return undefined;
  return {
    scope,
    resourceArn: arn,
    mechanism: 'fsx-automatic-backups',
    enabled: retention > 0,
    retentionDays: retention,
    ...defined({ latestRestorableAt: newest.get(arn) }),
  };
}

/** The id that backups of the resource name. */
function backedUpId(arn: string): string {
  const { fileSystemId, volumeId } = idsIn(arn);
  return volumeId ?? fileSystemId;
}

/** @source Service Authorization Reference, Amazon FSx: `file-system/{FileSystemId}`, `volume/{FileSystemId}/{VolumeId}` */
function idsIn(arn: string): { readonly fileSystemId: string; readonly volumeId: string | undefined } {
  const [, fileSystemId = '', volumeId] = parseArn(arn)?.resource.split('/') ?? [];
  return { fileSystemId, volumeId };
}
