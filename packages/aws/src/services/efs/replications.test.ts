import type { EfsFileSystem } from '@backproof/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import nock from '../../nock.fixture.js';
import { readReplications } from './replications.js';
import { efs } from './service.js';
import { expectAllAsked, pagesOf, scope } from '../reading.fixture.js';

const arn = (id: string, region = 'eu-west-1', account = '111111111111') =>
  `arn:aws:elasticfilesystem:${region}:${account}:file-system/${id}`;
const share: EfsFileSystem = {
  type: 'EFS',
  arn: arn('fs-1'),
  accountId: '111111111111',
  region: 'eu-west-1',
  name: 'share',
  tags: {},
};
const replication = (...destinations: object[]) => ({
  SourceFileSystemId: 'fs-1',
  SourceFileSystemArn: arn('fs-1'),
  Destinations: destinations.map((each) => ({
    Status: 'ENABLED',
    FileSystemId: 'fs-2',
    Region: 'us-east-1',
    ...each,
  })),
});

const read = (resources = [share]) => pagesOf(efs, { read: readReplications, before: { resources } });
const onPage = (token?: string) =>
  nock('https://elasticfilesystem.eu-west-1.amazonaws.com')
    .get('/2015-02-01/file-systems/replication-configurations')
    .query({ MaxResults: '100', ...(token !== undefined && { NextToken: token }) });

afterEach(expectAllAsked);

describe('EFS replication', () => {
  it('is read through every page, an empty one with a token among them', async () => {
    onPage().reply(200, { Replications: [], NextToken: 'a' });
    onPage('a').reply(200, { Replications: [replication({})] });
    expect(await read()).toEqual([
      { replicas: [] },
      {
        replicas: [
          { scope, mechanism: 'efs-replication', sourceArn: arn('fs-1'), replicaArn: arn('fs-2', 'us-east-1') },
        ],
      },
    ]);
  });

  it('goes on since its configuration was created, where EFS tells', async () => {
    onPage().reply(200, { Replications: [{ ...replication({}), CreationTime: 1_763_700_000 }] });
    expect((await read()).flatMap((page) => page.replicas ?? [])).toMatchObject([{ since: 1_763_700_000_000 }]);
  });

  it.each([
    {
      what: 'in another account',
      destination: { OwnerId: '222222222222' },
      to: [arn('fs-2', 'us-east-1', '222222222222')],
    },
    {
      what: 'that is named by its ARN',
      destination: { FileSystemId: arn('fs-3', 'eu-north-1') },
      to: [arn('fs-3', 'eu-north-1')],
    },
    { what: 'in error', destination: { Status: 'ERROR' }, to: [arn('fs-2', 'us-east-1')] },
    { what: 'that is being taken away', destination: { Status: 'DELETING' }, to: [] },
  ])('to a file system $what', async ({ destination, to }) => {
    onPage().reply(200, { Replications: [replication(destination)] });
    const replicas = (await read()).flatMap((page) => page.replicas ?? []);
    expect(replicas.map(({ replicaArn }) => replicaArn)).toEqual(to);
  });

  it.each([
    ['ENABLED', undefined],
    ['ENABLING', undefined],
    ['ERROR', 'ERROR'],
    ['PAUSED', 'PAUSED'],
    ['PAUSING', 'PAUSING'],
  ])('that is %s has halted: %s', async (Status, halted) => {
    onPage().reply(200, { Replications: [replication({ Status })] });
    const replicas = (await read()).flatMap((page) => page.replicas ?? []);
    expect(replicas.map((replica) => replica.halted)).toEqual([halted]);
  });

  it('is not known in a status that AWS added later', async () => {
    onPage().reply(200, { Replications: [replication({ Status: 'REVERSED' })] });
    await expect(read()).rejects.toThrow('with Destinations.Status REVERSED, which this version does not know');
  });

  it('is not asked for where there is no file system', async () => {
    expect(await read([])).toEqual([]);
  });

  it.each([
    { lacks: 'Replications', answer: {} },
    {
      lacks: 'SourceFileSystemArn',
      answer: { Replications: [{ ...replication({}), SourceFileSystemArn: undefined }] },
    },
    { lacks: 'Destinations.Region', answer: { Replications: [replication({ Region: undefined })] } },
  ])('cannot be told by an answer without $lacks', async ({ lacks, answer }) => {
    onPage().reply(200, answer);
    await expect(read()).rejects.toThrow(`AWS answered DescribeReplicationConfigurations without ${lacks}`);
  });
});
