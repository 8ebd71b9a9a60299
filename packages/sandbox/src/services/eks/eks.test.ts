import { DescribeClusterCommand, EKSClient, ListClustersCommand, paginateListClusters } from '@aws-sdk/client-eks';
import { afterAll, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const accountId = '111111111111';
const region = 'eu-central-1';
const eksClusters = ['a', 'b', 'c'].map((name) => ({
  name,
  arn: `arn:aws:eks:${region}:${accountId}:cluster/${name}`,
  status: 'ACTIVE' as const,
  createdAt: new Date(Date.UTC(2026, 0, 1)),
  tags: { team: 'platform' },
}));

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2026, 10, 22),
    accounts: [{ id: accountId, name: 'main' }],
    regions: [region],
    scopes: [{ accountId, region, eksClusters }],
  },
});
afterAll(sandbox.close);

const client = new EKSClient({ endpoint: sandbox.url, region, credentials: sandbox.credentials, maxAttempts: 1 });

it('clusters come by name, in pages', async () => {
  const pages: unknown[] = [];
  for await (const { clusters } of paginateListClusters({ client, pageSize: 2 }, {})) pages.push(clusters);
  expect(pages).toEqual([['a', 'b'], ['c']]);
});

it('a cluster is described as it is in the world', async () => {
  expect((await client.send(new DescribeClusterCommand({ name: 'b' }))).cluster).toEqual(eksClusters[1]);
});

it.each([{ maxResults: 101 }, { nextToken: 'x' }])('%o is refused', async (wanted) => {
  const error = { name: 'InvalidParameterException' };
  await expect(client.send(new ListClustersCommand(wanted))).rejects.toMatchObject(error);
});

it('an unknown cluster is missed', async () => {
  const error = { name: 'ResourceNotFoundException', message: 'No cluster found for name: x.' };
  await expect(client.send(new DescribeClusterCommand({ name: 'x' }))).rejects.toMatchObject(error);
});
