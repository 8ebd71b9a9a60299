import {
  DescribeOrganizationCommand,
  ListAccountsCommand,
  ListAccountsForParentCommand,
  ListOrganizationalUnitsForParentCommand,
  OrganizationsClient,
  paginateListAccounts,
} from '@aws-sdk/client-organizations';
import { afterAll, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';
import { accessKeyIdOf } from '../../wire/credential.js';

const main = '111111111111';
const others = Array.from({ length: 24 }, (_, number) => ({
  id: String(300000000000 + number),
  name: `m${number}`,
  ...(number === 0 && { state: 'SUSPENDED' as const, units: ['ou-a-prod', 'ou-a-work'] }),
  ...(number === 1 && { units: ['ou-a-work'], isDelegatedAdministrator: true as const }),
}));
const region = 'eu-central-1';

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2020, 0, 1),
    accounts: [{ id: main, name: 'main' }, ...others],
    regions: [region],
    scopes: [],
  },
});
afterAll(sandbox.close);

const settings = { endpoint: sandbox.url, region, maxAttempts: 1 };
const client = new OrganizationsClient({ ...settings, credentials: sandbox.credentials });

it('the management account lists all accounts, twenty a page', async () => {
  const pages: (string | undefined)[][] = [];
  for await (const { Accounts = [] } of paginateListAccounts({ client }, {})) pages.push(Accounts.map(({ Id }) => Id));
  expect(pages.map((page) => page.length)).toEqual([20, 5]);
  expect(pages.flat()).toEqual([main, ...others.map(({ id }) => id)]);
});

const inside = (account: string): OrganizationsClient =>
  new OrganizationsClient({
    ...settings,
    credentials: { accessKeyId: accessKeyIdOf(account, 'ASIA'), secretAccessKey: 'x', sessionToken: 'x' },
  });

it('another account is refused, unless it is a delegated administrator', async () => {
  const listed = (account: string) => inside(account).send(new ListAccountsCommand({}));
  await expect(listed('300000000002')).rejects.toMatchObject({ name: 'AccessDeniedException' });
  expect((await listed('300000000001')).Accounts?.[1]).toMatchObject({ Id: '300000000000', State: 'SUSPENDED' });
});

it('every account may ask which organization it is in', async () => {
  const { Organization } = await inside('300000000002').send(new DescribeOrganizationCommand({}));
  expect(Organization).toMatchObject({
    Id: 'o-sandbox0000',
    FeatureSet: 'ALL',
    MasterAccountId: main,
    MasterAccountArn: `arn:aws:organizations::${main}:account/o-sandbox0000/${main}`,
  });
});

it('a unit has its own accounts and the units below it', async () => {
  const below = async (ParentId: string) => {
    const { Accounts = [] } = await client.send(new ListAccountsForParentCommand({ ParentId }));
    const units = await client.send(new ListOrganizationalUnitsForParentCommand({ ParentId }));
    return [Accounts.map(({ Name }) => Name), units.OrganizationalUnits?.map(({ Id }) => Id)];
  };
  expect(await below('ou-a-work')).toEqual([['m1'], ['ou-a-prod']]);
  expect(await below('ou-a-prod')).toEqual([['m0'], []]);
  expect((await below('r-sbox'))[1]).toEqual(['ou-a-work']);
  await expect(below('ou-a-none')).rejects.toMatchObject({ name: 'ParentNotFoundException' });
});

it.each([{ MaxResults: 21 }, { NextToken: 'x' }])('refuses %p', async (wanted) => {
  await expect(client.send(new ListAccountsCommand(wanted))).rejects.toMatchObject({ name: 'InvalidInputException' });
});
