import type { Resource } from '@backproof/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Page } from '../../page.js';
import { translatedWith } from '../../translated.js';
import { answerOnce, expectAllAsked, pagesOf, readPages, scope } from '../reading.fixture.js';
import { dynamodb } from '../dynamodb/service.js';
import { storagegateway } from '../storagegateway/service.js';
import { taggingFor } from './service.js';

const tagging = taggingFor([dynamodb, storagegateway]);
const { accountId, region } = scope;
const table = (name: string): Resource => ({
  type: 'DynamoDB',
  arn: `arn:aws:dynamodb:eu-west-1:111111111111:table/${name}`,
  accountId,
  region,
  name,
});
const gatewayArn = 'arn:aws:storagegateway:eu-west-1:111111111111:gateway/sgw-1';
const volume: Resource = {
  type: 'Storage Gateway',
  arn: `${gatewayArn}/volume/vol-1`,
  accountId,
  region,
  name: 'vol-1',
};
const efs: Resource = {
  type: 'EFS',
  arn: 'arn:aws:elasticfilesystem:eu-west-1:111111111111:file-system/fs-1',
  accountId,
  region,
  name: 'fs-1',
};

const tagged = (arn: string, tags: Record<string, string>) => ({
  ResourceARN: arn,
  Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
});
const answer = (filters: string[], token: string | undefined, body: object, status?: number) => {
  const input = {
    ResourceTypeFilters: filters,
    ResourcesPerPage: 100,
    ...(token !== undefined && { PaginationToken: token }),
  };
  answerOnce('tagging', 'ResourceGroupsTaggingAPI_20170126.GetResources', input, body, status);
};

async function read(resources: readonly Resource[]) {
  const pages = await pagesOf(tagging, { before: { resources } });
  return pages.map((page) => [...(page.tags ?? [])]);
}

afterEach(expectAllAsked);

describe('the tagging API', () => {
  it('is not asked where no resource needs it', async () => {
    expect(await read([])).toEqual([]);
    expect(await read([efs])).toEqual([]);
  });

  it('is asked for the types that are there only', async () => {
    answer(['storagegateway'], undefined, { ResourceTagMappingList: [tagged(volume.arn, { Tier: 'gold' })] });
    expect(await read([efs, volume])).toEqual([[[volume.arn, { Tier: 'gold' }]], []]);
  });

  it('tells tags page by page; what it never names has none', async () => {
    const filters = ['dynamodb:table', 'storagegateway'];
    const [carts, orders, users] = [table('carts'), table('orders'), table('users')];
    answer(filters, undefined, { ResourceTagMappingList: [tagged(carts.arn, { Tier: 'gold' })], PaginationToken: 'a' });
    answer(filters, 'a', { ResourceTagMappingList: [], PaginationToken: 'b' });
    answer(filters, 'b', {
      ResourceTagMappingList: [tagged(orders.arn, {}), tagged(volume.arn, { Tier: 'tin' })],
      PaginationToken: '',
    });

    expect(await read([carts, orders, users, volume])).toEqual([
      [[carts.arn, { Tier: 'gold' }]],
      [],
      [
        [orders.arn, {}],
        [volume.arn, { Tier: 'tin' }],
      ],
      [[users.arn, {}]],
    ]);
  });

  it('also names what is no resource of ours: that is left out', async () => {
    const mappings = [tagged(gatewayArn, { Tier: 'gold' }), tagged(volume.arn, { Tier: 'tin' })];
    answer(['storagegateway'], undefined, { ResourceTagMappingList: mappings });
    expect(await read([volume])).toEqual([[[volume.arn, { Tier: 'tin' }]], []]);
  });

  it('says of nothing that it has no tags if it fails midway', async () => {
    answer(['dynamodb:table'], undefined, { ResourceTagMappingList: [], PaginationToken: 'a' });
    answer(['dynamodb:table'], 'a', { __type: 'PaginationTokenExpiredException', message: 'expired' }, 400);

    const seen: Page[] = [];
    const reading = async () => {
      const before = { resources: [table('carts')] };
      for await (const page of readPages(tagging, { before })) {
        seen.push(page);
      }
    };
    await expect(reading()).rejects.toThrow('expired');
    expect(seen).toEqual([{ tags: new Map() }]);
  });

  it('says of nothing that it has no tags if a mapping cannot be read: it may be of any', async () => {
    const list = [{ Tags: [{ Key: 'Tier', Value: 'gold' }] }, tagged(table('orders').arn, { Tier: 'tin' })];
    answer(['dynamodb:table'], undefined, { ResourceTagMappingList: list });
    const before = { resources: [table('carts'), table('orders')] };
    const pages = await pagesOf(tagging, { before, translated: translatedWith(() => undefined) });
    expect(pages).toEqual([{ tags: new Map([[table('orders').arn, { Tier: 'tin' }]]) }]);
  });

  it.each([
    { lacks: 'ResourceTagMappingList', body: {} },
    { lacks: 'ResourceARN', body: { ResourceTagMappingList: [{ Tags: [] }] } },
  ])('an answer without $lacks is an error', async ({ lacks, body }) => {
    answer(['dynamodb:table'], undefined, body);
    await expect(read([table('carts')])).rejects.toThrow(`AWS answered GetResources without ${lacks}`);
  });
});
