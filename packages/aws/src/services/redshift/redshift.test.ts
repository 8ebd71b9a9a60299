import { afterEach, describe, expect, it } from '@jest/globals';
import { redshift } from './service.js';
import { queryOnce } from '../query.fixture.js';
import { expectAllAsked, pagesOf, scope } from '../reading.fixture.js';

const arn = (name: string, region = 'eu-west-1') => `arn:aws:redshift:${region}:111111111111:cluster:${name}`;
const cluster = (id: string, more: object = {}) => ({
  Cluster: {
    ClusterIdentifier: id,
    ClusterStatus: 'available',
    ClusterCreateTime: '2026-01-02T03:04:05Z',
    AutomatedSnapshotRetentionPeriod: 1,
    MultiAZ: 'Disabled',
    ...more,
  },
});
const snapshot = (id: string, time: string, more: object = {}) => ({
  Snapshot: {
    SnapshotIdentifier: `rs:${id}-${time}`,
    ClusterIdentifier: id,
    SnapshotCreateTime: time,
    SnapshotType: 'automated',
    Status: 'available',
    ...more,
  },
});

function page(operation: string, result: object, marker?: string): void {
  const input = { MaxRecords: '100', ...(marker !== undefined && { Marker: marker }) };
  queryOnce('redshift', '2012-12-01', { operation, input, result });
}

/** Reads clusters and snapshots that are listed in one page each. */
async function read(clusters: readonly object[], snapshots: readonly object[] = []) {
  page('DescribeClusters', { Clusters: clusters });
  page('DescribeClusterSnapshots', { Snapshots: snapshots });
  return pagesOf(redshift);
}

afterEach(expectAllAsked);

describe('clusters of Redshift', () => {
  it('are read through every page, an empty one with a marker among them', async () => {
    page('DescribeClusters', { Clusters: [cluster('a')], Marker: '1' });
    page('DescribeClusters', { Clusters: [], Marker: '2' }, '1');
    page('DescribeClusters', { Clusters: [cluster('b')] }, '2');
    page('DescribeClusterSnapshots', { Snapshots: [] });
    const pages = await pagesOf(redshift);
    expect(pages.map(({ resources }) => resources?.map(({ name }) => name))).toEqual([['a'], [], ['b'], undefined]);
  });

  it('are translated', async () => {
    const given = cluster('sales', { KmsKeyId: 'key-1', Tags: [{ Tag: { Key: 'team', Value: 'finance' } }] });
    const [first] = await read([given]);
    expect(first?.resources).toEqual([
      {
        type: 'Redshift',
        arn: arn('sales'),
        accountId: '111111111111',
        region: 'eu-west-1',
        name: 'sales',
        tags: { team: 'finance' },
        createdAt: Date.parse('2026-01-02T03:04:05Z'),
        state: { is: 'available', word: 'available' },
        encryptionKeyArn: 'arn:aws:kms:eu-west-1:111111111111:key/key-1',
      },
    ]);
  });

  it.each([
    ['available, prep-for-resize', 'available'],
    ['paused', 'stopped'],
    ['hardware-failure', 'failed'],
    ['creating', 'creating'],
    ['final-snapshot', 'deleting'],
    ['resizing', 'transient'],
    ['a-state-of-tomorrow', 'unknown'],
  ])('one that is %s is listed as %s', async (word, is) => {
    const [first] = await read([cluster('sales', { ClusterStatus: word })]);
    expect(first?.resources).toMatchObject([{ state: { is, word } }]);
  });

  it('say whether they make automated snapshots, and where these are copied to', async () => {
    const [first] = await read([
      cluster('off', { AutomatedSnapshotRetentionPeriod: 0 }),
      cluster('copied', { ClusterSnapshotCopyStatus: { DestinationRegion: 'eu-north-1', RetentionPeriod: 9 } }),
    ]);
    expect(first?.nativeBackups).toMatchObject([
      { resourceArn: arn('off'), mechanism: 'redshift-automated-snapshots', enabled: false, retentionDays: 0 },
      { resourceArn: arn('copied'), mechanism: 'redshift-automated-snapshots', enabled: true, retentionDays: 1 },
      {
        resourceArn: arn('copied'),
        mechanism: 'redshift-copied-snapshots',
        backupsArn: 'arn:aws:redshift:eu-north-1:111111111111:snapshot:copied/*',
        enabled: true,
        retentionDays: 9,
      },
    ]);
  });

  it.each([
    ['Enabled', [{ scope, mechanism: 'redshift-multi-az', sourceArn: arn('sales') }]],
    ['Disabled', []],
    [undefined, []],
  ])('with MultiAZ %s', async (MultiAZ, replicas) => {
    const [first] = await read([cluster('sales', { MultiAZ })]);
    expect(first?.replicas).toEqual(replicas);
  });

  it.each([
    ['without ClusterIdentifier', { ClusterIdentifier: undefined }],
    ['without AutomatedSnapshotRetentionPeriod', { AutomatedSnapshotRetentionPeriod: undefined }],
    ['without ClusterSnapshotCopyStatus.DestinationRegion', { ClusterSnapshotCopyStatus: { RetentionPeriod: 7 } }],
    ['with MultiAZ sometimes, which this version does not know', { MultiAZ: 'Sometimes' }],
  ])('an answer %s is an error', async (fault, more) => {
    page('DescribeClusters', { Clusters: [cluster('sales', more)] });
    await expect(pagesOf(redshift)).rejects.toThrow(`AWS answered DescribeClusters ${fault}`);
  });
});

describe('snapshots of Redshift', () => {
  const backups = async (...snapshots: readonly object[]) => {
    const pages = await read([cluster('sales')], snapshots);
    return pages.slice(1).flatMap(({ nativeBackups = [] }) => nativeBackups);
  };
  const newest = (mechanism: string, time: string) => ({
    scope,
    resourceArn: arn('sales'),
    mechanism,
    enabled: true,
    latestRestorableAt: Date.parse(time),
  });

  it('are one record a kind, of the newest', async () => {
    expect(
      await backups(
        snapshot('sales', '2026-11-20T05:00:00Z'),
        snapshot('sales', '2026-11-22T05:00:00Z'),
        snapshot('sales', '2026-11-03T05:00:00Z', { SnapshotType: 'manual' }),
      ),
    ).toEqual([
      newest('redshift-automated-snapshots', '2026-11-22T05:00:00Z'),
      newest('redshift-manual-snapshots', '2026-11-03T05:00:00Z'),
    ]);
  });

  it.each([
    ['of AWS Backup', { SnapshotIdentifier: 'awsbackup:job-1', SnapshotType: 'manual' }],
    ['that failed', { Status: 'failed' }],
    ['of a cluster that had the name before', { SnapshotCreateTime: '2025-12-31T00:00:00Z' }],
    ['of a cluster that is gone', { ClusterIdentifier: 'gone' }],
  ])('are not those %s', async (_story, more) => {
    expect(await backups(snapshot('sales', '2026-11-22T05:00:00Z', more))).toEqual([]);
  });

  it('that were copied from another Region belong to the cluster there', async () => {
    const SourceRegion = 'us-east-1';
    expect(
      await backups(
        snapshot('orders', '2026-11-22T05:00:00Z', { SourceRegion }),
        snapshot('orders', '2026-11-21T05:00:00Z', { SourceRegion }),
      ),
    ).toEqual([
      {
        scope,
        resourceArn: arn('orders', 'us-east-1'),
        mechanism: 'redshift-copied-snapshots',
        backupsArn: 'arn:aws:redshift:eu-west-1:111111111111:snapshot:orders/*',
        enabled: true,
        latestRestorableAt: Date.parse('2026-11-22T05:00:00Z'),
      },
    ]);
  });

  it.each([
    ['without Status', { Status: undefined }],
    ['with Status revived, which this version does not know', { Status: 'revived' }],
    ['with SnapshotType secret, which this version does not know', { SnapshotType: 'secret' }],
    ['without SnapshotCreateTime', { SnapshotCreateTime: undefined }],
  ])('an answer %s is an error', async (fault, more) => {
    await expect(backups(snapshot('sales', '2026-11-22T05:00:00Z', more))).rejects.toThrow(
      `AWS answered DescribeClusterSnapshots ${fault}`,
    );
  });
});
