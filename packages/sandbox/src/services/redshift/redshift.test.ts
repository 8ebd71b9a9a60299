import {
  DescribeClustersCommand,
  DescribeClusterSnapshotsCommand,
  type DescribeClusterSnapshotsMessage,
  paginateDescribeClusters,
  RedshiftClient,
} from '@aws-sdk/client-redshift';
import { afterAll, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const accountId = '111111111111';
const region = 'eu-central-1';
const day = (age: number) => new Date(Date.UTC(2026, 10, 22 - age));

const clusters = Array.from({ length: 25 }, (_, number) => ({
  ClusterIdentifier: `cluster-${number}`,
  ClusterStatus: 'available',
  MultiAZ: 'Disabled',
  AutomatedSnapshotRetentionPeriod: 1,
  Tags: number === 3 ? [{ Key: 'team', Value: 'finance' }] : [],
}));
const snapshots = [0, 1, 2].map((age) => ({
  SnapshotIdentifier: `snapshot-${age}`,
  ClusterIdentifier: `cluster-${age % 2}`,
  SnapshotType: age === 2 ? 'manual' : 'automated',
  SnapshotCreateTime: day(age),
  Status: 'available',
}));

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2026, 10, 22),
    accounts: [{ id: accountId, name: 'main' }],
    regions: [region],
    scopes: [{ accountId, region, redshiftClusters: clusters, redshiftSnapshots: snapshots }],
  },
});
afterAll(sandbox.close);

const client = new RedshiftClient({ endpoint: sandbox.url, region, credentials: sandbox.credentials, maxAttempts: 1 });

it('clusters come in pages, each as it is in the world', async () => {
  const pages: unknown[][] = [];
  for await (const { Clusters = [] } of paginateDescribeClusters({ client, pageSize: 20 }, {})) pages.push(Clusters);
  expect(pages.map((page) => page.length)).toEqual([20, 5]);
  expect(pages.flat()).toMatchObject(clusters.map(({ Tags: _, ...cluster }) => cluster));
});

it.each([
  ['by identifier', { ClusterIdentifier: 'cluster-7' }, 'cluster-7'],
  ['by tag key', { TagKeys: ['team', 'owner'] }, 'cluster-3'],
  ['by tag value', { TagValues: ['finance'] }, 'cluster-3'],
])('a cluster %s', async (_story, wanted, id) => {
  const { Clusters } = await client.send(new DescribeClustersCommand(wanted));
  expect(Clusters).toMatchObject([{ ClusterIdentifier: id }]);
});

it.each<[string, DescribeClusterSnapshotsMessage, string[]]>([
  ['of all clusters', {}, ['snapshot-0', 'snapshot-1', 'snapshot-2']],
  ['of a cluster', { ClusterIdentifier: 'cluster-0' }, ['snapshot-0', 'snapshot-2']],
  ['of a type', { SnapshotType: 'manual' }, ['snapshot-2']],
  ['from a moment on', { StartTime: day(1) }, ['snapshot-0', 'snapshot-1']],
  ['up to a moment', { EndTime: day(1) }, ['snapshot-1', 'snapshot-2']],
  ['by identifier', { SnapshotIdentifier: 'snapshot-1' }, ['snapshot-1']],
])('snapshots %s', async (_story, wanted, expected) => {
  const { Snapshots = [] } = await client.send(new DescribeClusterSnapshotsCommand(wanted));
  expect(Snapshots.map(({ SnapshotIdentifier }) => SnapshotIdentifier)).toEqual(expected);
});

it.each([
  ['an unknown cluster', new DescribeClustersCommand({ ClusterIdentifier: 'x' }), 'ClusterNotFoundFault', 404],
  ['a small page', new DescribeClustersCommand({ MaxRecords: 1 }), 'InvalidParameterValue', 400],
  ['a foreign marker', new DescribeClustersCommand({ Marker: 'x' }), 'InvalidParameterValue', 400],
])('%s is refused', async (_story, command, name, httpStatusCode) => {
  await expect(client.send(command)).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
});

it('an unknown snapshot is missed', async () => {
  const command = new DescribeClusterSnapshotsCommand({ SnapshotIdentifier: 'x' });
  await expect(client.send(command)).rejects.toMatchObject({ name: 'ClusterSnapshotNotFoundFault' });
});
