import { afterEach, describe, expect, it } from '@jest/globals';
import nock from '../../nock.fixture.js';
import { eks } from './service.js';
import { expectAllAsked, pagesOf } from '../reading.fixture.js';

const api = () => nock('https://eks.eu-west-1.amazonaws.com');
const arn = (name: string) => `arn:aws:eks:eu-west-1:111111111111:cluster/${name}`;
const cluster = (name: string, more: object = {}) => ({
  name,
  arn: arn(name),
  createdAt: Date.parse('2026-01-02T03:04:05Z') / 1000,
  status: 'ACTIVE',
  tags: { team: 'platform' },
  ...more,
});

function listed(clusters: readonly (string | null)[] | undefined, more: { token?: string; next?: string } = {}): void {
  const query = { maxResults: '100', ...(more.token !== undefined && { nextToken: more.token }) };
  api().get('/clusters').query(query).reply(200, { clusters, nextToken: more.next });
}

function described(name: string, more: object = {}): void {
  api()
    .get(`/clusters/${name}`)
    .reply(200, { cluster: cluster(name, more) });
}

const resources = async () => (await pagesOf(eks)).flatMap((page) => page.resources ?? []);

afterEach(expectAllAsked);

describe('clusters of EKS', () => {
  it('are read through every page, an empty one with a token among them, and described', async () => {
    listed(['a'], { next: '1' });
    listed([], { token: '1', next: '2' });
    listed(['b'], { token: '2' });
    described('a');
    described('b');
    expect(await resources()).toEqual([
      {
        type: 'EKS',
        arn: arn('a'),
        accountId: '111111111111',
        region: 'eu-west-1',
        name: 'a',
        tags: { team: 'platform' },
        createdAt: Date.parse('2026-01-02T03:04:05Z'),
        state: { is: 'available', word: 'ACTIVE' },
      },
      expect.objectContaining({ name: 'b' }),
    ]);
  });

  it.each([
    ['FAILED', 'failed'],
    ['CREATING', 'creating'],
    ['DELETING', 'deleting'],
    ['PENDING', 'transient'],
    ['A_STATE_OF_TOMORROW', 'unknown'],
  ])('one that is %s is listed as %s', async (status, is) => {
    listed(['a']);
    described('a', { status });
    expect(await resources()).toMatchObject([{ state: { is, word: status } }]);
  });

  it('that vanished after they were listed are said to be gone', async () => {
    listed(['a', 'gone']);
    described('a');
    const error = { message: 'No cluster found for name: gone.' };
    api().get('/clusters/gone').reply(404, error, { 'x-amzn-errortype': 'ResourceNotFoundException' });
    expect(await resources()).toMatchObject([
      { name: 'a' },
      { name: 'gone', arn: arn('gone'), state: { is: 'deleting' } },
    ]);
  });

  it('an answer without clusters is an error', async () => {
    listed(undefined);
    await expect(pagesOf(eks)).rejects.toThrow('AWS answered ListClusters without clusters');
  });

  it('a name that is none is a fault of the list', async () => {
    listed([null]);
    await expect(pagesOf(eks)).rejects.toThrow('AWS answered ListClusters with');
  });

  it('an answer without an ARN is an error', async () => {
    listed(['a']);
    described('a', { arn: undefined });
    await expect(pagesOf(eks)).rejects.toThrow('AWS answered DescribeCluster without arn');
  });
});
