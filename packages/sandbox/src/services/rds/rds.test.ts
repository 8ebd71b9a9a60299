import {
  type DBInstance,
  DescribeDBClustersCommand,
  DescribeDBInstancesCommand,
  DescribeGlobalClustersCommand,
  paginateDescribeDBInstances,
  RDSClient,
} from '@aws-sdk/client-rds';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const accountId = '111111111111';
const region = 'eu-central-1';
const arn = (resource: string): string => `arn:aws:rds:${region}:${accountId}:${resource}`;

const dbInstances: DBInstance[] = Array.from({ length: 45 }, (_, number) => ({
  DBInstanceIdentifier: `db-${number}`,
  DBInstanceArn: arn(`db:db-${number}`),
  Engine: number === 7 ? 'mariadb' : 'postgres',
  BackupRetentionPeriod: 0,
  MultiAZ: true,
  LatestRestorableTime: new Date(Date.UTC(2026, 10, 21)),
  TagList: [{ Key: 'Name', Value: `<db> & ${number}` }],
}));
const cluster = { DBClusterIdentifier: 'c', DBClusterArn: arn('cluster:c'), Engine: 'aurora-mysql' };

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
        dbInstances,
        dbClusters: [cluster],
        globalClusters: [{ GlobalClusterIdentifier: 'g', GlobalClusterMembers: [{ DBClusterArn: arn('cluster:c') }] }],
      },
    ],
  },
});
afterAll(sandbox.close);

const client = new RDSClient({ endpoint: sandbox.url, region, credentials: sandbox.credentials, maxAttempts: 1 });

describe('instances', () => {
  it('come in pages, each as it is in the world', async () => {
    const pages: DBInstance[][] = [];
    for await (const { DBInstances = [] } of paginateDescribeDBInstances({ client, pageSize: 20 }, {})) {
      pages.push(DBInstances);
    }
    expect(pages.map((page) => page.length)).toEqual([20, 20, 5]);
    expect(pages.flat()).toEqual(dbInstances);
  });

  it.each([
    ['by identifier', { DBInstanceIdentifier: 'db-3' }, ['db-3']],
    ['by ARN', { DBInstanceIdentifier: arn('db:db-3') }, ['db-3']],
    ['by engine', { Filters: [{ Name: 'engine', Values: ['mariadb'] }] }, ['db-7']],
    ['by cluster', { Filters: [{ Name: 'db-cluster-id', Values: ['c'] }] }, []],
    ['by a filter on ARN', { Filters: [{ Name: 'db-instance-id', Values: [arn('db:db-9')] }] }, ['db-9']],
  ])('%s', async (_story, wanted, expected) => {
    const { DBInstances = [] } = await client.send(new DescribeDBInstancesCommand(wanted));
    expect(DBInstances.map(({ DBInstanceIdentifier }) => DBInstanceIdentifier)).toEqual(expected);
  });

  it.each([
    ['an unknown one', { DBInstanceIdentifier: 'no' }, 'DBInstanceNotFoundFault', 404],
    ['a page that is too small', { MaxRecords: 19 }, 'InvalidParameterValue', 400],
    ['a page that is too large', { MaxRecords: 101 }, 'InvalidParameterValue', 400],
    ['a foreign token', { Marker: 'x' }, 'InvalidParameterValue', 400],
    ['an unknown filter', { Filters: [{ Name: 'colour', Values: ['red'] }] }, 'InvalidParameterValue', 400],
  ])('%s is refused', async (_story, wanted, name, httpStatusCode) => {
    await expect(client.send(new DescribeDBInstancesCommand(wanted))).rejects.toMatchObject({
      name,
      $metadata: { httpStatusCode },
    });
  });
});

it('clusters and global clusters are told, and missed', async () => {
  const filtered = new DescribeDBClustersCommand({ Filters: [{ Name: 'engine', Values: ['aurora-mysql'] }] });
  expect((await client.send(filtered)).DBClusters).toEqual([cluster]);
  const { GlobalClusters } = await client.send(new DescribeGlobalClustersCommand({}));
  expect(GlobalClusters).toMatchObject([{ GlobalClusterIdentifier: 'g' }]);

  const noCluster = new DescribeDBClustersCommand({ DBClusterIdentifier: 'no' });
  await expect(client.send(noCluster)).rejects.toMatchObject({ name: 'DBClusterNotFoundFault' });
  const noGlobal = new DescribeGlobalClustersCommand({ GlobalClusterIdentifier: 'no' });
  await expect(client.send(noGlobal)).rejects.toMatchObject({ name: 'GlobalClusterNotFoundFault' });
});
