import {
  ConfigServiceClient,
  DescribeConfigurationRecordersCommand,
  DescribeConfigurationRecorderStatusCommand,
  GetAggregateDiscoveredResourceCountsCommand,
  GetDiscoveredResourceCountsCommand,
  paginateSelectResourceConfig,
  SelectAggregateResourceConfigCommand,
  SelectResourceConfigCommand,
} from '@aws-sdk/client-config-service';
import { afterAll, describe, expect, it } from '@jest/globals';
import { configRecorder, knownToConfig } from '../../estates/builders/config-recorder.js';
import { dynamoDbTable } from '../../estates/builders/dynamodb.js';
import { daysAgo } from '../../estates/builders/moment.js';
import { startSandbox } from '../../server.js';
import { mergeScopes } from '../../world/merge.js';

const accountId = '111111111111';
const scope = (region: string) => ({ partition: 'aws', accountId, region });
const [ireland, frankfurt, stockholm] = [scope('eu-west-1'), scope('eu-central-1'), scope('eu-north-1')];
const gone = 'arn:aws:ec2:eu-west-1:111111111111:volume/vol-gone';
const volumes = [{ VolumeId: 'vol-1', CreateTime: daysAgo(30) }];

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2026, 10, 22),
    accounts: [{ id: accountId, name: 'main' }],
    regions: [ireland.region, frankfurt.region, stockholm.region],
    scopes: mergeScopes([
      configRecorder(ireland),
      {
        ...ireland,
        volumes,
        instances: [{ InstanceId: 'i-1', State: { Name: 'terminated' } }],
        configAggregators: ['all'],
      },
      knownToConfig(ireland, 'AWS::EC2::Volume', gone, daysAgo(3)),
      dynamoDbTable(ireland, { name: 'orders', pitr: true, replicas: ['us-east-1'] }).world,
      configRecorder(frankfurt, { only: ['AWS::DynamoDB::Table'], frequency: 'DAILY' }),
      { ...frankfurt, volumes },
      dynamoDbTable(frankfurt, { name: 'quotes' }).world,
      dynamoDbTable(stockholm, { name: 'carts' }).world,
    ]),
  },
});
afterAll(sandbox.close);

const clientIn = ({ region }: { readonly region: string }) =>
  new ConfigServiceClient({ region, endpoint: sandbox.url, credentials: sandbox.credentials, maxAttempts: 1 });
const client = clientIn(ireland);

/** The rows of a query, read from their JSON. */
async function select(Expression: string): Promise<readonly unknown[]> {
  const { Results = [] } = await client.send(new SelectResourceConfigCommand({ Expression }));
  return Results.map((row): unknown => JSON.parse(row));
}

describe('a recorder', () => {
  it('tells what it records, how often, and that it runs', async () => {
    const recorders = await clientIn(frankfurt).send(new DescribeConfigurationRecordersCommand());
    expect(recorders.ConfigurationRecorders).toMatchObject([
      {
        recordingGroup: { allSupported: false, resourceTypes: ['AWS::DynamoDB::Table'] },
        recordingMode: { recordingFrequency: 'DAILY' },
      },
    ]);
    const status = await clientIn(frankfurt).send(new DescribeConfigurationRecorderStatusCommand());
    expect(status.ConfigurationRecordersStatus).toMatchObject([{ recording: true, lastStatus: 'Success' }]);
  });

  it('is none where AWS Config is off', async () => {
    const recorders = await clientIn(stockholm).send(new DescribeConfigurationRecordersCommand());
    expect(recorders.ConfigurationRecorders).toEqual([]);
  });
});

describe('resources are counted', () => {
  it('by type, the most frequent first, as far as they are recorded', async () => {
    const counts = async (where: typeof ireland, resourceTypes?: string[]) =>
      (await clientIn(where).send(new GetDiscoveredResourceCountsCommand({ resourceTypes }))).resourceCounts;
    expect(await counts(ireland)).toEqual([
      { resourceType: 'AWS::EC2::Volume', count: 2 },
      { resourceType: 'AWS::DynamoDB::Table', count: 1 },
    ]);
    expect(await counts(ireland, ['AWS::DynamoDB::Table'])).toHaveLength(1);
    expect(await counts(frankfurt)).toEqual([{ resourceType: 'AWS::DynamoDB::Table', count: 1 }]);
    expect(await counts(stockholm)).toEqual([]);
  });

  it('by an aggregator, for all Regions that record', async () => {
    const count = async (input: object) => {
      const command = new GetAggregateDiscoveredResourceCountsCommand({ ConfigurationAggregatorName: 'all', ...input });
      const { GroupedResourceCounts = [] } = await client.send(command);
      return Object.fromEntries(
        GroupedResourceCounts.map(({ GroupName, ResourceCount }) => [GroupName, ResourceCount]),
      ) as object;
    };
    expect(await count({ GroupByKey: 'AWS_REGION' })).toEqual({ 'eu-west-1': 3, 'eu-central-1': 1 });
    const Filters = { AccountId: accountId, Region: 'eu-west-1' };
    expect(await count({ GroupByKey: 'RESOURCE_TYPE', Filters })).toEqual({
      'AWS::EC2::Volume': 2,
      'AWS::DynamoDB::Table': 1,
    });
    expect(await count({ GroupByKey: 'ACCOUNT_ID', Filters: { AccountId: '999999999999' } })).toEqual({});
  });
});

it('the numbers of all resources are given beside them', async () => {
  const total = async (input: object) =>
    (await client.send(new GetDiscoveredResourceCountsCommand(input))).totalDiscoveredResources;
  expect(await total({ limit: 1 })).toBe(3);
  expect(await total({ resourceTypes: ['AWS::EC2::Volume'] })).toBe(2);
  const aggregated = new GetAggregateDiscoveredResourceCountsCommand({ ConfigurationAggregatorName: 'all' });
  expect(await client.send(aggregated)).toMatchObject({ TotalDiscoveredResources: 4, GroupedResourceCounts: [] });
});

describe('a query', () => {
  it('names the fields that it asks for', async () => {
    const query = new SelectResourceConfigCommand({ Expression: "SELECT arn, awsRegion WHERE accountId = 'x'" });
    expect((await client.send(query)).QueryInfo).toEqual({ SelectFields: [{ Name: 'arn' }, { Name: 'awsRegion' }] });
  });

  it('gives the fields that it asks for, as JSON', async () => {
    expect(await select("SELECT arn, configurationItemCaptureTime WHERE resourceType = 'AWS::EC2::Volume'")).toEqual([
      {
        arn: 'arn:aws:ec2:eu-west-1:111111111111:volume/vol-1',
        configurationItemCaptureTime: daysAgo(30).toISOString(),
      },
      { arn: gone, configurationItemCaptureTime: daysAgo(3).toISOString() },
    ]);
  });

  it('tells of a table what AWS Config records of one', async () => {
    const query = "SELECT configuration, supplementaryConfiguration WHERE resourceType = 'AWS::DynamoDB::Table'";
    expect(await select(query)).toMatchObject([
      {
        configuration: {
          tableName: 'orders',
          tableStatus: 'ACTIVE',
          replicas: [{ regionName: 'us-east-1', replicaStatus: 'ACTIVE' }],
        },
        supplementaryConfiguration: {
          ContinuousBackupsDescription: {
            pointInTimeRecoveryDescription: { pointInTimeRecoveryStatus: 'ENABLED' },
          },
        },
      },
    ]);
  });

  it('is paged', async () => {
    const rows: string[] = [];
    const input = { Expression: "SELECT arn WHERE accountId = '111111111111'" };
    for await (const { Results = [] } of paginateSelectResourceConfig({ client, pageSize: 2 }, input)) {
      expect(Results.length).toBeLessThanOrEqual(2);
      rows.push(...Results);
    }
    expect(rows).toHaveLength(3);
  });

  it('of an aggregator selects by account and Region', async () => {
    const Expression = "SELECT arn WHERE awsRegion = 'eu-central-1' AND resourceType = 'AWS::DynamoDB::Table'";
    const command = new SelectAggregateResourceConfigCommand({ Expression, ConfigurationAggregatorName: 'all' });
    expect((await client.send(command)).Results).toEqual([
      '{"arn":"arn:aws:dynamodb:eu-central-1:111111111111:table/quotes"}',
    ]);
  });

  it.each(['SELECT *', "SELECT arn WHERE name = 'x'", 'SELECT arn WHERE arn LIKE', 'DROP TABLE arn'])(
    'that is not understood is refused: %s',
    async (expression) => {
      await expect(select(expression)).rejects.toMatchObject({ name: 'InvalidExpressionException' });
    },
  );

  it('of an aggregator that is not there is refused', async () => {
    const command = new GetAggregateDiscoveredResourceCountsCommand({ ConfigurationAggregatorName: 'some' });
    await expect(client.send(command)).rejects.toMatchObject({ name: 'NoSuchConfigurationAggregatorException' });
  });
});
