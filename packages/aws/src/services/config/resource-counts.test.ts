import { CONFIG_TYPES } from '@backproof/core';
import type { Database, EbsVolume, Resource } from '@backproof/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import { collected, gapsOf, populationLines } from '../../collecting.fixture.js';
import nock from '../../nock.fixture.js';
import { config } from './service.js';
import { answerOnce, expectAllAsked, opened, pagesOf, scope } from '../reading.fixture.js';

const { accountId, region } = scope;
const volumeArn = (id: string) => `arn:aws:ec2:eu-west-1:111111111111:volume/${id}`;
const volume = (id: string): EbsVolume => {
  return { type: 'EBS', arn: volumeArn(id), accountId, region, name: id, tags: {}, attachments: [] };
};

function answer(operation: string, input: nock.DataMatcherMap, body: object, status?: number): void {
  answerOnce('config', `StarlingDoveService.${operation}`, input, body, status);
}

/** Lets a recorder run. */
function recorder(recordingMode: object = { recordingFrequency: 'CONTINUOUS' }, lastStatus = 'SUCCESS'): void {
  answer(
    'DescribeConfigurationRecorderStatus',
    {},
    { ConfigurationRecordersStatus: [{ recording: true, lastStatus }] },
  );
  answer('DescribeConfigurationRecorders', {}, { ConfigurationRecorders: [{ recordingMode }] });
}

function counts(ofTypes: Readonly<Record<string, number>>): void {
  const resourceCounts = Object.entries(ofTypes).map(([resourceType, count]) => ({ resourceType, count }));
  answer('GetDiscoveredResourceCounts', { resourceTypes: [...CONFIG_TYPES], limit: 100 }, { resourceCounts });
}

const row = (arn: string, more: object = {}) =>
  JSON.stringify({ arn, configurationItemCaptureTime: '2026-01-02T03:04:05.000Z', ...more });

const volumeQuery =
  "SELECT arn, configurationItemCaptureTime, resourceCreationTime WHERE resourceType = 'AWS::EC2::Volume'";

/** What is read of AWS Config where the services listed these. */
async function read(resources: readonly Resource[] = [], more: Parameters<typeof pagesOf>[1] = {}) {
  const pages = await pagesOf(config, { before: { resources }, ...more });
  return pages.flatMap((page) => page.resourceCounts ?? []);
}

afterEach(expectAllAsked);

describe('AWS Config counts nothing', () => {
  it('where there is no recorder', async () => {
    answer('DescribeConfigurationRecorderStatus', {}, { ConfigurationRecordersStatus: [] });
    expect(await read()).toEqual([]);
  });

  it('where the recorder was stopped', async () => {
    answer('DescribeConfigurationRecorderStatus', {}, { ConfigurationRecordersStatus: [{ recording: false }] });
    expect(await read()).toEqual([]);
  });
});

describe('a count of AWS Config', () => {
  const count = { scope, configType: 'AWS::EC2::Volume', source: 'recorder' };

  it('that the scan reaches is told without names, and of known types alone', async () => {
    recorder();
    counts({ 'AWS::EC2::Volume': 2, 'AWS::SQS::Queue': 9 });
    expect(await read([volume('vol-1'), volume('vol-2')])).toEqual([{ ...count, count: 2 }]);
  });

  it('that is higher is told with what was not listed, from every page', async () => {
    recorder();
    counts({ 'AWS::EC2::Volume': 3 });
    answer(
      'SelectResourceConfig',
      { Expression: volumeQuery, Limit: 100 },
      { Results: [row(volumeArn('vol-1'))], NextToken: 'a' },
    );
    const lost = [
      row(volumeArn('vol-2')),
      row(volumeArn('vol-3'), { resourceCreationTime: '2025-12-31T00:00:00.000Z' }),
    ];
    answer('SelectResourceConfig', { Expression: volumeQuery, Limit: 100, NextToken: 'a' }, { Results: lost });

    const recordedAt = Date.parse('2026-01-02T03:04:05Z');
    expect(await read([volume('vol-1')])).toEqual([
      {
        ...count,
        count: 3,
        unseen: [
          { arn: volumeArn('vol-2'), recordedAt },
          { arn: volumeArn('vol-3'), recordedAt, createdAt: Date.parse('2025-12-31T00:00:00Z') },
        ],
      },
    ]);
  });

  it('of clusters may or may not be of all engines: they are told by name', async () => {
    const arn = 'arn:aws:rds:eu-west-1:111111111111:cluster:docs';
    const docs: Database = { ...volume('docs'), type: 'DocumentDB', form: 'cluster', engine: 'docdb', arn };
    const Expression = volumeQuery.replace('AWS::EC2::Volume', 'AWS::RDS::DBCluster');
    recorder();
    counts({ 'AWS::RDS::DBCluster': 1 });
    answer('SelectResourceConfig', { Expression, Limit: 100 }, { Results: [row(arn)] });
    expect(await read([docs])).toEqual([{ ...count, configType: 'AWS::RDS::DBCluster', count: 1, unseen: [] }]);
  });

  it.each<[story: string, mode: object, status: string, behind: string | undefined]>([
    ['continuous', { recordingFrequency: 'CONTINUOUS' }, 'SUCCESS', undefined],
    ['daily', { recordingFrequency: 'DAILY' }, 'SUCCESS', 'daily'],
    [
      'daily for other types',
      {
        recordingFrequency: 'DAILY',
        recordingModeOverrides: [{ resourceTypes: ['AWS::EC2::Volume'], recordingFrequency: 'CONTINUOUS' }],
      },
      'SUCCESS',
      undefined,
    ],
    [
      'daily for this type',
      {
        recordingFrequency: 'CONTINUOUS',
        recordingModeOverrides: [{ resourceTypes: ['AWS::EC2::Volume'], recordingFrequency: 'DAILY' }],
      },
      'PENDING',
      'daily',
    ],
    ['failing', { recordingFrequency: 'CONTINUOUS' }, 'Failure', 'failing'],
  ])('by a recorder that is %s', async (_story, mode, status, behind) => {
    recorder(mode, status);
    counts({ 'AWS::EC2::Volume': 1 });
    expect((await read([volume('vol-1')]))[0]?.behind).toBe(behind);
  });

  it('by an aggregator is that of the scope', async () => {
    const input = {
      ConfigurationAggregatorName: 'company',
      Filters: { AccountId: accountId, Region: region },
      GroupByKey: 'RESOURCE_TYPE',
      Limit: 1000,
    };
    const groups = (name: string, number: number) => [{ GroupName: name, ResourceCount: number }];
    answer('GetAggregateDiscoveredResourceCounts', input, {
      GroupedResourceCounts: groups('AWS::SQS::Queue', 9),
      NextToken: 'a',
    });
    answer(
      'GetAggregateDiscoveredResourceCounts',
      { ...input, NextToken: 'a' },
      { GroupedResourceCounts: groups('AWS::EC2::Volume', 1) },
    );
    const Expression = `${volumeQuery} AND accountId = '111111111111' AND awsRegion = 'eu-west-1'`;
    answer(
      'SelectAggregateResourceConfig',
      { Expression, ConfigurationAggregatorName: 'company', Limit: 100 },
      { Results: [row(volumeArn('vol-9'))] },
    );

    const aggregator = { name: 'company', calls: opened(config) };
    expect(await read([], { aggregator })).toMatchObject([
      { ...count, source: 'aggregator', count: 1, unseen: [{ arn: volumeArn('vol-9') }] },
    ]);
  });
});

describe('where AWS Config may not be asked', () => {
  const denied = { __type: 'AccessDeniedException', message: 'no' };

  /** Nothing but AWS Config can be reached. */
  async function collect() {
    nock(/^https:\/\/(?!config)/)
      .persist()
      .post(/.*/)
      .reply(403)
      .get(/.*/)
      .reply(403);
    const inventory = await collected('resourceCounts');
    nock.cleanAll();
    return inventory;
  }

  it('for names, the count stays, and the action is named', async () => {
    recorder();
    counts({ 'AWS::EC2::Volume': 1 });
    answer('SelectResourceConfig', { Expression: volumeQuery, Limit: 100 }, denied, 400);
    const inventory = await collect();
    expect(inventory.resourceCounts).toMatchObject([{ configType: 'AWS::EC2::Volume', count: 1 }]);
    const population = inventory.populations.find(({ kind }) => kind === 'resourceCounts');
    expect(gapsOf(population)).toMatchObject([{ iamAction: 'config:SelectResourceConfig' }]);
  });

  it('at all, its population says so, and that services could not be read is none of its gaps', async () => {
    answer('DescribeConfigurationRecorderStatus', {}, denied, 400);
    const inventory = await collect();
    expect(populationLines(inventory)).toContain('resourceCounts unavailable 0');
    expect(gapsOf(inventory.populations.find(({ kind }) => kind === 'resourceCounts'))).toMatchObject([
      { operation: 'config:DescribeConfigurationRecorderStatus', code: 'AccessDeniedException' },
    ]);
  });
});

describe('an answer that is not what AWS Config promises is an error', () => {
  it.each([
    ['arn', '{"configurationItemCaptureTime":"2026-01-02T03:04:05.000Z"}'],
    ['configurationItemCaptureTime', `{"arn":"arn:a","configurationItemCaptureTime":"yesterday"}`],
    ['arn', '[]'],
  ])('without %s', async (field, result) => {
    recorder();
    counts({ 'AWS::EC2::Volume': 1 });
    answer('SelectResourceConfig', { Expression: volumeQuery, Limit: 100 }, { Results: [result] });
    await expect(read()).rejects.toThrow(`AWS answered SelectResourceConfig without ${field}`);
  });
});
