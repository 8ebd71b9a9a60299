import {
  ListTables$,
  type ListTablesRequest,
  type ListTablesResponse,
  type Table,
} from '@aws-sdk/client-timestream-write';
import { is } from '../../service/filters.js';
import { listing } from '../../service/listing.js';
import type { Service } from '../../service/operation.js';
import { awsJson } from '../../wire/aws-json.js';
import { ServiceError } from '../../wire/service-error.js';
import type { TimestreamWorld } from './world.js';

/** Amazon Timestream for LiveAnalytics. Clients that were given an endpoint ask for no other one. */
export const service: Service<TimestreamWorld> = {
  protocol: awsJson('1.0'),
  operations: [
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
