import type { ServiceDeclaration } from '../../service/declaration.js';
import { joining, lists } from '../../service/join.js';
import type { RedshiftWorld } from './world.js';

/** Amazon Redshift, whose API reports no ARN of a cluster. */
export const redshift: ServiceDeclaration<RedshiftWorld> = {
  signingName: 'redshift',
  join: joining({ redshiftClusters: lists, redshiftSnapshots: lists }),
  resources: ({ redshiftClusters = [], accountId, region }, partition) =>
    redshiftClusters.map(({ ClusterIdentifier = '', ClusterCreateTime, Tags }) => ({
      arn: `arn:${partition}:redshift:${region}:${accountId}:cluster:${ClusterIdentifier}`,
      isListed: true,
      tags: Tags,
      recorded: { resourceType: 'AWS::Redshift::Cluster', createdAt: ClusterCreateTime },
    })),
  load: async () => (await import('./service.js')).service,
};
