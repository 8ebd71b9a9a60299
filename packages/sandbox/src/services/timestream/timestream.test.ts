import {
  DescribeEndpointsCommand,
  ListTablesCommand,
  paginateListTables,
  TimestreamWriteClient,
} from '@aws-sdk/client-timestream-write';
import { afterAll, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const accountId = '111111111111';
const region = 'eu-central-1';
const timestreamTables = ['a', 'b', 'c'].map((TableName) => ({
  Arn: `arn:aws:timestream:${region}:${accountId}:database/metrics/table/${TableName}`,
  TableName,
  DatabaseName: TableName === 'c' ? 'prices' : 'metrics',
  TableStatus: 'ACTIVE' as const,
  CreationTime: new Date(Date.UTC(2026, 0, 1)),
}));

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2026, 10, 22),
    accounts: [{ id: accountId, name: 'main' }],
    regions: [region],
    scopes: [{ accountId, region, timestreamTables }],
  },
});
afterAll(sandbox.close);

const { url: endpoint, credentials } = sandbox;
const client = new TimestreamWriteClient({ endpoint, region, credentials, maxAttempts: 1 });

it('tables of all databases come in pages, each as it is in the world', async () => {
  const pages: unknown[] = [];
  for await (const { Tables } of paginateListTables({ client, pageSize: 2 }, {})) pages.push(Tables);
  expect(pages).toEqual([timestreamTables.slice(0, 2), timestreamTables.slice(2)]);
});

it('tables of a database', async () => {
  const { Tables } = await client.send(new ListTablesCommand({ DatabaseName: 'prices' }));
  expect(Tables).toEqual(timestreamTables.slice(2));
});

it.each([{ MaxResults: 21 }, { NextToken: 'x' }])('%o is refused', async (wanted) => {
  const error = { name: 'ValidationException' };
  await expect(client.send(new ListTablesCommand(wanted))).rejects.toMatchObject(error);
});

it('a client that asks for its endpoint stays here', async () => {
  const { Endpoints } = await client.send(new DescribeEndpointsCommand({}));
  expect(Endpoints).toEqual([{ Address: endpoint, CachePeriodInMinutes: 1440 }]);
});
