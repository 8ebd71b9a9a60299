import { DescribeFileSystemsCommand, DescribeMountTargetsCommand } from '@aws-sdk/client-efs';
import type { EfsFileSystem } from '@backproof/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import { collect } from './collect.js';
import { accessTo, gapsOf, populationLines, scope, takenAt } from './collecting.fixture.js';
import { readOnlyPolicy } from './iam-policy.js';
import nock from './nock.fixture.js';
import type { Page } from './page.js';
import type { Progress } from './progress.js';
import type { ReadingContext, ReadScope } from './reading.js';
import { defineService } from './service.js';
import type { Service } from './service.js';
import { answerOnce, expectAllAsked } from './services/reading.fixture.js';
import { taggingFor } from './services/tagging/service.js';

const arn = 'arn:aws:elasticfilesystem:eu-west-1:111111111111:file-system/fs-1';
const thing: EfsFileSystem = { type: 'EFS', arn, accountId: scope.accountId, region: scope.region, name: 'fs-1' };

/** A service of which nothing is known but this declaration. Its client is that of Amazon EFS. */
function pretended(read: ReadScope): Service {
  return defineService({
    name: 'pretended',
    open: async (config) => new (await import('@aws-sdk/client-efs')).EFSClient(config),
    operations: {
      DescribeFileSystems: {
        iam: 'pretended:SeeFileSystems',
        paging: { pageSize: 7, limit: 'MaxItems', token: 'Marker', next: 'NextMarker' },
      },
    },
    tagFilters: { EFS: 'pretended:thing' },
    readings: [{ yields: [{ kind: 'resources', of: 'EFS' }], read: () => Promise.resolve(read) }],
  });
}

async function* readThings({ pages }: ReadingContext): AsyncIterable<Page> {
  for await (const page of pages(DescribeFileSystemsCommand, {})) {
    yield { resources: (page.FileSystems ?? []).map(() => thing) };
  }
}

function answerPage(query: Record<string, string>, body: nock.Body): void {
  nock('https://elasticfilesystem.eu-west-1.amazonaws.com')
    .get('/2015-02-01/file-systems')
    .query({ MaxItems: '7', ...query })
    .reply(200, body);
}

async function collected(service: Service, onProgress?: (progress: Progress) => void) {
  const services = [service, taggingFor([service])];
  const populations = new Set(['resources', 'tags'] as const);
  return collect({ scopes: [accessTo()], services, populations, takenAt, onProgress });
}

afterEach(expectAllAsked);

describe('a service that is declared', () => {
  it('is called, paged, counted and told of, and its tags are read, by its declaration alone', async () => {
    answerPage({}, { FileSystems: [{}], NextMarker: 'a' });
    answerPage({ Marker: 'a' }, { FileSystems: [] });
    answerOnce(
      'tagging',
      'ResourceGroupsTaggingAPI_20170126.GetResources',
      { ResourceTypeFilters: ['pretended:thing'], ResourcesPerPage: 100 },
      { ResourceTagMappingList: [{ ResourceARN: arn, Tags: [{ Key: 'Tier', Value: 'gold' }] }] },
    );
    const seen: string[] = [];

    const inventory = await collected(pretended(readThings), (progress) => {
      if (progress.type === 'pageRead') seen.push(`${progress.service} ${progress.kinds.join(' ')}`);
    });

    expect(inventory.resources).toEqual([{ ...thing, tags: { Tier: 'gold' } }]);
    expect(populationLines(inventory)).toEqual(['resources of EFS complete 1', 'tags of EFS complete 1']);
    expect(inventory.calls.map(({ operation, calls }) => `${operation} ${calls}`)).toEqual([
      'pretended:DescribeFileSystems 2',
      'tagging:GetResources 1',
    ]);
    expect(seen).toEqual(['pretended resources', 'pretended resources', 'tagging tags', 'tagging tags']);
  });

  it('is in the policy by the actions that it names', () => {
    const service = pretended(readThings);
    const [statement] = readOnlyPolicy({ services: [service, taggingFor([service])] }).Statement;
    expect(statement?.Action).toEqual(['pretended:SeeFileSystems', 'tag:GetResources']);
  });
});

describe('what a declaration lacks is found', () => {
  const gapsWhen = async (read: ReadScope, change: (service: Service) => Service = (service) => service) => {
    const { populations } = await collected(change(pretended(read)));
    return gapsOf(populations.find(({ kind }) => kind === 'resources')).map(({ message }) => message);
  };

  it('an operation that is called', async () => {
    const read = async function* ({ call }: ReadingContext): AsyncIterable<Page> {
      await call(new DescribeMountTargetsCommand({}));
      yield {};
    };
    expect(await gapsWhen(read)).toEqual(['pretended:DescribeMountTargets is not declared']);
  });

  it('the paging of an operation that is paged', async () => {
    const unpaged = { DescribeFileSystems: { iam: 'pretended:SeeFileSystems' } };
    const gaps = await gapsWhen(readThings, (service) => ({ ...service, operations: unpaged }));
    expect(gaps).toEqual(['pretended:DescribeFileSystems is read page by page, but declared without paging']);
  });

  it.each([
    ['a population that a page brings', { vaults: [] }, 'vaults'],
    ['a type that a page brings', { resources: [{ ...thing, type: 'Storage Gateway' as const }] }, 'Storage Gateway'],
  ])('%s', async (_, page, undeclared) => {
    const read = async function* (): AsyncIterable<Page> {
      await Promise.resolve();
      yield page;
    };
    expect(await gapsWhen(read)).toEqual([`a reading yields ${undeclared}, which it does not declare`]);
  });

  it('the end of a listing that comes back to a page', async () => {
    answerPage({}, { FileSystems: [{}], NextMarker: 'a' });
    answerPage({ Marker: 'a' }, { FileSystems: [], NextMarker: 'a' });
    answerOnce(
      'tagging',
      'ResourceGroupsTaggingAPI_20170126.GetResources',
      { ResourceTypeFilters: ['pretended:thing'], ResourcesPerPage: 100 },
      { ResourceTagMappingList: [] },
    );
    expect(await gapsWhen(readThings)).toEqual(['The service answered a page with the token of an earlier page']);
  });
});
