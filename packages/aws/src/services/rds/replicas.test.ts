import { afterEach, describe, expect, it } from '@jest/globals';
import nock from '../../nock.fixture.js';
import { answer, answerDatabases, answers, arn, cluster, instance, read } from './rds.fixture.js';
import { expectAllAsked, scope } from '../reading.fixture.js';

afterEach(expectAllAsked);

const within = (mechanism: string, sourceArn: string) => ({ scope, mechanism, sourceArn });
const between = (sourceArn: string, replicaArn: string) => ({
  scope,
  mechanism: 'rds-read-replica',
  sourceArn,
  replicaArn,
});
const abroad = (resource: string) => arn(resource, 'us-east-1');
const members = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ DBClusterMember: { DBInstanceIdentifier: `member-${n}` } }));

describe('replicas of instances', () => {
  it.each([
    { story: 'none', fields: { MultiAZ: false }, expected: [] },
    { story: 'none of RDS Custom, which has no such setting', fields: { MultiAZ: undefined }, expected: [] },
    { story: 'a standby', fields: { MultiAZ: true }, expected: [within('rds-multi-az', arn('db:orders'))] },
    {
      story: 'it follows an instance of the same Region',
      fields: { ReadReplicaSourceDBInstanceIdentifier: 'users' },
      expected: [between(arn('db:users'), arn('db:orders'))],
    },
    {
      story: 'it follows an instance of another Region',
      fields: { ReadReplicaSourceDBInstanceIdentifier: abroad('db:users') },
      expected: [between(abroad('db:users'), arn('db:orders'))],
    },
    {
      story: 'it follows a Multi-AZ cluster',
      fields: { ReadReplicaSourceDBClusterIdentifier: 'shop' },
      expected: [between(arn('cluster:shop'), arn('db:orders'))],
    },
    {
      story: 'followed by others, of which those of the same Region speak for themselves',
      fields: {
        ReadReplicaDBInstanceIdentifiers: [
          { ReadReplicaDBInstanceIdentifier: 'orders-2' },
          { ReadReplicaDBInstanceIdentifier: abroad('db:orders-3') },
        ],
        ReadReplicaDBClusterIdentifiers: [{ ReadReplicaDBClusterIdentifier: abroad('cluster:orders-4') }],
      },
      expected: [
        between(arn('db:orders'), abroad('db:orders-3')),
        between(arn('db:orders'), abroad('cluster:orders-4')),
      ],
    },
    {
      story: 'those of a member of a cluster are told by the cluster',
      fields: { DBClusterIdentifier: 'shop', MultiAZ: true },
      expected: [],
    },
  ])('$story', async ({ fields, expected }) => {
    answers({ instances: [instance('orders', fields)] });
    expect((await read()).replicas).toEqual(expected);
  });
});

describe('replicas', () => {
  it('cannot be told without the members of a cluster', async () => {
    answers({ clusters: [cluster('shop', { DBClusterMembers: undefined })] });
    await expect(read()).rejects.toThrow('without DBClusterMembers');
    nock.cleanAll();
  });
});

describe('a read replica', () => {
  const following = (status: string) => ({
    ReadReplicaSourceDBInstanceIdentifier: 'users',
    StatusInfos: [{ DBInstanceStatusInfo: { StatusType: 'read replication', Normal: true, Status: status } }],
  });

  it.each([
    ['replicating', undefined],
    ['replication stop point set', undefined],
    ['replication stop point reached', 'replication stop point reached'],
    ['stopped', 'stopped'],
    ['error', 'error'],
    ['terminated', 'terminated'],
  ])('that is %s has halted: %s', async (status, halted) => {
    answers({ instances: [instance('orders', following(status))] });
    expect((await read()).replicas.map((replica) => replica.halted)).toEqual([halted]);
  });

  it('is not known in a status that AWS added later', async () => {
    answers({ instances: [instance('orders', following('levitating'))] });
    await expect(read()).rejects.toThrow('with StatusInfos.Status levitating, which this version does not know');
    nock.cleanAll();
  });
});

describe('replicas of clusters', () => {
  it.each([
    { engine: 'aurora-mysql', mechanism: 'aurora-readers' },
    { engine: 'postgres', mechanism: 'rds-multi-az' },
    { engine: 'docdb', mechanism: 'documentdb-replicas' },
    { engine: 'neptune', mechanism: 'neptune-replicas' },
  ])('of $engine with several members are $mechanism', async ({ engine, mechanism }) => {
    answers({ clusters: [cluster('shop', { Engine: engine, DBClusterMembers: members(2) })] });
    expect((await read()).replicas).toEqual([within(mechanism, arn('cluster:shop'))]);
  });

  it.each([
    { story: 'none within a cluster of one', fields: { DBClusterMembers: members(1) }, expected: [] },
    {
      story: 'it follows an instance',
      fields: { ReplicationSourceIdentifier: arn('db:orders') },
      expected: [between(arn('db:orders'), arn('cluster:shop'))],
    },
    {
      story: 'it follows a cluster that is named by its identifier',
      fields: { ReplicationSourceIdentifier: 'ledger' },
      expected: [between(arn('cluster:ledger'), arn('cluster:shop'))],
    },
    {
      story: 'followed by clusters, of which those of the same Region speak for themselves',
      fields: {
        ReadReplicaIdentifiers: [
          { ReadReplicaIdentifier: 'shop-2' },
          { ReadReplicaIdentifier: abroad('cluster:shop-3') },
        ],
      },
      expected: [between(arn('cluster:shop'), abroad('cluster:shop-3'))],
    },
  ])('$story', async ({ fields, expected }) => {
    answers({ clusters: [cluster('shop', fields)] });
    expect((await read()).replicas).toEqual(expected);
  });
});

describe('global databases', () => {
  const member = (region: string, IsWriter?: boolean, SynchronizationStatus?: string) => ({
    GlobalClusterMember: { DBClusterArn: arn('cluster:ledger', region), IsWriter, SynchronizationStatus },
  });
  const replica = (region: string) => ({
    scope,
    mechanism: 'aurora-global-database',
    sourceArn: arn('cluster:ledger'),
    replicaArn: arn('cluster:ledger', region),
  });

  it.each([
    {
      story: 'replicate from the writer to each reader',
      engine: 'aurora-postgresql',
      members: [member('us-east-1', false), member('eu-west-1', true), member('eu-central-1', false)],
      expected: [replica('us-east-1'), replica('eu-central-1')],
    },
    {
      story: 'to a reader that is not in sync have halted',
      engine: 'aurora-postgresql',
      members: [member('us-east-1', false, 'pending-resync'), member('eu-west-1', true, 'connected')],
      expected: [{ ...replica('us-east-1'), halted: 'pending-resync' }],
    },
    {
      story: 'of one cluster replicate nothing',
      engine: 'aurora-mysql',
      members: [member('eu-west-1', true)],
      expected: [],
    },
    {
      story: 'without a writer, amid a failover, follow a source that is not known',
      engine: 'aurora-mysql',
      members: [member('eu-west-1', false)],
      expected: [{ scope, mechanism: 'aurora-global-database', replicaArn: arn('cluster:ledger') }],
    },
    {
      story: 'of DocumentDB are none of Aurora',
      engine: 'docdb',
      members: [member('eu-west-1', true), member('us-east-1', false)],
      expected: [],
    },
  ])('$story', async ({ engine, members: GlobalClusterMembers, expected }) => {
    const globalClusters = [{ GlobalClusterIdentifier: 'ledger', Engine: engine, GlobalClusterMembers }];
    answers({ clusters: [cluster('ledger')], globalClusters });
    expect((await read()).replicas).toEqual(expected);
  });

  it.each([
    { lacks: 'IsWriter', fields: { GlobalClusterMembers: [member('eu-west-1')] } },
    { lacks: 'GlobalClusterMembers', fields: {} },
  ])('cannot be told without $lacks', async ({ lacks, fields }) => {
    answers({
      clusters: [cluster('ledger')],
      globalClusters: [{ GlobalClusterIdentifier: 'ledger', Engine: 'aurora-mysql', ...fields }],
    });
    await expect(read()).rejects.toThrow(`AWS answered DescribeGlobalClusters without ${lacks}`);
    nock.cleanAll();
  });

  it('are not asked for where no cluster is of Aurora', async () => {
    answerDatabases({ clusters: [cluster('docs', { Engine: 'docdb' })] });
    answer('DescribeDBClusterSnapshots', undefined, { DBClusterSnapshots: [] });
    expect((await read()).replicas).toEqual([]);
  });
});
