import {
  type Account,
  DescribeOrganization$,
  type DescribeOrganizationResponse,
  ListAccounts$,
  type ListAccountsRequest,
  type ListAccountsResponse,
} from '@aws-sdk/client-organizations';
import { awsJson } from '../../wire/aws-json.js';
import { ServiceError } from '../../wire/service-error.js';
import type { WorldOf } from '../../world/place.js';
import { listing } from '../../service/listing.js';
import type { Call, Service } from '../../service/operation.js';

/** AWS Organizations: the world is one, and its first account manages it. */
export const service: Service = {
  isGlobal: true,
  protocol: awsJson('1.1'),
  operations: [
    { schema: DescribeOrganization$, answer: describeOrganization },
    listing<object, ListAccountsRequest, ListAccountsResponse, Account>(ListAccounts$, {
      items: ({ scope, world }) => {
        if (scope.accountId !== world.accounts[0].id) throw notManagement();
        return accountsOf(world);
      },
      page: 'Accounts',
      paging: {
        size: 'MaxResults',
        token: 'NextToken',
        next: 'NextToken',
        least: 1,
        most: 20,
        excess: 'refused',
        badSize: (size) => invalid(`MaxResults must be between 1 and 20, not ${size}.`),
        badToken: () => invalid('You provided an invalid next token.'),
      },
    }),
  ],
};

const ORGANIZATION_ID = 'o-sandbox0000';

/** Every account of an organization may ask. @source API Reference of AWS Organizations, DescribeOrganization */
function describeOrganization(_input: object, { world }: Call): DescribeOrganizationResponse {
  const [{ id }] = world.accounts;
  const [{ Arn, Email } = {}] = accountsOf(world);
  return {
    Organization: {
      Id: ORGANIZATION_ID,
      Arn: `arn:${world.partition}:organizations::${id}:organization/${ORGANIZATION_ID}`,
      FeatureSet: 'ALL',
      MasterAccountId: id,
      MasterAccountArn: Arn,
      MasterAccountEmail: Email,
      AvailablePolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
    },
  };
}

function accountsOf({ accounts, partition }: WorldOf<object>): Account[] {
  return accounts.map(({ id, name }, position) => ({
    Id: id,
    Arn: `arn:${partition}:organizations::${accounts[0].id}:account/${ORGANIZATION_ID}/${id}`,
    Name: name,
    Email: `${id}@example.com`,
    State: 'ACTIVE',
    Status: 'ACTIVE',
    JoinedMethod: position === 0 ? 'INVITED' : 'CREATED',
  }));
}

function notManagement(): ServiceError {
  return new ServiceError('AccessDeniedException', "You don't have permissions to access this resource.");
}

function invalid(message: string): ServiceError {
  return new ServiceError('InvalidInputException', message);
}
