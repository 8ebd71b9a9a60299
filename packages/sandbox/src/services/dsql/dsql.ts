import type { ServiceDeclaration } from '../../service/declaration.js';
import { joining, lists } from '../../service/join.js';
import type { DsqlWorld } from './world.js';

/** Amazon Aurora DSQL, which AWS Config does not record. */
export const dsql: ServiceDeclaration<DsqlWorld> = {
  signingName: 'dsql',
  join: joining({ dsqlClusters: lists }),
  resources: ({ dsqlClusters = [] }) =>
    dsqlClusters.map(({ arn = '', tags = {} }) => ({
      arn,
      isListed: true,
      tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    })),
  load: async () => (await import('./service.js')).service,
};
