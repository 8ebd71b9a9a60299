import {
  type ClusterSummary,
  GetCluster$,
  type GetClusterInput,
  type GetClusterOutput,
  ListClusters$,
  type ListClustersInput,
  type ListClustersOutput,
} from '@aws-sdk/client-dsql';
import { listing } from '../../service/listing.js';
import { found } from '../../service/lookup.js';
import type { Call, Service } from '../../service/operation.js';
import { restJson } from '../../wire/rest-json.js';
import { ServiceError } from '../../wire/service-error.js';
import type { DsqlWorld } from './world.js';

/** Amazon Aurora DSQL. */
export const service: Service<DsqlWorld> = {
  protocol: restJson('Code'),
  operations: [
    listing<DsqlWorld, ListClustersInput, ListClustersOutput, ClusterSummary>(ListClusters$, {
      items: ({ scope }) => (scope.dsqlClusters ?? []).map(({ identifier, arn }) => ({ identifier, arn })),
      page: 'clusters',
      paging: {
        size: 'maxResults',
        token: 'nextToken',
        next: 'nextToken',
        least: 1,
        most: 100,
        excess: 'refused',
        badSize: (size) => new ServiceError('ValidationException', `Invalid max-results: ${size}`),
        badToken: () => new ServiceError('ValidationException', 'Invalid next-token'),
      },
    }),
    { schema: GetCluster$, answer: getCluster },
  ],
};

function getCluster({ identifier }: GetClusterInput, { scope }: Call<DsqlWorld>): GetClusterOutput {
  const missing = () => new ServiceError('ResourceNotFoundException', `Cluster ${identifier ?? ''} not found`, 404);
  return found(
    scope.dsqlClusters?.find((cluster) => cluster.identifier === identifier),
    missing,
  );
}
