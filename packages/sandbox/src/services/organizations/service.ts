import {
  type Account,
  DescribeOrganization$,
  type DescribeOrganizationResponse,
  ListAccounts$,
  ListAccountsForParent$,
  type ListAccountsForParentRequest,
  type ListAccountsForParentResponse,
  type ListAccountsRequest,
  type ListAccountsResponse,
  ListOrganizationalUnitsForParent$,
  type ListOrganizationalUnitsForParentRequest,
  type ListOrganizationalUnitsForParentResponse,
  type OrganizationalUnit,
} from '@aws-sdk/client-organizations';
import { awsJson } from '../../wire/aws-json.js';
import { ServiceError } from '../../wire/service-error.js';
import type { WorldAccount, WorldOf } from '../../world/place.js';
import { listing, type Paging } from '../../service/listing.js';
import type { Call, Service } from '../../service/operation.js';

const ORGANIZATION_ID = 'o-sandbox0000';
const ROOT = 'r-sbox';

/** The paging of all listings. */
const paging: Paging<'MaxResults' | 'NextToken', 'NextToken'> = {
  size: 'MaxResults',
  token: 'NextToken',
  next: 'NextToken',
  least: 1,
  most: 20,
  excess: 'refused',
  badSize: (size) => invalid(`MaxResults must be between 1 and 20, not ${size}.`),
  badToken: () => invalid('You provided an invalid next token.'),
};

/** AWS Organizations: the world is one, and its first account manages it. */
export const service: Service = {
  isGlobal: true,
  protocol: awsJson('1.1'),
  operations: [
    { schema: DescribeOrganization$, answer: describeOrganization },
    listing<object, ListAccountsRequest, ListAccountsResponse, Account>(ListAccounts$, {
      items: (call) => allowed(call).accounts.map((account) => toAccount(account, call.world)),
      page: 'Accounts',
      paging,
    }),
    listing<object, ListAccountsForParentRequest, ListAccountsForParentResponse, Account>(ListAccountsForParent$, {
      items: (call, { ParentId = '' }) =>
        allowed(call, ParentId)
          .accounts.filter((account) => unitsAbove(account)[0] === ParentId)
          .map((account) => toAccount(account, call.world)),
      page: 'Accounts',
      paging,
    }),
    listing<
      object,
      ListOrganizationalUnitsForParentRequest,
      ListOrganizationalUnitsForParentResponse,
      OrganizationalUnit
    >(ListOrganizationalUnitsForParent$, {
      items: (call, { ParentId = '' }) => unitsBelow(allowed(call, ParentId), ParentId).map((Id) => ({ Id, Name: Id })),
      page: 'OrganizationalUnits',
      paging,
    }),
  ],
};

/** Every account of an organization may ask. @source API Reference of AWS Organizations, DescribeOrganization */
function describeOrganization(_input: object, { world }: Call): DescribeOrganizationResponse {
  const [{ id }] = world.accounts;
  const arn = (resource: string): string => `arn:${world.partition}:organizations::${id}:${resource}`;
  return {
    Organization: {
      Id: ORGANIZATION_ID,
      Arn: arn(`organization/${ORGANIZATION_ID}`),
      FeatureSet: 'ALL',
      MasterAccountId: id,
      MasterAccountArn: arn(`account/${ORGANIZATION_ID}/${id}`),
      MasterAccountEmail: `${id}@example.com`,
      AvailablePolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
    },
  };
}

/** The world, for a caller who may list it. */
function allowed({ scope, world }: Call, parent = ROOT): WorldOf<object> {
  const caller = world.accounts.find(({ id }) => id === scope.accountId);
  if (caller !== world.accounts[0] && caller?.isDelegatedAdministrator !== true) {
    throw new ServiceError('AccessDeniedException', "You don't have permissions to access this resource.");
  }
  if (parent !== ROOT && !world.accounts.some((account) => unitsAbove(account).includes(parent))) {
    throw new ServiceError('ParentNotFoundException', "You specified parent that doesn't exist.");
  }
  return world;
}

/** The units of an account, from the nearest to the root. */
function unitsAbove({ units = [] }: WorldAccount): readonly string[] {
  return [...units, ROOT];
}

function unitsBelow({ accounts }: WorldOf<object>, parent: string): readonly string[] {
  const below = accounts.flatMap((account) => {
    const units = unitsAbove(account);
    const at = units.indexOf(parent);
    return at > 0 ? (units[at - 1] ?? []) : [];
  });
  return [...new Set(below)];
}

function toAccount({ id, name, state = 'ACTIVE' }: WorldAccount, { accounts, partition }: WorldOf<object>): Account {
  return {
    Id: id,
    Arn: `arn:${partition}:organizations::${accounts[0].id}:account/${ORGANIZATION_ID}/${id}`,
    Name: name,
    Email: `${id}@example.com`,
    State: state,
    Status: state,
    JoinedMethod: id === accounts[0].id ? 'INVITED' : 'CREATED',
  };
}

function invalid(message: string): ServiceError {
  return new ServiceError('InvalidInputException', message);
}
