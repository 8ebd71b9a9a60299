import type { ServiceDeclaration } from '../../service/declaration.js';
import { joining, lists } from '../../service/join.js';
import type { RdsWorld } from './world.js';

/** Amazon RDS and what shares its API: Aurora, DocumentDB, Neptune. */
export const rds: ServiceDeclaration<RdsWorld> = {
  signingName: 'rds',
  join: joining({
    dbInstances: lists,
    dbClusters: lists,
    dbInstanceAutomatedBackups: lists,
    dbSnapshots: lists,
    dbClusterSnapshots: lists,
    globalClusters: lists,
  }),
  resources: ({ dbInstances = [], dbClusters = [], globalClusters = [] }) => [
    ...dbInstances.map(({ DBInstanceArn = '', InstanceCreateTime, TagList }) => ({
      arn: DBInstanceArn,
      isListed: true,
      tags: TagList,
      recorded: { resourceType: 'AWS::RDS::DBInstance' as const, createdAt: InstanceCreateTime },
    })),
    ...dbClusters.map(({ DBClusterArn = '', ClusterCreateTime, TagList }) => ({
      arn: DBClusterArn,
      isListed: true,
      tags: TagList,
      recorded: { resourceType: 'AWS::RDS::DBCluster' as const, createdAt: ClusterCreateTime },
    })),
    ...globalClusters.map(({ GlobalClusterArn = '', TagList }) => ({
      arn: GlobalClusterArn,
      isListed: false,
      tags: TagList,
    })),
  ],
  load: async () => (await import('./service.js')).service,
};
