import { ListDatabases$ } from '@backproof/clients';
import type { DatabaseSummary, ListDatabasesInput, ListDatabasesOutput } from '@backproof/clients';
import { is } from '../../service/filters.js';
import { listing } from '../../service/listing.js';
import type { Service } from '../../service/operation.js';
import { restJson } from '../../wire/rest-json.js';
import { ServiceError } from '../../wire/service-error.js';
import type { SsmSapWorld } from './world.js';

/** AWS Systems Manager for SAP. */
export const service: Service<SsmSapWorld> = {
  protocol: restJson('Code'),
  operations: [
    listing<SsmSapWorld, ListDatabasesInput, ListDatabasesOutput, DatabaseSummary>(ListDatabases$, {
      items: ({ scope }) => scope.hanaDatabases ?? [],
      where: { ApplicationId: is('ApplicationId'), ComponentId: is('ComponentId') },
      page: 'Databases',
      paging: {
        size: 'MaxResults',
        token: 'NextToken',
        next: 'NextToken',
        least: 1,
        most: 50,
        excess: 'refused',
        badSize: (size) => new ServiceError('ValidationException', `Invalid MaxResults: ${size}`),
        badToken: () => new ServiceError('ValidationException', 'Invalid NextToken'),
      },
    }),
  ],
};
