import { ListDatabasesCommand, SsmSapClient } from '@backproof/clients';
import { afterAll, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const accountId = '111111111111';
const region = 'eu-central-1';
const hanaDatabases = ['SYSTEMDB', 'HDB', 'QAS'].map((DatabaseId) => ({
  ApplicationId: DatabaseId === 'QAS' ? 'qas' : 'erp',
  ComponentId: 'HDB-HDB00',
  DatabaseId,
  DatabaseType: DatabaseId === 'SYSTEMDB' ? 'SYSTEM' : 'TENANT',
  Arn: `arn:aws:ssm-sap:${region}:${accountId}:HANA/erp/DB/${DatabaseId}`,
  Tags: { backup: 'daily' },
}));

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2026, 10, 22),
    accounts: [{ id: accountId, name: 'main' }],
    regions: [region],
    scopes: [{ accountId, region, hanaDatabases }],
  },
});
afterAll(sandbox.close);

const client = new SsmSapClient({ endpoint: sandbox.url, region, credentials: sandbox.credentials, maxAttempts: 1 });

it('databases come in pages, with their tags', async () => {
  const { Databases, NextToken } = await client.send(new ListDatabasesCommand({ MaxResults: 2 }));
  const rest = await client.send(new ListDatabasesCommand({ MaxResults: 2, NextToken }));
  expect([Databases, rest.Databases, rest.NextToken]).toEqual([
    hanaDatabases.slice(0, 2),
    hanaDatabases.slice(2),
    undefined,
  ]);
});

it('those of one application are listed alone', async () => {
  const { Databases } = await client.send(new ListDatabasesCommand({ ApplicationId: 'qas' }));
  expect(Databases).toEqual(hanaDatabases.slice(2));
});

it.each([{ MaxResults: 51 }, { NextToken: 'x' }])('%o is refused', async (wanted) => {
  const error = { name: 'ValidationException' };
  await expect(client.send(new ListDatabasesCommand(wanted))).rejects.toMatchObject(error);
});
