import {
  ListNamespaces$,
  type ListNamespacesRequest,
  type ListNamespacesResponse,
  ListRecoveryPoints$,
  type ListRecoveryPointsRequest,
  type ListRecoveryPointsResponse,
  ListSnapshots$,
  type ListSnapshotsRequest,
  type ListSnapshotsResponse,
  ListTagsForResource$,
  type ListTagsForResourceRequest,
  type ListTagsForResourceResponse,
  type Namespace,
  type RecoveryPoint,
  type Snapshot,
} from '@aws-sdk/client-redshift-serverless';
import { is } from '../../service/filters.js';
import { listing, type Paging } from '../../service/listing.js';
import type { Call, Service } from '../../service/operation.js';
import { tagsOf } from '../../service/tags.js';
import { awsJson } from '../../wire/aws-json.js';
import { ServiceError } from '../../wire/service-error.js';
import type { RedshiftServerlessWorld } from './world.js';

/** @source Amazon Redshift Serverless API Reference, ListNamespaces, maxResults */
const paging: Paging<'maxResults' | 'nextToken', 'nextToken'> = {
  size: 'maxResults',
  token: 'nextToken',
  next: 'nextToken',
  least: 1,
  most: 100,
  excess: 'refused',
  badSize: (size) => invalid(`maxResults must be between 1 and 100, not ${size}`),
  badToken: () => new ServiceError('ValidationException', 'The provided pagination token is invalid.'),
};

/** Amazon Redshift Serverless. */
export const service: Service<RedshiftServerlessWorld> = {
  protocol: awsJson('1.1'),
  operations: [
    listing<RedshiftServerlessWorld, ListNamespacesRequest, ListNamespacesResponse, Namespace>(ListNamespaces$, {
      items: ({ scope }) => scope.redshiftNamespaces ?? [],
      page: 'namespaces',
      paging,
    }),
    listing<RedshiftServerlessWorld, ListRecoveryPointsRequest, ListRecoveryPointsResponse, RecoveryPoint>(
      ListRecoveryPoints$,
      {
        items: ({ scope }) => scope.redshiftRecoveryPoints ?? [],
        where: {
          namespaceName: is('namespaceName'),
          namespaceArn: is('namespaceArn'),
          startTime: (from) => (point) => Number(point.recoveryPointCreateTime) >= Number(from),
          endTime: (to) => (point) => Number(point.recoveryPointCreateTime) <= Number(to),
        },
        page: 'recoveryPoints',
        paging,
      },
    ),
    listing<RedshiftServerlessWorld, ListSnapshotsRequest, ListSnapshotsResponse, Snapshot>(ListSnapshots$, {
      items: ({ scope }) => scope.redshiftNamespaceSnapshots ?? [],
      where: {
        namespaceName: is('namespaceName'),
        namespaceArn: is('namespaceArn'),
        ownerAccount: is('ownerAccount'),
        startTime: (from) => (snapshot) => Number(snapshot.snapshotCreateTime) >= Number(from),
        endTime: (to) => (snapshot) => Number(snapshot.snapshotCreateTime) <= Number(to),
      },
      page: 'snapshots',
      paging,
    }),
    { schema: ListTagsForResource$, answer: listTags },
  ],
};

function listTags(
  { resourceArn = '' }: ListTagsForResourceRequest,
  { scope }: Call<RedshiftServerlessWorld>,
): ListTagsForResourceResponse {
  const isKnown = scope.redshiftNamespaces?.some(({ namespaceArn }) => namespaceArn === resourceArn);
  if (!isKnown) throw new ServiceError('ResourceNotFoundException', `Resource ${resourceArn} not found.`);
  return { tags: tagsOf(scope, resourceArn).map(({ Key, Value }) => ({ key: Key, value: Value })) };
}

function invalid(message: string): ServiceError {
  return new ServiceError('ValidationException', message);
}
