import {
  DescribeCluster$,
  type DescribeClusterRequest,
  type DescribeClusterResponse,
  ListClusters$,
  type ListClustersRequest,
  type ListClustersResponse,
} from '@aws-sdk/client-eks';
import { listing } from '../../service/listing.js';
import { found } from '../../service/lookup.js';
import type { Call, Service } from '../../service/operation.js';
import { restJson } from '../../wire/rest-json.js';
import { ServiceError } from '../../wire/service-error.js';
import type { EksWorld } from './world.js';

/** Amazon EKS. */
export const service: Service<EksWorld> = {
  protocol: restJson('Code'),
  operations: [
    listing<EksWorld, ListClustersRequest, ListClustersResponse, string>(ListClusters$, {
      items: ({ scope }) => (scope.eksClusters ?? []).map(({ name = '' }) => name),
      page: 'clusters',
      paging: {
        size: 'maxResults',
        token: 'nextToken',
        next: 'nextToken',
        least: 1,
        most: 100,
        excess: 'refused',
        badSize: (size) => new ServiceError('InvalidParameterException', `Invalid maxResults: ${size}`),
        badToken: () => new ServiceError('InvalidParameterException', 'Invalid nextToken'),
      },
    }),
    { schema: DescribeCluster$, answer: describeCluster },
  ],
};

function describeCluster({ name }: DescribeClusterRequest, { scope }: Call<EksWorld>): DescribeClusterResponse {
  const missing = () => new ServiceError('ResourceNotFoundException', `No cluster found for name: ${name ?? ''}.`, 404);
  return {
    cluster: found(
      scope.eksClusters?.find((cluster) => cluster.name === name),
      missing,
    ),
  };
}
