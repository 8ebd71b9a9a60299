import { afterEach, describe, expect, it } from '@jest/globals';
import nock from '../../nock.fixture.js';
import { dsql } from './service.js';
import { expectAllAsked, pagesOf, scope } from '../reading.fixture.js';

const api = () => nock('https://dsql.eu-west-1.api.aws');
const arn = (id: string, region = 'eu-west-1') => `arn:aws:dsql:${region}:111111111111:cluster/${id}`;
const cluster = (identifier: string, more: object = {}) => ({
  identifier,
  arn: arn(identifier),
  status: 'ACTIVE',
  creationTime: Date.parse('2026-01-02T03:04:05Z') / 1000,
  deletionProtectionEnabled: true,
  ...more,
});

function listed(ids: readonly string[], more: { token?: string; next?: string } = {}): void {
  const query = { 'max-results': '100', ...(more.token !== undefined && { 'next-token': more.token }) };
  const clusters = ids.map((identifier) => ({ identifier, arn: arn(identifier) }));
  api().get('/cluster').query(query).reply(200, { clusters, nextToken: more.next });
}

function described(id: string, more: object = {}): void {
  api().get(`/cluster/${id}`).reply(200, cluster(id, more));
}

afterEach(expectAllAsked);

describe('clusters of Aurora DSQL', () => {
  it('are read through every page, and described', async () => {
    listed(['a'], { next: '1' });
    listed([], { token: '1' });
    described('a', {
      tags: { Name: 'accounts' },
      encryptionDetails: { encryptionStatus: 'ENABLED', kmsKeyArn: 'key-1' },
    });
    expect(await pagesOf(dsql)).toEqual([
      {
        resources: [
          {
            type: 'DSQL',
            arn: arn('a'),
            accountId: '111111111111',
            region: 'eu-west-1',
            name: 'accounts',
            tags: { Name: 'accounts' },
            createdAt: Date.parse('2026-01-02T03:04:05Z'),
            state: { is: 'available', word: 'ACTIVE' },
            encryptionKeyArn: 'arn:aws:kms:eu-west-1:111111111111:key/key-1',
          },
        ],
        replicas: [],
      },
      { resources: [], replicas: [] },
    ]);
  });

  it.each([
    ['IDLE', 'available'],
    ['INACTIVE', 'available'],
    ['FAILED', 'failed'],
    ['PENDING_SETUP', 'creating'],
    ['PENDING_DELETE', 'deleting'],
    ['UPDATING', 'transient'],
    ['A_STATE_OF_TOMORROW', 'unknown'],
  ])('one that is %s is listed as %s', async (status, is) => {
    listed(['a']);
    described('a', { status });
    expect((await pagesOf(dsql))[0]?.resources).toMatchObject([{ name: 'a', state: { is, word: status } }]);
  });

  it('of several Regions are each a source of the others', async () => {
    const other = arn('b', 'us-east-1');
    listed(['a']);
    described('a', { multiRegionProperties: { witnessRegion: 'us-east-2', clusters: [arn('a'), other] } });
    expect((await pagesOf(dsql))[0]?.replicas).toEqual([
      { scope, mechanism: 'dsql-multi-region', sourceArn: arn('a'), replicaArn: other },
      { scope, mechanism: 'dsql-multi-region', sourceArn: other, replicaArn: arn('a') },
    ]);
  });

  it('that vanished after they were listed are said to be gone', async () => {
    listed(['a', 'gone']);
    described('a');
    api().get('/cluster/gone').reply(404, {}, { 'x-amzn-errortype': 'ResourceNotFoundException' });
    expect((await pagesOf(dsql))[0]?.resources).toMatchObject([
      { name: 'a' },
      { name: 'gone', state: { is: 'deleting' } },
    ]);
  });

  it('an answer without an ARN is an error', async () => {
    listed(['a']);
    described('a', { arn: undefined });
    await expect(pagesOf(dsql)).rejects.toThrow('AWS answered GetCluster without arn');
  });
});
