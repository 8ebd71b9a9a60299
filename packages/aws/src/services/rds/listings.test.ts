import { afterEach, describe, expect, it } from '@jest/globals';
import nock from '../../nock.fixture.js';
import { toCluster } from './databases.js';
import { answer, answerDatabases, answers, arn, cluster, instance, read } from './rds.fixture.js';
import { expectAllAsked, scope } from '../reading.fixture.js';

afterEach(expectAllAsked);

describe('the RDS API', () => {
  it('is read through every page, empty ones with a token among them', async () => {
    answer('DescribeDBInstances', undefined, { DBInstances: [{ DBInstance: instance('orders') }], Marker: 'a' });
    answer('DescribeDBInstances', 'a', { DBInstances: [], Marker: 'b' });
    answer('DescribeDBInstances', 'b', { DBInstances: [{ DBInstance: instance('users') }] });
    answer('DescribeDBClusters', undefined, { DBClusters: [], Marker: 'c' });
    answer('DescribeDBClusters', 'c', { DBClusters: [{ DBCluster: cluster('ledger') }] });
    answer('DescribeDBInstanceAutomatedBackups', undefined, { DBInstanceAutomatedBackups: [], Marker: 'g' });
    answer('DescribeDBInstanceAutomatedBackups', 'g', { DBInstanceAutomatedBackups: [] });
    answer('DescribeGlobalClusters', undefined, { GlobalClusters: [], Marker: 'd' });
    answer('DescribeGlobalClusters', 'd', { GlobalClusters: [] });
    answer('DescribeDBSnapshots', undefined, { DBSnapshots: [], Marker: 'e' });
    answer('DescribeDBSnapshots', 'e', { DBSnapshots: [] });
    answer('DescribeDBClusterSnapshots', undefined, { DBClusterSnapshots: [], Marker: 'f' });
    answer('DescribeDBClusterSnapshots', 'f', { DBClusterSnapshots: [] });

    const { resources } = await read();
    expect(resources.map(({ name }) => name)).toEqual(['orders', 'users', 'ledger']);
  });

  it('may have nothing: then nobody asks for snapshots and global databases', async () => {
    answerDatabases({});
    expect(await read()).toEqual({ resources: [], nativeBackups: [], replicas: [] });
  });

  it('is not believed to have nothing by an answer that is no list', async () => {
    nock('https://rds.eu-west-1.amazonaws.com').post('/').reply(200, '<html><body>Sign in</body></html>');
    await expect(read()).rejects.toThrow('AWS answered DescribeDBInstances without DBInstances');
  });

  it.each([
    { field: 'DBInstanceArn', fields: { DBInstanceArn: undefined } },
    { field: 'Engine', fields: { Engine: undefined } },
    { field: 'BackupRetentionPeriod', fields: { BackupRetentionPeriod: undefined } },
  ])('that tells an instance without $field is an error', async ({ field, fields }) => {
    answer('DescribeDBInstances', undefined, { DBInstances: [{ DBInstance: instance('orders', fields) }] });
    await expect(read()).rejects.toThrow(`AWS answered DescribeDBInstances without ${field}`);
  });
});

describe('databases', () => {
  it('are translated with their tags', async () => {
    const KmsKeyId = 'arn:aws:kms:eu-west-1:111111111111:key/1';
    const tags = [{ Tag: { Key: 'Environment', Value: 'production' } }];
    answers({
      instances: [instance('orders', { InstanceCreateTime: '2026-01-02T03:04:05.678Z', KmsKeyId, TagList: tags })],
      clusters: [cluster('ledger', { ClusterCreateTime: '2026-02-03T04:05:06Z', KmsKeyId, TagList: tags })],
    });
    const common = {
      accountId: '111111111111',
      region: 'eu-west-1',
      tags: { Environment: 'production' },
      encryptionKeyArn: KmsKeyId,
    };
    expect((await read()).resources).toEqual([
      {
        ...common,
        type: 'RDS',
        form: 'instance',
        engine: 'postgres',
        arn: arn('db:orders'),
        name: 'orders',
        createdAt: Date.parse('2026-01-02T03:04:05.678Z'),
        state: { is: 'available', word: 'available' },
      },
      {
        ...common,
        type: 'Aurora',
        form: 'cluster',
        engine: 'aurora-postgresql',
        arn: arn('cluster:ledger'),
        name: 'ledger',
        createdAt: Date.parse('2026-02-03T04:05:06Z'),
        state: { is: 'available', word: 'available' },
      },
    ]);
  });

  it.each([
    { engine: 'postgres', type: 'RDS' },
    { engine: 'mysql', type: 'RDS' },
    { engine: 'aurora', type: 'Aurora' },
    { engine: 'aurora-mysql', type: 'Aurora' },
    { engine: 'docdb', type: 'DocumentDB' },
    { engine: 'neptune', type: 'Neptune' },
  ])('of engine $engine are $type, and listed once', async ({ engine, type }) => {
    answers({
      instances: [instance('orders-1', { Engine: engine, DBClusterIdentifier: 'orders' })],
      clusters: [cluster('orders', { Engine: engine })],
    });
    const { resources, nativeBackups } = await read();
    expect(resources).toMatchObject([
      { type, engine, form: 'clusterMember', clusterArn: arn('cluster:orders') },
      { type, engine, form: 'cluster', arn: arn('cluster:orders') },
    ]);
    expect(nativeBackups.map(({ resourceArn }) => resourceArn)).toEqual([arn('cluster:orders')]);
  });

  it.each(['custom-oracle-ee', 'engine-of-tomorrow'])('of engine %s are RDS', async (engine) => {
    answers({ instances: [instance('orders-1', { Engine: engine })] });
    expect((await read()).resources).toMatchObject([{ type: 'RDS', engine, form: 'instance' }]);
  });

  it('of an engine whose clusters AWS added later are not known', () => {
    const added = cluster('orders', { Engine: 'engine-of-tomorrow' });
    expect(() => toCluster(scope, added)).toThrow('with Engine engine-of-tomorrow, which this version');
  });

  it.each([
    ['creating', 'creating'],
    ['deleting', 'deleting'],
    ['delete-precheck', 'deleting'],
    ['failed', 'failed'],
    ['storage-full', 'failed'],
    ['inaccessible-encryption-credentials-recoverable', 'failed'],
    ['incompatible-restore', 'failed'],
    ['backing-up', 'transient'],
    ['starting', 'transient'],
    ['status-of-tomorrow', 'unknown'],
  ])('that are %s are listed as %s, with their backups', async (word, is) => {
    answers({
      instances: [instance('orders', { DBInstanceStatus: word })],
      clusters: [cluster('ledger', { Status: word })],
    });
    const { resources, nativeBackups } = await read();
    expect(resources).toMatchObject([{ state: { is, word } }, { state: { is, word } }]);
    expect(nativeBackups).toHaveLength(2);
  });

  it('are stopped since seven days before RDS starts them again, where it tells when', async () => {
    answers({
      instances: [
        instance('orders', { DBInstanceStatus: 'stopped', AutomaticRestartTime: '2026-11-27T10:00:00Z' }),
        instance('users', { DBInstanceStatus: 'stopped' }),
        instance('starts', { DBInstanceStatus: 'starting', AutomaticRestartTime: '2026-11-27T10:00:00Z' }),
      ],
      clusters: [cluster('ledger', { Status: 'stopped', AutomaticRestartTime: '2026-11-28T10:00:00Z' })],
    });
    expect((await read()).resources.map(({ state }) => state)).toEqual([
      { is: 'stopped', word: 'stopped', since: Date.parse('2026-11-20T10:00:00Z') },
      { is: 'stopped', word: 'stopped' },
      { is: 'transient', word: 'starting' },
      { is: 'stopped', word: 'stopped', since: Date.parse('2026-11-21T10:00:00Z') },
    ]);
  });

  it.each([
    { story: 'with backups there', fields: { BackupTarget: 'outposts' }, onOutpost: true },
    {
      story: 'with backups in the Region',
      fields: {
        BackupTarget: 'region',
        DBSubnetGroup: { Subnets: [{ Subnet: { SubnetOutpost: { Arn: 'arn:outpost' } } }] },
      },
      onOutpost: true,
    },
    {
      story: 'not at all',
      fields: { BackupTarget: 'region', DBSubnetGroup: { Subnets: [{ Subnet: { SubnetOutpost: {} } }] } },
      onOutpost: undefined,
    },
  ])('on an Outpost: $story', async ({ fields, onOutpost }) => {
    answers({ instances: [instance('orders', fields)] });
    const [database] = (await read()).resources;
    expect(database).toHaveProperty('engine', 'postgres');
    expect(database && 'onOutpost' in database ? database.onOutpost : undefined).toBe(onOutpost);
  });
});

describe('automated backups', () => {
  const recoveryPointArn = 'arn:aws:backup:eu-west-1:111111111111:recovery-point:continuous:db-1';

  it.each([
    {
      story: 'of an instance, with its head',
      listed: { instances: [instance('orders', { LatestRestorableTime: '2026-11-22T11:55:00Z' })] },
      expected: {
        resourceArn: arn('db:orders'),
        enabled: true,
        retentionDays: 7,
        latestRestorableAt: Date.parse('2026-11-22T11:55:00Z'),
      },
    },
    {
      story: 'of an instance, off',
      listed: { instances: [instance('orders', { BackupRetentionPeriod: 0 })] },
      expected: { resourceArn: arn('db:orders'), enabled: false, retentionDays: 0 },
    },
    {
      story: "of an instance, kept by AWS Backup's continuous backup",
      listed: {
        instances: [instance('orders', { BackupRetentionPeriod: 35, AwsBackupRecoveryPointArn: recoveryPointArn })],
      },
      expected: { resourceArn: arn('db:orders'), enabled: true, retentionDays: 35, recoveryPointArn },
    },
    {
      story: 'of a cluster, with their window',
      listed: {
        clusters: [
          cluster('ledger', {
            EarliestRestorableTime: '2026-11-21T12:00:00Z',
            LatestRestorableTime: '2026-11-22T11:59:00Z',
          }),
        ],
      },
      expected: {
        resourceArn: arn('cluster:ledger'),
        enabled: true,
        retentionDays: 1,
        earliestRestorableAt: Date.parse('2026-11-21T12:00:00Z'),
        latestRestorableAt: Date.parse('2026-11-22T11:59:00Z'),
      },
    },
  ])('$story', async ({ listed, expected }) => {
    answers(listed);
    expect((await read()).nativeBackups).toEqual([{ scope, mechanism: 'rds-automated-backups', ...expected }]);
  });
});
