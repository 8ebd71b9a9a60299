import { CloudFormationClient, DescribeStacksCommand, paginateDescribeStacks } from '@aws-sdk/client-cloudformation';
import { afterAll, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const accountId = '111111111111';
const region = 'eu-central-1';
const stacks = Array.from({ length: 120 }, (_, number) => ({
  StackId: `arn:aws:cloudformation:${region}:${accountId}:stack/stack-${number}/1`,
  StackName: `stack-${number}`,
  StackStatus: 'CREATE_COMPLETE' as const,
  CreationTime: new Date(Date.UTC(2026, 0, 1)),
  Tags: [{ Key: 'number', Value: `${number}` }],
}));

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2026, 10, 22),
    accounts: [{ id: accountId, name: 'main' }],
    regions: [region],
    scopes: [{ accountId, region, stacks }],
  },
});
afterAll(sandbox.close);

const { url: endpoint, credentials } = sandbox;
const client = new CloudFormationClient({ endpoint, region, credentials, maxAttempts: 1 });

it('stacks come in pages, each as it is in the world', async () => {
  const pages: unknown[][] = [];
  for await (const { Stacks = [] } of paginateDescribeStacks({ client }, {})) pages.push(Stacks);
  expect(pages.map((page) => page.length)).toEqual([100, 20]);
  expect(pages.flat()).toEqual(stacks);
});

it.each([
  ['name', stacks[7]?.StackName],
  ['id', stacks[7]?.StackId],
])('a stack by its %s', async (_story, StackName) => {
  expect((await client.send(new DescribeStacksCommand({ StackName }))).Stacks).toEqual([stacks[7]]);
});

it.each([
  [{ StackName: 'x' }, 'Stack with id x does not exist'],
  [{ NextToken: 'x' }, 'NextToken is not valid'],
])('%o is refused', async (wanted, message) => {
  const error = { name: 'ValidationError', message };
  await expect(client.send(new DescribeStacksCommand(wanted))).rejects.toMatchObject(error);
});
