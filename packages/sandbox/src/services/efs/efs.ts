import type { ServiceDeclaration } from '../../service/declaration.js';
import { joining, lists } from '../../service/join.js';
import type { EfsWorld } from './world.js';

/** Amazon EFS. */
export const efs: ServiceDeclaration<EfsWorld> = {
  signingName: 'elasticfilesystem',
  join: joining({ fileSystems: lists, fileSystemReplications: lists }),
  resources: ({ fileSystems = [] }) =>
    fileSystems.map(({ FileSystemArn = '', CreationTime, Tags }) => ({
      arn: FileSystemArn,
      isListed: true,
      tags: Tags,
      recorded: { resourceType: 'AWS::EFS::FileSystem', createdAt: CreationTime },
    })),
  load: async () => (await import('./service.js')).service,
};
