import type { FileSystem, FSxClient, Volume } from '@aws-sdk/client-fsx';
import { defined, type FsxResource, type Scope } from '@backproof/core';
import { defineCollector, type Page, type ReadingContext } from '../collector.js';
import { required } from '../required.js';
import { readBackups } from './fsx-backups.js';
import { configurationOf, fileSystemPages, operations, volumePages } from './fsx-listings.js';
import { fsxReplicas, multiAzIds } from './fsx-replicas.js';
import { nameTag, toInstant, toKeyArn, toTags } from './translate.js';

/**
 * Amazon FSx: file systems of all four types, ONTAP volumes, and FSx's own backups and replicas of both.
 *
 * @source API DescribeFileSystems, DescribeVolumes, DescribeBackups
 */
export const fsx = defineCollector({
  service: 'fsx',
  operations,
  readings: [
    {
      yields: [
        { kind: 'resources', of: 'FSx' },
        { kind: 'replicas', of: 'FSx' },
      ],
      read: readResources,
    },
    { yields: [{ kind: 'nativeBackups', of: 'FSx' }], after: ['resources'], read: readBackups },
  ],
});

/** @source FSx for OpenZFS User Guide, using-backups: its volumes are backed up with their file system */
async function* readResources(context: ReadingContext<FSxClient>): AsyncIterable<Page> {
  const { scope } = context;
  const multiAz = new Set<string>();
  for await (const fileSystems of fileSystemPages(context)) {
    const resources = fileSystems.flatMap((fileSystem) => toFileSystem(scope, fileSystem) ?? []);
    for (const id of multiAzIds(resources)) multiAz.add(id);
    yield { resources, replicas: fsxReplicas(scope, resources, multiAz) };
  }
  for await (const volumes of volumePages(context)) {
    const ontap = volumes.filter((volume) => volume.VolumeType === 'ONTAP' && !holdsNoData(volume));
    const resources = ontap.map((volume) => toVolume(scope, volume));
    yield { resources, replicas: fsxReplicas(scope, resources, multiAz) };
  }
}

/**
 * Not there yet, or not any more. What is MISCONFIGURED can recover, and holds data.
 *
 * @source API FileSystem.Lifecycle, Volume.Lifecycle
 */
function holdsNoData({ Lifecycle }: FileSystem | Volume): boolean {
  return Lifecycle === 'PENDING' || Lifecycle === 'CREATING' || Lifecycle === 'DELETING' || Lifecycle === 'FAILED';
}

const ENGINES = ['LUSTRE', 'WINDOWS', 'ONTAP', 'OPENZFS'] as const;
const VOLUME_TYPES = ['RW', 'DP', 'LS'] as const;

/**
 * Nothing for an engine that AWS adds to these: what AWS Backup can do for it is not known.
 *
 * @source API FileSystem
 */
function toFileSystem(scope: Scope, fileSystem: FileSystem): FsxResource | undefined {
  const engine = ENGINES.find((known) => known === fileSystem.FileSystemType);
  if (!engine || holdsNoData(fileSystem)) return undefined;
  const tags = toTags(fileSystem.Tags, 'DescribeFileSystems');
  return {
    type: 'FSx',
    form: 'fileSystem',
    engine,
    arn: required(fileSystem.ResourceARN, 'DescribeFileSystems: ResourceARN'),
    accountId: scope.accountId,
    region: scope.region,
    name: nameTag(tags) ?? required(fileSystem.FileSystemId, 'DescribeFileSystems: FileSystemId'),
    tags,
    ...defined({
      deployment: configurationOf(fileSystem)?.DeploymentType,
      createdAt: toInstant(fileSystem.CreationTime),
      encryptionKeyArn: toKeyArn(scope, fileSystem.KmsKeyId),
    }),
  };
}

/** @source API Volume, OntapVolumeConfiguration */
function toVolume(scope: Scope, volume: Volume): FsxResource {
  const tags = toTags(volume.Tags, 'DescribeVolumes');
  return {
    type: 'FSx',
    form: 'volume',
    engine: 'ONTAP',
    arn: required(volume.ResourceARN, 'DescribeVolumes: ResourceARN'),
    accountId: scope.accountId,
    region: scope.region,
    name: nameTag(tags) ?? volume.Name ?? required(volume.VolumeId, 'DescribeVolumes: VolumeId'),
    tags,
    ...defined({
      volumeType: VOLUME_TYPES.find((known) => known === volume.OntapConfiguration?.OntapVolumeType),
      createdAt: toInstant(volume.CreationTime),
    }),
  };
}
