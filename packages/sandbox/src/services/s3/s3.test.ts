import { request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { GetResourcesCommand, ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import {
  GetBucketLifecycleConfigurationCommand,
  GetBucketLocationCommand,
  GetBucketReplicationCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  GetObjectLockConfigurationCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  type ListBucketsCommandInput,
  paginateListBuckets,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';
import type { WorldBucket } from './world.js';

const accountId = '111111111111';
const other = '222222222222';
const [ireland, virginia] = ['eu-west-1', 'us-east-1'];
const createdAt = new Date(Date.UTC(2026, 0, 1));
const bucket = (Name: string, more: Partial<WorldBucket> = {}): WorldBucket => ({
  bucket: { Name, CreationDate: createdAt },
  ...more,
});

const lifecycleRules = [
  { ID: 'old', Status: 'Enabled', Filter: { Prefix: '' }, NoncurrentVersionExpiration: { NoncurrentDays: 30 } },
] as const;
const replication = {
  Role: `arn:aws:iam::${accountId}:role/replication`,
  Rules: [
    { ID: 'all', Priority: 1, Status: 'Enabled', Filter: { Prefix: '' }, Destination: { Bucket: 'arn:aws:s3:::copy' } },
  ],
} as const;
const objectLock = {
  ObjectLockEnabled: 'Enabled',
  Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 30 } },
} as const;

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2026, 10, 22),
    accounts: [
      { id: accountId, name: 'main' },
      { id: other, name: 'other' },
    ],
    regions: [ireland, virginia],
    scopes: [
      {
        accountId,
        region: ireland,
        buckets: [
          bucket('plain'),
          bucket('full', {
            versioning: { Status: 'Enabled', MFADelete: 'Disabled' },
            lifecycleRules,
            replication: { ...replication, Rules: [...replication.Rules] },
            objectLock,
          }),
        ],
        tags: { 'arn:aws:s3:::full': { env: 'prod <&>' } },
        faults: [
          {
            operation: 's3:GetBucketReplication',
            inputContains: 'plain',
            code: 'AccessDenied',
            message: 'not <you>',
            status: 403,
          },
        ],
      },
      {
        accountId,
        region: virginia,
        buckets: [bucket('american', { versioning: { Status: 'Suspended' } }), bucket('full.site')],
        tags: { 'arn:aws:s3:::american': { env: 'test' } },
      },
      { accountId: other, region: ireland, buckets: [bucket('foreign')] },
    ],
  },
});
afterAll(sandbox.close);

const settings = { endpoint: sandbox.url, credentials: sandbox.credentials, maxAttempts: 1 };
const client = new S3Client({ ...settings, region: ireland });
/** The SDK puts a bucket with a dot in its name into the host, even where that is a number, unless it is told not to. */
const american = new S3Client({ ...settings, region: virginia, forcePathStyle: true });

const names = async (wanted: ListBucketsCommandInput, from = client): Promise<readonly (string | undefined)[]> => {
  const { Buckets = [] } = await from.send(new ListBucketsCommand(wanted));
  return Buckets.map(({ Name }) => Name);
};

describe('ListBuckets', () => {
  it('lists the buckets of the account in all Regions, by name, and their Regions only if something was asked for', async () => {
    const { Buckets, Owner } = await client.send(new ListBucketsCommand({}));
    expect(Buckets).toEqual(
      ['american', 'full', 'full.site', 'plain'].map((Name) => ({ Name, CreationDate: createdAt })),
    );
    expect(Owner?.ID).toMatch(/^[0-9a-f]{64}$/);
    const asked = await client.send(new ListBucketsCommand({ MaxBuckets: 1000 }));
    expect(asked.Buckets?.map(({ BucketRegion }) => BucketRegion)).toEqual([virginia, ireland, virginia, ireland]);
  });

  it('pages by MaxBuckets', async () => {
    const pages: (string | undefined)[][] = [];
    for await (const { Buckets = [] } of paginateListBuckets({ client, pageSize: 3 }, {})) {
      pages.push(Buckets.map(({ Name }) => Name));
    }
    expect(pages).toEqual([['american', 'full', 'full.site'], ['plain']]);
  });

  it('selects by prefix, and by the Region that is called', async () => {
    expect(await names({ Prefix: 'full' })).toEqual(['full', 'full.site']);
    expect(await names({ BucketRegion: ireland })).toEqual(['full', 'plain']);
    expect(await names({ BucketRegion: virginia }, american)).toEqual(['american', 'full.site']);
  });

  it.each([{ MaxBuckets: 10_001 }, { MaxBuckets: 0 }, { ContinuationToken: 'x' }, { BucketRegion: virginia }])(
    'refuses %p',
    async (wanted) => {
      await expect(names(wanted)).rejects.toMatchObject({
        name: 'InvalidArgument',
        $metadata: { httpStatusCode: 400 },
      });
    },
  );
});

describe('the configurations of a bucket', () => {
  it('are those that it has', async () => {
    const Bucket = 'full';
    expect(await client.send(new GetBucketVersioningCommand({ Bucket }))).toMatchObject({
      Status: 'Enabled',
      MFADelete: 'Disabled',
    });
    expect((await client.send(new GetBucketLifecycleConfigurationCommand({ Bucket }))).Rules).toEqual(lifecycleRules);
    const replicated = await client.send(new GetBucketReplicationCommand({ Bucket }));
    expect(replicated.ReplicationConfiguration).toEqual(replication);
    const locked = await client.send(new GetObjectLockConfigurationCommand({ Bucket }));
    expect(locked.ObjectLockConfiguration).toEqual(objectLock);
    const tagged = await client.send(new GetBucketTaggingCommand({ Bucket }));
    expect(tagged.TagSet).toEqual([{ Key: 'env', Value: 'prod <&>' }]);
  });

  it('are errors of their own where it has none, but for versioning', async () => {
    const Bucket = 'full.site';
    const missing = (name: string) => ({ name, BucketName: Bucket, $metadata: { httpStatusCode: 404 } });
    expect((await american.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBeUndefined();
    await expect(american.send(new GetBucketLifecycleConfigurationCommand({ Bucket }))).rejects.toMatchObject(
      missing('NoSuchLifecycleConfiguration'),
    );
    await expect(american.send(new GetBucketReplicationCommand({ Bucket }))).rejects.toMatchObject(
      missing('ReplicationConfigurationNotFoundError'),
    );
    await expect(american.send(new GetObjectLockConfigurationCommand({ Bucket }))).rejects.toMatchObject(
      missing('ObjectLockConfigurationNotFoundError'),
    );
    await expect(american.send(new GetBucketTaggingCommand({ Bucket }))).rejects.toMatchObject(missing('NoSuchTagSet'));
  });

  it('the Region is asked for in us-east-1 or in the Region itself', async () => {
    const location = async (Bucket: string, from: S3Client) =>
      (await from.send(new GetBucketLocationCommand({ Bucket }))).LocationConstraint;
    expect(await location('full', client)).toBe(ireland);
    expect(await location('full', american)).toBe(ireland);
    expect(await location('american', american)).toBeFalsy();
  });
});

describe('HeadBucket', () => {
  const head = (Bucket: string) => client.send(new HeadBucketCommand({ Bucket }));

  it('tells the Region of a bucket', async () => {
    expect(await head('plain')).toMatchObject({ BucketRegion: ireland, AccessPointAlias: false });
  });

  it.each([
    ['nowhere', 404, undefined],
    ['foreign', 403, undefined],
    ['american', 301, virginia],
  ])('answers without a body about %s', async (Bucket, httpStatusCode, region) => {
    await expect(head(Bucket)).rejects.toMatchObject({
      $metadata: { httpStatusCode },
      ...(region !== undefined && { $response: { headers: { 'x-amz-bucket-region': region } } }),
    });
  });
});

describe('a bucket is refused', () => {
  const versioning = (Bucket: string, more = {}) => client.send(new GetBucketVersioningCommand({ Bucket, ...more }));

  it.each([
    ['that does not exist', () => versioning('nowhere'), { name: 'NoSuchBucket', $metadata: { httpStatusCode: 404 } }],
    ['of another account', () => versioning('foreign'), { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } }],
    [
      'with another owner than expected',
      () => versioning('full', { ExpectedBucketOwner: other }),
      { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } },
    ],
    [
      'in another Region, with that Region',
      () => versioning('american'),
      {
        name: 'PermanentRedirect',
        Endpoint: `american.s3.${virginia}.amazonaws.com`,
        $metadata: { httpStatusCode: 301 },
        $response: { headers: { 'x-amz-bucket-region': virginia } },
      },
    ],
    [
      'by a fault',
      () => client.send(new GetBucketReplicationCommand({ Bucket: 'plain' })),
      { name: 'AccessDenied', message: 'not <you>', $metadata: { httpStatusCode: 403 } },
    ],
    [
      'for what is not served',
      () => client.send(new GetObjectCommand({ Bucket: 'full', Key: 'a/b' })),
      { name: 'NotImplemented', $metadata: { httpStatusCode: 501 } },
    ],
  ])('%s', async (_story, call, error) => {
    await expect(call()).rejects.toMatchObject(error);
  });

  it('with the ids that S3 gives a request', async () => {
    await expect(versioning('nowhere')).rejects.toMatchObject({
      RequestId: expect.stringMatching(/^[-0-9a-f]{36}$/),
      HostId: expect.stringMatching(/=$/),
      $metadata: {
        requestId: expect.stringMatching(/^[-0-9a-f]{36}$/),
        extendedRequestId: expect.stringMatching(/=$/),
      },
    });
  });

  it('a client that follows redirects finds it', async () => {
    const following = new S3Client({ ...settings, region: ireland, followRegionRedirects: true });
    expect(await following.send(new GetBucketVersioningCommand({ Bucket: 'american' }))).toMatchObject({
      Status: 'Suspended',
    });
  });
});

it.each([
  ['localhost', 'american.localhost:4566', '/?versioning'],
  ['a host of AWS', `american.s3.${virginia}.amazonaws.com`, '/?versioning='],
  ['the path', 'localhost:4566', '/american?versioning'],
  ['the path, with a slash at its end', `s3.${virginia}.amazonaws.com`, '/american/?versioning'],
])('a bucket is named by %s', async (_story, host, path) => {
  const authorization = `AWS4-HMAC-SHA256 Credential=${sandbox.credentials.accessKeyId}/20261122/${virginia}/s3/aws4_request, SignedHeaders=host, Signature=x`;
  const body = await new Promise<string>((resolve, reject) => {
    httpRequest(`${sandbox.url}${path}`, { headers: { host, authorization } }, (answer) => {
      text(answer).then(resolve, reject);
    })
      .on('error', reject)
      .end();
  });
  expect(body).toContain('<Status>Suspended</Status>');
});

it('the tagging API lists the tagged buckets of the Region that is called', async () => {
  const arnsIn = async (region: string) => {
    const tagging = new ResourceGroupsTaggingAPIClient({ ...settings, region });
    const { ResourceTagMappingList = [] } = await tagging.send(
      new GetResourcesCommand({ ResourceTypeFilters: ['s3'] }),
    );
    return ResourceTagMappingList.map(({ ResourceARN }) => ResourceARN);
  };
  expect(await arnsIn(ireland)).toEqual(['arn:aws:s3:::full']);
  expect(await arnsIn(virginia)).toEqual(['arn:aws:s3:::american']);
});
