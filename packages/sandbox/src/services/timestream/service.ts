import {
  DescribeEndpoints$,
  type DescribeEndpointsResponse,
  ListTables$,
  type ListTablesRequest,
  type ListTablesResponse,
  type Table,
} from '@aws-sdk/client-timestream-write';
import { is } from '../../service/filters.js';
import { listing } from '../../service/listing.js';
import type { Call, Service } from '../../service/operation.js';
import { awsJson } from '../../wire/aws-json.js';
import { ServiceError } from '../../wire/service-error.js';
import type { TimestreamWorld } from './world.js';

/**
 * Where a client finds the other operations: here. AWS names a host alone, to be asked by HTTPS. Where the sandbox is asked by
 * its own address it has no HTTPS, so it names the scheme too, as clients take it that follow `AWS_ENDPOINT_URL` and still
 * ask for their endpoint (botocore).
 * @source API (Amazon Timestream) DescribeEndpoints
 */
const describeEndpoints = {
  schema: DescribeEndpoints$,
  answer: (_input: object, { host }: Call<TimestreamWorld>): DescribeEndpointsResponse => ({
    Endpoints: [{ Address: host.includes(':') ? `http://${host}` : host, CachePeriodInMinutes: 1440 }],
  }),
};

/** Amazon Timestream for LiveAnalytics. */
export const service: Service<TimestreamWorld> = {
  protocol: awsJson('1.0'),
  operations: [
    describeEndpoints,
    listing<TimestreamWorld, ListTablesRequest, ListTablesResponse, Table>(ListTables$, {
      items: ({ scope }) => scope.timestreamTables ?? [],
      where: { DatabaseName: is('DatabaseName') },
      page: 'Tables',
      paging: {
        size: 'MaxResults',
        token: 'NextToken',
        next: 'NextToken',
        least: 1,
        most: 20,
        excess: 'refused',
        badSize: (size) => new ServiceError('ValidationException', `Invalid MaxResults: ${size}`),
        badToken: () => new ServiceError('ValidationException', 'Invalid NextToken'),
      },
    }),
  ],
};
