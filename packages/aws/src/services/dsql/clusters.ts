import {
  type ClusterSummary,
  GetClusterCommand,
  type GetClusterOutput,
  ListClustersCommand,
} from '@aws-sdk/client-dsql';
import { defined, type DsqlCluster, type Replica, type Scope, VANISHED } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required } from '../../required.js';
import { nameTag, toInstant, toKeyArn, toState, type StateWords } from '../translate.js';

/** The clusters of Aurora DSQL, and the clusters of other Regions that each forms one with. @source API (Amazon Aurora DSQL) GetCluster */
export async function* readClusters({
  call,
  pages,
  scope,
  forEachItem,
  translated,
}: ReadingContext): AsyncIterable<Page> {
  for await (const page of pages(ListClustersCommand, {})) {
    const listed = required(page.clusters, 'ListClusters: clusters', page);
    const ask = ({ identifier }: ClusterSummary): Promise<Described> => call(new GetClusterCommand({ identifier }));
    const vanished = (summary: ClusterSummary): Described => ({ ...summary, status: VANISHED.word });
    const clusters: Described[] = [];
    for await (const { answer } of forEachItem(listed, ask, undefined, vanished)) clusters.push(answer);
    // A cluster whose peers are not understood is not understood itself: it would be judged as if it had none.
    const read = translated(clusters, 'GetCluster: identifier', (cluster) => ({
      resource: toCluster(scope, cluster),
      replicas: toReplicas(scope, cluster),
    }));
    yield { resources: read.map(({ resource }) => resource), replicas: read.flatMap(({ replicas }) => replicas) };
  }
}

type Described = Partial<
  Pick<GetClusterOutput, 'creationTime' | 'tags' | 'multiRegionProperties' | 'encryptionDetails'>
> & {
  readonly identifier: string | undefined;
  readonly arn: string | undefined;
  readonly status: string | undefined;
};

/**
 * A cluster that is idle or inactive has scaled down, and keeps its data.
 *
 * @source Amazon Aurora DSQL User Guide, understanding-cluster-statuses; API (Amazon Aurora DSQL) GetClusterOutput.status
 */
const CLUSTER_STATES: StateWords = {
  available: ['ACTIVE', 'IDLE', 'INACTIVE'],
  failed: ['FAILED'],
  creating: ['CREATING', 'PENDING_SETUP'],
  deleting: ['DELETED', 'DELETING', 'PENDING_DELETE', VANISHED.word],
  transient: ['UPDATING'],
};

/** @source API (Amazon Aurora DSQL) GetClusterOutput */
function toCluster(scope: Scope, cluster: Described): DsqlCluster {
  const tags = cluster.tags ?? {};
  return {
    type: 'DSQL',
    arn: required(cluster.arn, 'GetCluster: arn'),
    accountId: scope.accountId,
    region: scope.region,
    name: nameTag(tags) ?? required(cluster.identifier, 'GetCluster: identifier'),
    tags,
    ...defined({
      createdAt: toInstant(cluster.creationTime),
      state: toState(CLUSTER_STATES, cluster.status),
      encryptionKeyArn: toKeyArn(scope, cluster.encryptionDetails?.kmsKeyArn),
    }),
  };
}

/** The clusters of a multi-Region cluster all take writes, so each is a source of the others. */
function toReplicas(scope: Scope, { arn: own, multiRegionProperties }: Described): readonly Replica[] {
  const arn = required(own, 'GetCluster: arn');
  const others = (multiRegionProperties?.clusters ?? []).filter((other) => other !== arn);
  const shared = { scope, mechanism: 'dsql-multi-region' } as const;
  return others.flatMap((other) => [
    { ...shared, sourceArn: arn, replicaArn: other },
    { ...shared, sourceArn: other, replicaArn: arn },
  ]);
}
