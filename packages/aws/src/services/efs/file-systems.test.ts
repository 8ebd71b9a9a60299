import { afterEach, describe, expect, it } from '@jest/globals';
import nock from '../../nock.fixture.js';
import { efs } from './service.js';
import { expectAllAsked, pagesOf } from '../reading.fixture.js';

const arn = (id: string) => `arn:aws:elasticfilesystem:eu-west-1:111111111111:file-system/${id}`;
const fileSystem = (id: string, more: object = {}) => ({
  FileSystemId: id,
  FileSystemArn: arn(id),
  CreationTime: Date.parse('2026-01-02T03:04:05Z') / 1000,
  LifeCycleState: 'available',
  Tags: [],
  ...more,
});

const read = () => pagesOf(efs);
const onPage = (marker?: string) =>
  nock('https://elasticfilesystem.eu-west-1.amazonaws.com')
    .get('/2015-02-01/file-systems')
    .query({ MaxItems: '100', ...(marker !== undefined && { Marker: marker }) });

/** Where they replicate to, which is asked for once there are any. */
const onReplications = () =>
  nock('https://elasticfilesystem.eu-west-1.amazonaws.com')
    .get('/2015-02-01/file-systems/replication-configurations')
    .query(true)
    .reply(200, { Replications: [] });

afterEach(expectAllAsked);

describe('EFS', () => {
  it('reads every page, an empty one with a token among them', async () => {
    onPage().reply(200, { FileSystems: [fileSystem('fs-1')], NextMarker: 'a' });
    onPage('a').reply(200, { FileSystems: [], NextMarker: 'b' });
    onPage('b').reply(200, { FileSystems: [fileSystem('fs-2')] });
    onReplications();

    const pages = await read();
    expect(pages.map((page) => page.resources?.map(({ name }) => name))).toEqual([['fs-1'], [], ['fs-2'], undefined]);
  });

  it('translates a file system', async () => {
    onPage().reply(200, { FileSystems: [fileSystem('fs-1', { Tags: [{ Key: 'Name', Value: 'shared-home' }] })] });
    onReplications();

    expect((await read())[0]).toEqual({
      resources: [
        {
          type: 'EFS',
          arn: arn('fs-1'),
          accountId: '111111111111',
          region: 'eu-west-1',
          name: 'shared-home',
          tags: { Name: 'shared-home' },
          createdAt: Date.parse('2026-01-02T03:04:05Z'),
          state: { is: 'available', word: 'available' },
        },
      ],
    });
  });

  it.each([
    ['creating', 'creating'],
    ['deleting', 'deleting'],
    ['deleted', 'deleting'],
    ['error', 'failed'],
    ['updating', 'transient'],
    ['a-state-of-tomorrow', 'unknown'],
  ])('a file system that is %s is listed as %s', async (word, is) => {
    onPage().reply(200, { FileSystems: [fileSystem('fs-1', { LifeCycleState: word })] });
    onReplications();
    const resources = (await read()).flatMap((page) => page.resources ?? []);
    expect(resources).toMatchObject([{ arn: arn('fs-1'), state: { is, word } }]);
  });

  it.each([
    { field: 'FileSystemArn', answer: { FileSystems: [fileSystem('fs-1', { FileSystemArn: undefined })] } },
    { field: 'Tags', answer: { FileSystems: [fileSystem('fs-1', { Tags: undefined })] } },
    { field: 'FileSystems', answer: {} },
  ])('an answer without $field is an error', async ({ field, answer }) => {
    onPage().reply(200, answer);
    await expect(read()).rejects.toThrow(`AWS answered DescribeFileSystems without ${field}`);
  });
});
