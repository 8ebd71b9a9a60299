import { DSQLClient, GetClusterCommand, ListClustersCommand, paginateListClusters } from '@aws-sdk/client-dsql';
import { afterAll, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const accountId = '111111111111';
const region = 'eu-central-1';
const dsqlClusters = ['a', 'b', 'c'].map((identifier) => ({
  identifier,
  arn: `arn:aws:dsql:${region}:${accountId}:cluster/${identifier}`,
  status: 'ACTIVE' as const,
  creationTime: new Date(Date.UTC(2026, 0, 1)),
  deletionProtectionEnabled: true,
}));

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2026, 10, 22),
    accounts: [{ id: accountId, name: 'main' }],
    regions: [region],
    scopes: [{ accountId, region, dsqlClusters }],
  },
});
afterAll(sandbox.close);

const client = new DSQLClient({ endpoint: sandbox.url, region, credentials: sandbox.credentials, maxAttempts: 1 });

it('clusters come in pages, by identifier and ARN', async () => {
  const pages: unknown[] = [];
  for await (const { clusters } of paginateListClusters({ client, pageSize: 2 }, {})) pages.push(clusters);
  const summaries = dsqlClusters.map(({ identifier, arn }) => ({ identifier, arn }));
  expect(pages).toEqual([summaries.slice(0, 2), summaries.slice(2)]);
});

it('a cluster is got as it is in the world', async () => {
  expect(await client.send(new GetClusterCommand({ identifier: 'b' }))).toMatchObject(dsqlClusters[1] ?? {});
});

it.each([{ maxResults: 101 }, { nextToken: 'x' }])('%o is refused', async (wanted) => {
  const error = { name: 'ValidationException' };
  await expect(client.send(new ListClustersCommand(wanted))).rejects.toMatchObject(error);
});

it('an unknown cluster is missed', async () => {
  const error = { name: 'ResourceNotFoundException' };
  await expect(client.send(new GetClusterCommand({ identifier: 'x' }))).rejects.toMatchObject(error);
});
