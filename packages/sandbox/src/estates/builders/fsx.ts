import type {
  Backup,
  BackupType,
  FileSystem,
  FileSystemLifecycle,
  OntapVolumeType,
  VolumeLifecycle,
} from '@aws-sdk/client-fsx';
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
  /** Somebody made a backup on each of these days. */
  readonly userBackups?: readonly number[];
  /** `AVAILABLE`, unless said otherwise. */
  readonly lifecycle?: FileSystemLifecycle;
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
  const { name, form, createdAt = LONG_AGO, lifecycle = 'AVAILABLE' } = options;
  const { automaticBackups = [], userBackups = [] } = options;
  const fileSystemId = longId('fs', 'fsx', scope.accountId, scope.region, name);
  const arn = arnIn(scope, 'fsx', `file-system/${fileSystemId}`);
  const fileSystem: FileSystem = {
    OwnerId: scope.accountId,
    FileSystemId: fileSystemId,
    ResourceARN: arn,
    CreationTime: createdAt,
    Lifecycle: lifecycle,
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
      fsxBackups: [
        ...automaticBackups.map((day) => ownBackup(scope, fileSystem, 'AUTOMATIC', day)),
        ...userBackups.map((day) => ownBackup(scope, fileSystem, 'USER_INITIATED', day)),
      ],
    }),
  };
}

interface OntapVolumeOptions extends Named {
  readonly on: EstateFileSystem;
  /** DP volumes follow another one by SnapMirror; LS volumes share the load of one. */
  readonly volumeType?: OntapVolumeType;
  /** `CREATED`, which is FSx's word for a volume that is there, unless said otherwise. */
  readonly lifecycle?: VolumeLifecycle;
}

/** A volume of an ONTAP file system, readable and writable unless said otherwise. */
export function ontapVolume(options: OntapVolumeOptions): EstateResource {
  const { name, on, lifecycle = 'CREATED', createdAt = LONG_AGO } = options;
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
    Lifecycle: lifecycle,
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

type OwnBackupType = Exclude<BackupType, 'AWS_BACKUP'>;

function ownBackup(scope: Scope, fileSystem: FileSystem, type: OwnBackupType, day: number): Backup {
  const kind = type === 'AUTOMATIC' ? 'automatic' : 'user';
  const id = longId('backup', kind, fileSystem.FileSystemId ?? '', String(day));
  return {
    BackupId: id,
    Type: type,
    ResourceType: 'FILE_SYSTEM',
    Lifecycle: 'AVAILABLE',
    CreationTime: runOf(day),
    ResourceARN: arnIn(scope, 'fsx', `backup/${id}`),
    FileSystem: fileSystem,
    OwnerId: scope.accountId,
    Tags: [],
  };
}
