import { ListRules$ } from '@backproof/clients';
import type { ListRulesInput, ListRulesOutput, RuleSummary } from '@backproof/clients';
import { is } from '../../service/filters.js';
import { listing } from '../../service/listing.js';
import type { Service } from '../../service/operation.js';
import { restJson } from '../../wire/rest-json.js';
import { ServiceError } from '../../wire/service-error.js';
import type { RecycleBinWorld } from './world.js';

/** Amazon Recycle Bin. */
export const service: Service<RecycleBinWorld> = {
  protocol: restJson('Code'),
  operations: [
    listing<RecycleBinWorld, ListRulesInput, ListRulesOutput, RuleSummary>(ListRules$, {
      items: ({ scope: { recycleBinRules = [] } }, wanted) =>
        recycleBinRules.filter(({ ResourceType }) => ResourceType === wanted.ResourceType),
      where: { LockState: is('LockState') },
      page: 'Rules',
      paging: {
        size: 'MaxResults',
        token: 'NextToken',
        next: 'NextToken',
        least: 1,
        most: 1000,
        excess: 'refused',
        badSize: (size) => new ServiceError('ValidationException', `Invalid MaxResults: ${size}`),
        badToken: () => new ServiceError('ValidationException', 'Invalid NextToken'),
      },
    }),
  ],
};
