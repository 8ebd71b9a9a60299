import {
  GetResourcesCommand,
  type GetResourcesInput,
  GetTagKeysCommand,
  paginateGetResources,
  ResourceGroupsTaggingAPIClient,
} from '@aws-sdk/client-resource-groups-tagging-api';
import { afterAll, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const accountId = '111111111111';
const region = 'eu-central-1';
const arn = (service: string, resource: string): string => `arn:aws:${service}:${region}:${accountId}:${resource}`;
const prod = [{ Key: 'env', Value: 'prod' }];

const table = arn('dynamodb', 'table/orders');
const gatewayVolume = arn('storagegateway', 'gateway/sgw-1/volume/vol-1');
const instance = arn('ec2', 'instance/i-1');
const volume = arn('ec2', 'volume/vol-1');
const dbInstance = arn('rds', 'db:db-1');

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
        instances: [{ InstanceId: 'i-1', Tags: prod }, { InstanceId: 'i-untagged' }],
        volumes: [{ VolumeId: 'vol-1', Tags: [{ Key: 'env', Value: 'test' }] }],
        dbInstances: [{ DBInstanceArn: dbInstance, TagList: prod }],
        tags: { [table]: { env: 'prod' }, [gatewayVolume]: { team: 'files' } },
      },
    ],
  },
});
afterAll(sandbox.close);

const client = new ResourceGroupsTaggingAPIClient({
  endpoint: sandbox.url,
  region,
  credentials: sandbox.credentials,
  maxAttempts: 1,
});

const arns = async (wanted: GetResourcesInput): Promise<(string | undefined)[]> => {
  const { ResourceTagMappingList = [] } = await client.send(new GetResourcesCommand(wanted));
  return ResourceTagMappingList.map(({ ResourceARN }) => ResourceARN);
};

it.each([
  ['all that is tagged', {}, [instance, volume, dbInstance, table, gatewayVolume]],
  ['of a service', { ResourceTypeFilters: ['ec2'] }, [instance, volume]],
  ['of several types', { ResourceTypeFilters: ['dynamodb:table', 'ec2:volume'] }, [volume, table]],
  ['of a type that is part of another', { ResourceTypeFilters: ['storagegateway:volume'] }, [gatewayVolume]],
  ['with a tag', { TagFilters: [{ Key: 'env', Values: ['prod'] }] }, [instance, dbInstance, table]],
  ['with a tag key', { TagFilters: [{ Key: 'team' }] }, [gatewayVolume]],
  ['by ARN', { ResourceARNList: [table] }, [table]],
])('%s', async (_story, wanted, expected) => {
  expect(await arns(wanted)).toEqual(expected);
});

it('comes in pages, and the last one ends with an empty token', async () => {
  const pages: unknown[] = [];
  for await (const page of paginateGetResources({ client, pageSize: 2 }, {})) {
    pages.push([page.ResourceTagMappingList?.length, page.PaginationToken === '']);
  }
  expect(pages).toEqual([
    [2, false],
    [2, false],
    [1, true],
  ]);
});

it('tells the tags', async () => {
  const { ResourceTagMappingList } = await client.send(new GetResourcesCommand({ ResourceARNList: [table] }));
  expect(ResourceTagMappingList).toEqual([{ ResourceARN: table, Tags: prod }]);
});

it.each([{ ResourcesPerPage: 101 }, { PaginationToken: 'x' }])('refuses %p', async (wanted) => {
  await expect(arns(wanted)).rejects.toMatchObject({ name: 'InvalidParameterException' });
});

it('the keys of all tags come once each, in order', async () => {
  expect(await client.send(new GetTagKeysCommand({}))).toMatchObject({ TagKeys: ['env', 'team'], PaginationToken: '' });
  await expect(client.send(new GetTagKeysCommand({ PaginationToken: 'x' }))).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
});
