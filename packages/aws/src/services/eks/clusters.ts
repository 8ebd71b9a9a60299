import { type Cluster, DescribeClusterCommand, ListClustersCommand } from '@aws-sdk/client-eks';
import { buildArn, defined, type EksCluster, type Scope, VANISHED } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required } from '../../required.js';
import { toInstant, toState, type StateWords } from '../translate.js';

/**
 * The clusters of EKS. Clusters elsewhere that are only connected to EKS are not listed unless they are asked for.
 *
 * @source API (Amazon EKS) ListClusters: include
 */
export async function* readClusters({
  call,
  pages,
  scope,
  forEachItem,
  translated,
}: ReadingContext): AsyncIterable<Page> {
  for await (const page of pages(ListClustersCommand, {})) {
    const listed = required(page.clusters, 'ListClusters: clusters', page);
    const names = translated(listed, 'ListClusters: clusters', String);
    const describe = async (name: string): Promise<Cluster> => {
      const answer = await call(new DescribeClusterCommand({ name }));
      return required(answer.cluster, 'DescribeCluster: cluster', answer);
    };
    const vanished = (name: string) => ({ name, arn: clusterArn(scope, name), status: VANISHED.word });
    const clusters: Described[] = [];
    for await (const { answer } of forEachItem<string, Described>(names, describe, undefined, vanished)) {
      clusters.push(answer);
    }
    yield { resources: translated(clusters, 'DescribeCluster: name', (cluster) => toCluster(scope, cluster)) };
  }
}

type Described = Pick<Cluster, 'name' | 'arn' | 'createdAt' | 'tags'> & { readonly status?: string | undefined };

/** @source API (Amazon EKS) Cluster.status */
const CLUSTER_STATES: StateWords = {
  available: ['ACTIVE'],
  failed: ['FAILED'],
  creating: ['CREATING'],
  deleting: ['DELETING', VANISHED.word],
  transient: ['PENDING', 'UPDATING'],
};

/** @source API (Amazon EKS) Cluster */
function toCluster(scope: Scope, cluster: Described): EksCluster {
  return {
    type: 'EKS',
    arn: required(cluster.arn, 'DescribeCluster: arn'),
    accountId: scope.accountId,
    region: scope.region,
    name: required(cluster.name, 'DescribeCluster: name'),
    tags: cluster.tags ?? {},
    ...defined({
      createdAt: toInstant(cluster.createdAt),
      state: toState(CLUSTER_STATES, cluster.status),
    }),
  };
}

function clusterArn(scope: Scope, name: string): string {
  return buildArn({ ...scope, service: 'eks', resource: `cluster/${name}` });
}
