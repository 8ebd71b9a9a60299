import type { Backup, FileSystem, OntapVolumeType } from '@aws-sdk/client-fsx';
import type { Scope } from '@backproof/core';
import { longId } from './ids.js';
import { runOf } from './moment.js';
import { arnIn, inScope, LONG_AGO, tagList, type EstateResource, type Named } from './resource.js';

/** An FSx file system, with the id that its volumes name. */
export interface EstateFileSystem extends EstateResource {
  readonly fileSystemId: string;
}

/** The form of a file system: its engine and how it is deployed. */
type Form = Pick<
  FileSystem,
  'FileSystemType' | 'LustreConfiguration' | 'WindowsConfiguration' | 'OntapConfiguration' | 'OpenZFSConfiguration'
>;

interface FileSystemOptions extends Named {
  readonly form: Form;
  /** FSx made an automatic backup on each of these days, counted back from now. */
  readonly automaticBackups?: readonly number[];
}

/** Lustre that keeps its data. Automatic backups are off. */
export const lustre: Form = {
  FileSystemType: 'LUSTRE',
  LustreConfiguration: { DeploymentType: 'PERSISTENT_2', AutomaticBackupRetentionDays: 0 },
};

/** Lustre for short work: nothing can back it up. */
export const lustreScratch: Form = { FileSystemType: 'LUSTRE', LustreConfiguration: { DeploymentType: 'SCRATCH_2' } };

/** Windows File Server over two zones, with automatic backups kept for so many days. */
export function windows(automaticBackupRetentionDays: number): Form {
  return {
    FileSystemType: 'WINDOWS',
    WindowsConfiguration: {
      DeploymentType: 'MULTI_AZ_1',
      AutomaticBackupRetentionDays: automaticBackupRetentionDays,
    },
  };
}

/** ONTAP, whose volumes are backed up one by one. */
export const ontap: Form = {
  FileSystemType: 'ONTAP',
  OntapConfiguration: { DeploymentType: 'MULTI_AZ_1', AutomaticBackupRetentionDays: 0 },
};

/** OpenZFS in one zone. Automatic backups are off. */
export const openZfs: Form = {
  FileSystemType: 'OPENZFS',
  OpenZFSConfiguration: { DeploymentType: 'SINGLE_AZ_1', AutomaticBackupRetentionDays: 0 },
};

/** A file system of FSx. One of OpenZFS brings its root volume, which is not backed up by itself. */
export function fsxFileSystem(scope: Scope, options: FileSystemOptions): EstateFileSystem {
  const { name, form, createdAt = LONG_AGO, automaticBackups = [] } = options;
  const fileSystemId = longId('fs', 'fsx', scope.accountId, scope.region, name);
  const arn = arnIn(scope, 'fsx', `file-system/${fileSystemId}`);
  const fileSystem: FileSystem = {
    OwnerId: scope.accountId,
    FileSystemId: fileSystemId,
    ResourceARN: arn,
    CreationTime: createdAt,
    Lifecycle: 'AVAILABLE',
    StorageCapacity: 1200,
    StorageType: 'SSD',
    Tags: tagList({ Name: name, ...options.tags }),
    ...form,
  };
  return {
    scope,
    arn,
    type: 'FSx',
    name,
    createdAt,
    fileSystemId,
    world: inScope(scope, {
      fsxFileSystems: [fileSystem],
      fsxVolumes: form.OpenZFSConfiguration ? [openZfsRoot(scope, fileSystemId, createdAt)] : [],
      fsxBackups: automaticBackups.map((day) => automaticBackup(scope, fileSystem, day)),
    }),
  };
}

interface OntapVolumeOptions extends Named {
  readonly on: EstateFileSystem;
  /** DP volumes follow another one by SnapMirror; LS volumes share the load of one. */
  readonly volumeType?: OntapVolumeType;
}

/** A volume of an ONTAP file system, readable and writable unless said otherwise. */
export function ontapVolume(options: OntapVolumeOptions): EstateResource {
  const { name, on, createdAt = LONG_AGO } = options;
  const { scope, fileSystemId } = on;
  const id = longId('fsvol', fileSystemId, name);
  const arn = arnIn(scope, 'fsx', `volume/${fileSystemId}/${id}`);
  const volume = {
    VolumeId: id,
    VolumeType: 'ONTAP' as const,
    FileSystemId: fileSystemId,
    ResourceARN: arn,
    Name: name,
    CreationTime: createdAt,
    Lifecycle: 'CREATED' as const,
    OntapConfiguration: { OntapVolumeType: options.volumeType ?? ('RW' as const), SizeInMegabytes: 102_400 },
    Tags: tagList({ Name: name, ...options.tags }),
  };
  return { scope, arn, type: 'FSx', name, createdAt, world: inScope(scope, { fsxVolumes: [volume] }) };
}

function openZfsRoot(scope: Scope, fileSystemId: string, createdAt: Date) {
  const id = longId('fsvol', fileSystemId, 'fsx');
  return {
    VolumeId: id,
    VolumeType: 'OPENZFS' as const,
    FileSystemId: fileSystemId,
    ResourceARN: arnIn(scope, 'fsx', `volume/${fileSystemId}/${id}`),
    Name: 'fsx',
    CreationTime: createdAt,
    Lifecycle: 'AVAILABLE' as const,
    Tags: [],
  };
}

function automaticBackup(scope: Scope, fileSystem: FileSystem, day: number): Backup {
  const id = longId('backup', 'automatic', fileSystem.FileSystemId ?? '', String(day));
  return {
    BackupId: id,
    Type: 'AUTOMATIC',
    ResourceType: 'FILE_SYSTEM',
    Lifecycle: 'AVAILABLE',
    CreationTime: runOf(day),
    ResourceARN: arnIn(scope, 'fsx', `backup/${id}`),
    FileSystem: fileSystem,
    OwnerId: scope.accountId,
    Tags: [],
  };
}
