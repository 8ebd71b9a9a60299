import type { ServiceDeclaration } from '../../service/declaration.js';
import { joining, lists } from '../../service/join.js';
import type { FsxWorld } from './world.js';

/** Amazon FSx, which AWS Config does not record. */
export const fsx: ServiceDeclaration<FsxWorld> = {
  signingName: 'fsx',
  join: joining({ fsxFileSystems: lists, fsxVolumes: lists, fsxBackups: lists }),
  resources: ({ fsxFileSystems = [], fsxVolumes = [] }) => [
    ...fsxFileSystems.map(({ ResourceARN = '', Tags }) => ({ arn: ResourceARN, isListed: true, tags: Tags })),
    ...fsxVolumes.map(({ ResourceARN = '', Tags, VolumeType }) => ({
      arn: ResourceARN,
      // AWS Backup protects a file system of OpenZFS as a whole.
      isListed: VolumeType === 'ONTAP',
      tags: Tags,
    })),
  ],
  load: async () => (await import('./service.js')).service,
};
