import type { FileSystem, Volume } from '@aws-sdk/client-fsx';
import { defined, type FsxResource, type Scope } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required, UnknownWordError } from '../../required.js';
import { configurationOf, fileSystemPages, volumePages } from './listings.js';
import { fsxReplicas, multiAzIds } from './replicas.js';
import { nameTag, toInstant, toKeyArn, toState, toTags, type StateWords } from '../translate.js';

/** @source FSx for OpenZFS User Guide, using-backups: its volumes are backed up with their file system */
export async function* readResources(context: ReadingContext): AsyncIterable<Page> {
  const { scope, translated } = context;
  const multiAz = new Set<string>();
  for await (const fileSystems of fileSystemPages(context)) {
    const id = 'DescribeFileSystems: FileSystemId';
    const resources = translated(fileSystems, id, (fileSystem) => toFileSystem(scope, fileSystem));
    for (const each of multiAzIds(resources)) multiAz.add(each);
    yield { resources, replicas: fsxReplicas(scope, resources, multiAz) };
  }
  for await (const volumes of volumePages(context)) {
    const resources = translated(volumes, 'DescribeVolumes: VolumeId', (volume) => toVolume(scope, volume)).flat();
    yield { resources, replicas: fsxReplicas(scope, resources, multiAz) };
  }
}

/**
 * A misconfigured resource must be fixed before it can be used again. Both kinds of resource share their words; only
 * volumes are `PENDING` before they are created, and `CREATED` afterwards.
 *
 * @source API FileSystem.Lifecycle, Volume.Lifecycle
 */
const LIFECYCLE_STATES: StateWords = {
  available: ['AVAILABLE', 'CREATED'],
  failed: ['FAILED', 'MISCONFIGURED', 'MISCONFIGURED_UNAVAILABLE'],
  creating: ['CREATING', 'PENDING'],
  deleting: ['DELETING'],
  transient: ['UPDATING'],
};

const ENGINES = ['LUSTRE', 'WINDOWS', 'ONTAP', 'OPENZFS'] as const;
const VOLUME_TYPES = ['RW', 'DP', 'LS'] as const;

/**
 * @source API FileSystem
 * @throws UnknownWordError if AWS added the engine to these: what AWS Backup can do for it is not known
 */
function toFileSystem(scope: Scope, fileSystem: FileSystem): FsxResource {
  const type = required(fileSystem.FileSystemType, 'DescribeFileSystems: FileSystemType');
  const engine = ENGINES.find((known) => known === type);
  if (engine === undefined) throw new UnknownWordError('DescribeFileSystems: FileSystemType', type);
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
      state: toState(LIFECYCLE_STATES, fileSystem.Lifecycle),
      encryptionKeyArn: toKeyArn(scope, fileSystem.KmsKeyId),
    }),
  };
}

/** @throws UnknownWordError if AWS added the type: whether AWS Backup can back it up is not known */
function toVolumeType(word: string | undefined): FsxResource['volumeType'] {
  const type = VOLUME_TYPES.find((known) => known === word);
  if (type === undefined && word !== undefined) throw new UnknownWordError('DescribeVolumes: OntapVolumeType', word);
  return type;
}

/**
 * None of OpenZFS, whose volumes are backed up with their file system.
 *
 * @source API Volume, OntapVolumeConfiguration
 * @throws UnknownWordError if AWS added the type to ONTAP's and OpenZFS's
 */
function toVolume(scope: Scope, volume: Volume): readonly FsxResource[] {
  const type: string = required(volume.VolumeType, 'DescribeVolumes: VolumeType');
  if (type === 'OPENZFS') return [];
  if (type !== 'ONTAP') throw new UnknownWordError('DescribeVolumes: VolumeType', type);
  const tags = toTags(volume.Tags, 'DescribeVolumes');
  const resource: FsxResource = {
    type: 'FSx',
    form: 'volume',
    engine: 'ONTAP',
    arn: required(volume.ResourceARN, 'DescribeVolumes: ResourceARN'),
    accountId: scope.accountId,
    region: scope.region,
    name: nameTag(tags) ?? volume.Name ?? required(volume.VolumeId, 'DescribeVolumes: VolumeId'),
    tags,
    ...defined({
      volumeType: toVolumeType(volume.OntapConfiguration?.OntapVolumeType),
      createdAt: toInstant(volume.CreationTime),
      state: toState(LIFECYCLE_STATES, volume.Lifecycle),
    }),
  };
  return [resource];
}
