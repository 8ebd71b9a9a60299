import type { ServiceDeclaration } from '../../service/declaration.js';
import { joining, lists } from '../../service/join.js';
import type { CloudFormationWorld } from './world.js';

/** AWS CloudFormation. */
export const cloudformation: ServiceDeclaration<CloudFormationWorld> = {
  signingName: 'cloudformation',
  join: joining({ stacks: lists }),
  resources: ({ stacks = [] }) =>
    stacks.map(({ StackId = '', CreationTime, Tags }) => ({
      arn: StackId,
      isListed: true,
      tags: Tags,
      recorded: { resourceType: 'AWS::CloudFormation::Stack', createdAt: CreationTime },
    })),
  load: async () => (await import('./service.js')).service,
};
