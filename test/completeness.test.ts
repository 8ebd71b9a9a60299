import { afterEach, describe, expect, it } from '@jest/globals';
import { collect, resolveScopes } from '@backproof/aws';
import { completenessOf, evaluate } from '@backproof/core';
import type { Completeness, Inventory } from '@backproof/core';
import { demo, partial, startSandbox } from '@backproof/sandbox';
import type { Sandbox, World } from '@backproof/sandbox';
import { roleArn } from './support/estate-scan.js';

let sandbox: Sandbox | undefined;
afterEach(() => sandbox?.close());

/** What a scan of a world sees, and what others say of how much there is. */
async function inventoryOf(world: World, configAggregator?: { readonly name: string }): Promise<Inventory> {
  sandbox = await startSandbox({ world });
  const { partition, accounts, regions, now } = world;
  const scopes = await resolveScopes({
    endpointUrl: sandbox.url,
    credentials: sandbox.credentials,
    regions,
    roleArns: accounts.map(({ id }) => roleArn(partition, id)),
    configAggregator,
  });
  return collect({ scopes, populations: new Set(['resourceCounts', 'protectedResources']), takenAt: now });
}

/** `eu-west-1 AWS::EC2::Volume: complete` */
function lines({ counts }: Completeness): readonly string[] {
  return counts.map(({ scope, configType, result, doubt }) => {
    return `${scope.region} ${configType}: ${result}${doubt === undefined ? '' : ` (${doubt})`}`;
  });
}

describe('the completeness of a scan of the demo estate', () => {
  const expected = [
    'eu-central-1 AWS::DynamoDB::Table: complete',
    'eu-central-1 AWS::EC2::Instance: complete',
    'eu-west-1 AWS::CloudFormation::Stack: complete',
    'eu-west-1 AWS::DynamoDB::Table: complete',
    'eu-west-1 AWS::EC2::Instance: complete',
    'eu-west-1 AWS::EC2::Volume: doubtful (recent-change)',
    'eu-west-1 AWS::EFS::FileSystem: complete',
    'eu-west-1 AWS::EKS::Cluster: complete',
    'eu-west-1 AWS::RDS::DBCluster: complete',
    'eu-west-1 AWS::RDS::DBInstance: complete',
    'eu-west-1 AWS::Redshift::Cluster: complete',
    'eu-west-1 AWS::S3::Bucket: complete',
  ];

  it('is told by the recorders of its Regions, and by AWS Backup', async () => {
    const completeness = completenessOf(await inventoryOf(demo.world));
    expect(lines(completeness)).toEqual(expected);
    expect(completeness.counts.filter(({ seen, counted, missing }) => seen + missing !== counted)).toEqual([]);
    expect(completeness.uncounted.map(({ accountId, region, reason }) => `${accountId} ${region} ${reason}`)).toEqual([
      '222222222222 eu-central-1 not-recorded',
      '222222222222 eu-west-1 not-recorded',
    ]);
    expect(completeness.unknownTypes).toEqual([{ resourceType: 'OpenSearch', count: 1 }]);
  });

  it('is told by an aggregator in the same figures', async () => {
    const completeness = completenessOf(await inventoryOf(demo.world, { name: 'company' }));
    expect(lines(completeness)).toEqual(expected);
    expect(new Set(completeness.counts.map(({ source }) => source))).toEqual(new Set(['aggregator']));
    const asked = sandbox?.requests.filter(({ service }) => service === 'config') ?? [];
    expect(new Set(asked.map(({ accountId, region }) => `${accountId} ${region}`))).toEqual(
      new Set([`${demo.world.accounts[0].id} ${String(demo.world.regions[0])}`]),
    );
  });

  it('cannot be told by an aggregator that is not there', async () => {
    await expect(inventoryOf(demo.world, { name: 'nobody' })).rejects.toThrow(
      /^cannot ask the aggregator "nobody" of AWS Config in account 111111111111, Region eu-west-1: NoSuchConfigurationAggregatorException\. Check /,
    );
  });
});

it('a scan that did not see what AWS Config has long known is incomplete, and names it', async () => {
  const inventory = await inventoryOf(partial.world);
  const tool = { name: 'backproof', version: '0.0.0' };
  const { completeness, gate } = evaluate({ inventory, rules: [], now: partial.world.now, tool });
  const [shortfall] = completeness.counts.filter(({ result }) => result === 'shortfall');
  expect(shortfall).toMatchObject({ configType: 'AWS::EC2::Volume', seen: 1, counted: 2, missing: 1 });
  expect(shortfall?.unseen).toMatchObject([{ arn: expect.stringMatching(/:volume\/vol-/) }]);
  expect(completeness.uncounted).toContainEqual(expect.objectContaining({ region: 'eu-central-1', reason: 'unread' }));
  expect(gate.reasons).toContain('AWS Config counts 1 resource that the scan did not find');
});

it('what is being made or deleted, or has failed, is not missed', async () => {
  const base = demo.world.accounts[0].id;
  const at = (resource: string) => `arn:aws:${resource.replace('/', `:eu-west-1:${base}:`)}`;
  const recorder = demo.world.scopes.flatMap(({ configRecorders = [] }) => configRecorders)[0];
  const created = new Date(demo.world.now - 1e10);
  const world: World = {
    ...demo.world,
    accounts: [demo.world.accounts[0]],
    regions: ['eu-west-1'],
    scopes: [
      {
        accountId: base,
        region: 'eu-west-1',
        configRecorders: recorder === undefined ? [] : [recorder],
        instances: [{ InstanceId: 'i-1', State: { Name: 'shutting-down' }, LaunchTime: created }],
        volumes: [{ VolumeId: 'vol-1', State: 'error', CreateTime: created }],
        dbInstances: [
          {
            DBInstanceIdentifier: 'a',
            DBInstanceArn: at('rds/db:a'),
            DBInstanceStatus: 'failed',
            Engine: 'postgres',
            InstanceCreateTime: created,
            BackupRetentionPeriod: 0,
            MultiAZ: false,
          },
        ],
        dbClusters: [
          {
            DBClusterIdentifier: 'c',
            DBClusterArn: at('rds/cluster:c'),
            Status: 'creating',
            Engine: 'aurora-postgresql',
            ClusterCreateTime: created,
            BackupRetentionPeriod: 1,
            DBClusterMembers: [],
          },
        ],
        tables: [
          { TableName: 't', TableArn: at('dynamodb/table/t'), TableStatus: 'ARCHIVED', CreationDateTime: created },
        ],
        fileSystems: [
          {
            ...{ FileSystemId: 'fs-1', FileSystemArn: at('elasticfilesystem/file-system/fs-1'), CreationTime: created },
            ...{ OwnerId: base, CreationToken: 't', LifeCycleState: 'error', NumberOfMountTargets: 0, Tags: [] },
            ...{ PerformanceMode: 'generalPurpose', SizeInBytes: { Value: 0 } },
          },
        ],
      },
    ],
  };
  const inventory = await inventoryOf(world);
  expect(inventory.resources.map(({ state }) => state?.is)).toEqual(Array(6).fill(expect.any(String)));
  expect(inventory.resourceCounts.map(({ count }) => count)).toEqual(Array(6).fill(1));
  expect(completenessOf(inventory).counts.every(({ result }) => result === 'complete')).toBe(true);
});
