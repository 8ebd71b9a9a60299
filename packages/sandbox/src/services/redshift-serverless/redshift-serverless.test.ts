import {
  ListNamespacesCommand,
  ListRecoveryPointsCommand,
  ListSnapshotsCommand,
  ListTagsForResourceCommand,
  paginateListNamespaces,
  RedshiftServerlessClient,
} from '@aws-sdk/client-redshift-serverless';
import { afterAll, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const accountId = '111111111111';
const region = 'eu-central-1';
const arn = (name: string) => `arn:aws:redshift-serverless:${region}:${accountId}:namespace/${name}`;
const hour = (hours: number) => new Date(Date.UTC(2026, 10, 22, hours));
const names = ['a', 'b', 'c'];

const redshiftNamespaces = names.map((name) => ({
  namespaceName: name,
  namespaceArn: arn(name),
  status: 'AVAILABLE' as const,
  creationDate: hour(0),
}));
const redshiftRecoveryPoints = names.map((name, hours) => ({
  recoveryPointId: `point-${name}`,
  namespaceName: name,
  namespaceArn: arn(name),
  recoveryPointCreateTime: hour(hours),
}));
const redshiftNamespaceSnapshots = names.map((name, hours) => ({
  snapshotName: `snapshot-${name}`,
  namespaceName: name,
  namespaceArn: arn(name),
  snapshotCreateTime: hour(hours),
  status: 'AVAILABLE' as const,
}));

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2026, 10, 22),
    accounts: [{ id: accountId, name: 'main' }],
    regions: [region],
    scopes: [
      {
        accountId,
        region,
        redshiftNamespaces,
        redshiftRecoveryPoints,
        redshiftNamespaceSnapshots,
        tags: { [arn('a')]: { team: 'finance' } },
      },
    ],
  },
});
afterAll(sandbox.close);

const { url: endpoint, credentials } = sandbox;
const client = new RedshiftServerlessClient({ endpoint, region, credentials, maxAttempts: 1 });

it('namespaces come in pages, each as it is in the world', async () => {
  const pages: unknown[][] = [];
  for await (const { namespaces = [] } of paginateListNamespaces({ client, pageSize: 2 }, {})) pages.push(namespaces);
  expect(pages).toEqual([redshiftNamespaces.slice(0, 2), redshiftNamespaces.slice(2)]);
});

it.each([
  ['of all namespaces', {}, ['a', 'b', 'c']],
  ['of a namespace', { namespaceArn: arn('b') }, ['b']],
  ['from a moment on', { startTime: hour(1) }, ['b', 'c']],
  ['up to a moment', { endTime: hour(1) }, ['a', 'b']],
])('recovery points and snapshots %s', async (_story, wanted, expected) => {
  const { recoveryPoints = [] } = await client.send(new ListRecoveryPointsCommand(wanted));
  expect(recoveryPoints.map(({ namespaceName }) => namespaceName)).toEqual(expected);
  const { snapshots = [] } = await client.send(new ListSnapshotsCommand(wanted));
  expect(snapshots.map(({ namespaceName }) => namespaceName)).toEqual(expected);
});

it('tags of a namespace', async () => {
  const { tags } = await client.send(new ListTagsForResourceCommand({ resourceArn: arn('a') }));
  expect(tags).toEqual([{ key: 'team', value: 'finance' }]);
  const missing = new ListTagsForResourceCommand({ resourceArn: arn('x') });
  await expect(client.send(missing)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

it.each([
  ['a page of 101', { maxResults: 101 }, 'ValidationException'],
  ['a foreign token', { nextToken: 'x' }, 'ValidationException'],
])('%s is refused', async (_story, wanted, name) => {
  await expect(client.send(new ListNamespacesCommand(wanted))).rejects.toMatchObject({ name });
});
