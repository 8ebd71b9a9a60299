import {
  DescribeOrganizationCommand,
  ListAccountsCommand,
  OrganizationsClient,
  paginateListAccounts,
} from '@aws-sdk/client-organizations';
import { afterAll, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';
import { accessKeyIdOf } from '../../wire/credential.js';

const main = '111111111111';
const others = Array.from({ length: 24 }, (_, number) => ({ id: String(300000000000 + number), name: `m${number}` }));
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

it('every account may ask which organization it is in', async () => {
  const credentials = { accessKeyId: accessKeyIdOf('300000000001', 'ASIA'), secretAccessKey: 'x', sessionToken: 'x' };
  const inside = new OrganizationsClient({ ...settings, credentials });
  expect((await inside.send(new DescribeOrganizationCommand({}))).Organization).toMatchObject({
    Id: 'o-sandbox0000',
    FeatureSet: 'ALL',
    MasterAccountId: main,
    MasterAccountArn: `arn:aws:organizations::${main}:account/o-sandbox0000/${main}`,
  });
});

it('another account is refused', async () => {
  const credentials = { accessKeyId: accessKeyIdOf('300000000001', 'ASIA'), secretAccessKey: 'x', sessionToken: 'x' };
  const inside = new OrganizationsClient({ ...settings, credentials });
  await expect(inside.send(new ListAccountsCommand({}))).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

it.each([{ MaxResults: 21 }, { NextToken: 'x' }])('refuses %p', async (wanted) => {
  await expect(client.send(new ListAccountsCommand(wanted))).rejects.toMatchObject({ name: 'InvalidInputException' });
});
