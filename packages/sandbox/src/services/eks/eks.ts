import type { ServiceDeclaration } from '../../service/declaration.js';
import { joining, lists } from '../../service/join.js';
import type { EksWorld } from './world.js';

/** Amazon EKS. */
export const eks: ServiceDeclaration<EksWorld> = {
  signingName: 'eks',
  join: joining({ eksClusters: lists }),
  resources: ({ eksClusters = [] }) =>
    eksClusters.map(({ arn = '', createdAt, tags = {} }) => ({
      arn,
      isListed: true,
      tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
      recorded: { resourceType: 'AWS::EKS::Cluster', createdAt },
    })),
  load: async () => (await import('./service.js')).service,
};
