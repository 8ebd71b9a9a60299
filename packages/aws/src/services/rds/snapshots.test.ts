import { afterEach, describe, expect, it } from '@jest/globals';
import { answer, answerDatabases, answers, arn, cluster, instance, read } from './rds.fixture.js';
import { expectAllAsked, scope } from '../reading.fixture.js';

afterEach(expectAllAsked);

const created = '2026-06-01T00:00:00Z';
const orders = instance('orders', { InstanceCreateTime: created });
const ledger = cluster('ledger', { ClusterCreateTime: created });

const snapshot = (time: string, more: object = {}) => ({
  DBSnapshotIdentifier: `before-${time}`,
  DBInstanceIdentifier: 'orders',
  SnapshotCreateTime: time,
  Status: 'available',
  ...more,
});
const clusterSnapshot = (time: string, more: object = {}) => ({
  DBClusterSnapshotIdentifier: `before-${time}`,
  DBClusterIdentifier: 'ledger',
  SnapshotCreateTime: time,
  Status: 'available',
  ...more,
});

/** The moment of the newest snapshot of each database that has one. */
async function newest(): Promise<Record<string, string>> {
  const { nativeBackups } = await read();
  return Object.fromEntries(
    nativeBackups
      .filter(({ mechanism }) => mechanism === 'rds-snapshots')
      .map(({ resourceArn, latestRestorableAt = NaN }) => [resourceArn, new Date(latestRestorableAt).toISOString()]),
  );
}

describe('snapshots that somebody took', () => {
  it('count as the newest of each database', async () => {
    answers({
      instances: [orders, instance('users')],
      clusters: [ledger],
      snapshots: [
        snapshot('2026-10-01T00:00:00Z'),
        snapshot('2026-11-01T00:00:00Z'),
        snapshot('2026-09-01T00:00:00Z'),
        snapshot('2026-08-01T00:00:00Z', { DBInstanceIdentifier: 'users' }),
      ],
      clusterSnapshots: [clusterSnapshot('2026-07-01T00:00:00Z')],
    });
    const { nativeBackups } = await read();
    const taken = (resource: string, time: string) => ({
      scope,
      resourceArn: arn(resource),
      mechanism: 'rds-snapshots',
      enabled: true,
      latestRestorableAt: Date.parse(time),
    });
    expect(nativeBackups.filter(({ mechanism }) => mechanism === 'rds-snapshots')).toEqual([
      taken('db:orders', '2026-11-01T00:00:00Z'),
      taken('db:users', '2026-08-01T00:00:00Z'),
      taken('cluster:ledger', '2026-07-01T00:00:00Z'),
    ]);
  });

  it('are read through every page', async () => {
    answerDatabases({ instances: [orders] });
    answer('DescribeDBSnapshots', undefined, { DBSnapshots: [], Marker: 'a' });
    answer('DescribeDBSnapshots', 'a', { DBSnapshots: [{ DBSnapshot: snapshot('2026-10-01T00:00:00Z') }] });
    expect(await newest()).toEqual({ [arn('db:orders')]: '2026-10-01T00:00:00.000Z' });
  });

  it.each([
    { what: 'one that is being made', fields: { Status: 'creating', SnapshotCreateTime: undefined } },
    { what: 'one of an instance that is gone', fields: { DBInstanceIdentifier: 'gone' } },
    { what: 'one of an earlier instance of the name', fields: { SnapshotCreateTime: '2026-05-31T00:00:00Z' } },
    {
      what: 'a late copy of such a one',
      fields: { OriginalSnapshotCreateTime: '2026-05-31T00:00:00Z' },
    },
    {
      what: 'a copy from another Region, where the name is another instance',
      fields: { SourceDBSnapshotIdentifier: arn('snapshot:before', 'us-east-1') },
    },
    { what: 'a copy from nobody knows where', fields: { SourceDBSnapshotIdentifier: 'before' } },
    { what: 'one of a name that only clusters have', fields: { DBInstanceIdentifier: 'ledger' } },
  ])('do not count: $what', async ({ fields }) => {
    answers({ instances: [orders], clusters: [ledger], snapshots: [snapshot('2026-10-01T00:00:00Z', fields)] });
    expect(await newest()).toEqual({});
  });

  it.each([
    { what: 'one that AWS Backup took', fields: { DBClusterSnapshotIdentifier: 'awsbackup:job-1' }, counts: false },
    {
      what: 'a copy from another account',
      fields: { SourceDBClusterSnapshotArn: 'arn:aws:rds:eu-west-1:999999999999:cluster-snapshot:before' },
      counts: false,
    },
    {
      what: 'a copy within the Region',
      fields: { SourceDBClusterSnapshotArn: arn('cluster-snapshot:before') },
      counts: true,
    },
  ])('of a cluster, $what: counts $counts', async ({ fields, counts }) => {
    answers({ clusters: [ledger], clusterSnapshots: [clusterSnapshot('2026-10-01T00:00:00Z', fields)] });
    expect(Object.keys(await newest())).toEqual(counts ? [arn('cluster:ledger')] : []);
  });

  it('are a gap in a status that AWS added later', async () => {
    answers({ instances: [orders], snapshots: [snapshot('2026-10-01T00:00:00Z', { Status: 'frozen' })] });
    await expect(read()).rejects.toThrow('DescribeDBSnapshots with Status frozen, which this version does not know');
  });

  it.each([
    { lacks: 'DBInstanceIdentifier', fields: { DBInstanceIdentifier: undefined } },
    { lacks: 'SnapshotCreateTime', fields: { SnapshotCreateTime: undefined } },
  ])('cannot be told by an answer without $lacks', async ({ lacks, fields }) => {
    answers({ instances: [orders], snapshots: [snapshot('2026-10-01T00:00:00Z', fields)] });
    await expect(read()).rejects.toThrow(`AWS answered DescribeDBSnapshots without ${lacks}`);
  });

  it.each([
    { lacks: 'DBClusterSnapshots', page: {} },
    {
      lacks: 'DBClusterIdentifier',
      page: {
        DBClusterSnapshots: [
          { DBClusterSnapshot: clusterSnapshot('2026-10-01T00:00:00Z', { DBClusterIdentifier: undefined }) },
        ],
      },
    },
  ])('of clusters cannot be told by an answer without $lacks', async ({ lacks, page }) => {
    answerDatabases({ clusters: [cluster('docs', { Engine: 'docdb' })] });
    answer('DescribeDBClusterSnapshots', undefined, page);
    await expect(read()).rejects.toThrow(`AWS answered DescribeDBClusterSnapshots without ${lacks}`);
  });
});
