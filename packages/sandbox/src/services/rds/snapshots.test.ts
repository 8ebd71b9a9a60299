import {
  type DBClusterSnapshot,
  type DBSnapshot,
  DescribeDBClusterSnapshotsCommand,
  DescribeDBSnapshotsCommand,
  paginateDescribeDBSnapshots,
  RDSClient,
} from '@aws-sdk/client-rds';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const accountId = '111111111111';
const region = 'eu-central-1';

const dbSnapshots: DBSnapshot[] = Array.from({ length: 25 }, (_, number) => ({
  DBSnapshotIdentifier: `snap-${number}`,
  DBInstanceIdentifier: number === 3 ? 'users' : 'orders',
  DbiResourceId: number === 4 ? 'db-FORMER' : 'db-ORDERS',
  SnapshotCreateTime: new Date(Date.UTC(2026, 0, 1 + number)),
  Engine: number === 5 ? 'mariadb' : 'postgres',
  Status: 'available',
  SnapshotType: 'manual',
}));
const others: DBSnapshot[] = [
  { DBSnapshotIdentifier: 'rds:orders-1', DBInstanceIdentifier: 'orders', SnapshotType: 'automated' },
  { DBSnapshotIdentifier: 'awsbackup:job-1', DBInstanceIdentifier: 'orders', SnapshotType: 'awsbackup' },
];
const dbClusterSnapshots: DBClusterSnapshot[] = [
  { DBClusterSnapshotIdentifier: 'c-1', DBClusterIdentifier: 'ledger', SnapshotType: 'manual', Engine: 'aurora-mysql' },
  { DBClusterSnapshotIdentifier: 'c-2', DBClusterIdentifier: 'graph', SnapshotType: 'automated', Engine: 'neptune' },
  { DBClusterSnapshotIdentifier: 'c-3', DBClusterIdentifier: 'graph', SnapshotType: 'awsbackup', Engine: 'neptune' },
];

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2026, 10, 22),
    accounts: [{ id: accountId, name: 'main' }],
    regions: [region],
    scopes: [{ accountId, region, dbSnapshots: [...dbSnapshots, ...others], dbClusterSnapshots }],
  },
});
afterAll(sandbox.close);

const client = new RDSClient({ endpoint: sandbox.url, region, credentials: sandbox.credentials, maxAttempts: 1 });

describe('snapshots of instances', () => {
  it('come in pages, each as it is in the world', async () => {
    const pages: DBSnapshot[][] = [];
    const manual = { SnapshotType: 'manual' };
    for await (const page of paginateDescribeDBSnapshots({ client, pageSize: 20 }, manual)) {
      pages.push(page.DBSnapshots ?? []);
    }
    expect(pages.map((page) => page.length)).toEqual([20, 5]);
    expect(pages.flat()).toEqual(dbSnapshots);
  });

  it.each([
    ['by identifier', { DBSnapshotIdentifier: 'snap-7' }, ['snap-7']],
    ['by ARN', { DBSnapshotIdentifier: `arn:aws:rds:${region}:${accountId}:snapshot:rds:orders-1` }, ['rds:orders-1']],
    ['of an instance', { DBInstanceIdentifier: 'users' }, ['snap-3']],
    ['of a resource id', { DbiResourceId: 'db-FORMER' }, ['snap-4']],
    ['of AWS Backup', { SnapshotType: 'awsbackup' }, ['awsbackup:job-1']],
    ['of an engine', { Filters: [{ Name: 'engine', Values: ['mariadb'] }] }, ['snap-5']],
    ['of a type', { Filters: [{ Name: 'snapshot-type', Values: ['automated'] }] }, ['rds:orders-1']],
    ['of a filtered instance', { Filters: [{ Name: 'db-instance-id', Values: ['users'] }] }, ['snap-3']],
    ['of a filtered identifier', { Filters: [{ Name: 'db-snapshot-id', Values: ['snap-9'] }] }, ['snap-9']],
  ])('%s', async (_story, wanted, expected) => {
    const { DBSnapshots = [] } = await client.send(new DescribeDBSnapshotsCommand(wanted));
    expect(DBSnapshots.map(({ DBSnapshotIdentifier }) => DBSnapshotIdentifier)).toEqual(expected);
  });

  it('are automated and manual ones when no type is asked for', async () => {
    const { DBSnapshots } = await client.send(new DescribeDBSnapshotsCommand({ MaxRecords: 100 }));
    expect(DBSnapshots).toHaveLength(26);
  });

  it.each([
    ['an unknown one', { DBSnapshotIdentifier: 'no' }, 'DBSnapshotNotFoundFault'],
    ['an unknown filter', { Filters: [{ Name: 'colour', Values: ['red'] }] }, 'InvalidParameterValue'],
  ])('%s is refused', async (_story, wanted, name) => {
    await expect(client.send(new DescribeDBSnapshotsCommand(wanted))).rejects.toMatchObject({ name });
  });
});

describe('snapshots of clusters', () => {
  it.each([
    ['without a type', {}, ['c-1', 'c-2']],
    ['by identifier', { DBClusterSnapshotIdentifier: 'c-2' }, ['c-2']],
    ['of a cluster', { DBClusterIdentifier: 'ledger' }, ['c-1']],
    ['of a type', { SnapshotType: 'awsbackup' }, ['c-3']],
    ['of an engine', { Filters: [{ Name: 'engine', Values: ['neptune'] }] }, ['c-2']],
    ['of a filtered cluster', { Filters: [{ Name: 'db-cluster-id', Values: ['graph'] }] }, ['c-2']],
    ['of a filtered identifier', { Filters: [{ Name: 'db-cluster-snapshot-id', Values: ['c-1'] }] }, ['c-1']],
  ])('%s', async (_story, wanted, expected) => {
    const { DBClusterSnapshots = [] } = await client.send(new DescribeDBClusterSnapshotsCommand(wanted));
    expect(DBClusterSnapshots.map((snapshot) => snapshot.DBClusterSnapshotIdentifier)).toEqual(expected);
  });

  it('that are not known are missed', async () => {
    const unknown = new DescribeDBClusterSnapshotsCommand({ DBClusterSnapshotIdentifier: 'no' });
    await expect(client.send(unknown)).rejects.toMatchObject({ name: 'DBClusterSnapshotNotFoundFault' });
  });
});
