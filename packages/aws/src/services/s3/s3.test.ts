import { GetBucketVersioningCommand } from '@aws-sdk/client-s3';
import type { BackupJob, Inventory, S3Bucket } from '@backproof/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createCallLog } from '../../call-log.js';
import { accessTo, gapsOf, populationLines, takenAt } from '../../collecting.fixture.js';
import { collect } from '../../collect.js';
import nock from '../../nock.fixture.js';
import { openService } from '../../open-service.js';
import { clientConfig, expectAllAsked, pagesOf, scope } from '../reading.fixture.js';
import { s3 } from './service.js';

const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8"?>${body}`;
const failure = (code: string) => xml(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`);

/** What a bucket is configured with, as XML; a word stands for an error. */
interface Configured {
  readonly versioning?: string;
  readonly lifecycle?: string;
  readonly objectLock?: string;
  readonly replication?: string;
}

const bucket = (name: string, region = scope.region): S3Bucket => ({
  type: 'S3',
  arn: `arn:aws:s3:::${name}`,
  accountId: scope.accountId,
  region,
  name,
});

function answerList(buckets: readonly string[], { region = 'eu-west-1', token = '', next = '' } = {}): void {
  nock(`https://s3.${region}.amazonaws.com`)
    .get('/')
    .query({ 'max-buckets': '10000', 'x-id': 'ListBuckets', ...(token && { 'continuation-token': token }) })
    .reply(
      200,
      xml(
        `<ListAllMyBucketsResult><Buckets>${buckets.map((each) => `<Bucket>${each}</Bucket>`).join('')}</Buckets>` +
          `${next && `<ContinuationToken>${next}</ContinuationToken>`}</ListAllMyBucketsResult>`,
      ),
    );
}

const listed = (name: string, region = 'eu-west-1') =>
  `<Name>${name}</Name><CreationDate>2026-01-02T03:04:05.000Z</CreationDate><BucketRegion>${region}</BucketRegion>`;

function answerBucket(name: string, configured: Configured): void {
  const subresources = {
    versioning: ['versioning', 'VersioningConfiguration'],
    lifecycle: ['lifecycle', 'LifecycleConfiguration'],
    objectLock: ['object-lock', 'ObjectLockConfiguration'],
    replication: ['replication', 'ReplicationConfiguration'],
  } as const;
  for (const [key, [subresource, root]] of Object.entries(subresources)) {
    const body = new Map<string, string>(Object.entries({ ...configured })).get(key);
    if (body === undefined) continue;
    const isError = /^\w+$/.test(body);
    nock(`https://${name}.s3.eu-west-1.amazonaws.com`)
      .get('/')
      .query((query) => subresource in query)
      .reply(
        isError ? (body === 'AccessDenied' ? 403 : 404) : 200,
        isError ? failure(body) : xml(`<${root}>${body}</${root}>`),
      );
  }
}

const ENABLED = '<Status>Enabled</Status>';
const NOTHING_ELSE = {
  lifecycle: 'NoSuchLifecycleConfiguration',
  objectLock: 'ObjectLockConfigurationNotFoundError',
  replication: 'ReplicationConfigurationNotFoundError',
};

function scan(regions: readonly string[], ...kinds: ('resources' | 'nativeBackups')[]): Promise<Inventory> {
  return collect({ scopes: regions.map(accessTo), services: [s3], populations: new Set(kinds), takenAt });
}

async function readOf(configured: Configured, backupJobs: readonly BackupJob[] = []) {
  answerBucket('photos', configured);
  const [reading] = s3.readings.filter((each) => 'read' in each);
  const read = reading !== undefined && 'read' in reading ? await reading.read() : undefined;
  if (read === undefined) throw new Error('nothing to read');
  return pagesOf(s3, { read, before: { resources: [bucket('photos')], backupJobs } });
}

afterEach(expectAllAsked);

describe('the buckets of an account', () => {
  it('are listed once, page by page; each belongs to the scope of its Region, and those of other Regions are named', async () => {
    answerList([listed('photos'), listed('texts', 'eu-central-1')], { next: 'a' });
    answerList([listed('far', 'us-east-1'), listed('more')], { token: 'a' });

    const inventory = await scan(['eu-west-1', 'eu-central-1'], 'resources');

    expect(inventory.resources.map(({ arn, region }) => `${arn} ${region}`)).toEqual([
      'arn:aws:s3:::far us-east-1',
      'arn:aws:s3:::more eu-west-1',
      'arn:aws:s3:::photos eu-west-1',
      'arn:aws:s3:::texts eu-central-1',
    ]);
    expect(populationLines(inventory)).toEqual([
      'eu-central-1 resources of S3 complete 1',
      'resources of S3 complete 2',
    ]);
    expect(inventory.calls).toEqual([{ scope, operation: 's3:ListBuckets', calls: 2, retries: 0 }]);
    expect(inventory.resources[2]).toEqual({ ...bucket('photos'), createdAt: Date.parse('2026-01-02T03:04:05Z') });
  });

  it('are unknown in each of its Regions where the list is denied', async () => {
    nock('https://s3.eu-west-1.amazonaws.com').get('/').query(true).reply(403, failure('AccessDenied'));

    const { populations } = await scan(['eu-west-1', 'eu-central-1'], 'resources');

    expect(populations.map(({ status }) => status)).toEqual(['unavailable', 'unavailable']);
    for (const population of populations) {
      expect(gapsOf(population)).toMatchObject([
        { operation: 's3:ListBuckets', code: 'AccessDenied', iamAction: 's3:ListAllMyBuckets' },
      ]);
    }
  });

  it('may be in any Region if S3 does not name it', async () => {
    answerList([listed('photos'), '<Name>odd</Name>']);
    const { populations } = await scan(['eu-west-1', 'eu-central-1'], 'resources');
    for (const population of populations) expect(gapsOf(population)).toMatchObject([{ item: 'Name odd' }]);
  });

  it('are asked by their path behind another endpoint', async () => {
    nock('http://localhost:4566')
      .get('/photos/')
      .query({ versioning: '' })
      .reply(200, xml('<VersioningConfiguration/>'));
    const { call } = openService(s3, {
      connection: { ...clientConfig, endpointUrl: 'http://localhost:4566' },
      log: createCallLog(),
      signal: new AbortController().signal,
    });
    expect((await call(new GetBucketVersioningCommand({ Bucket: 'photos' }))).Status).toBeUndefined();
  });
});

describe('the versions of a bucket', () => {
  const native = { scope, resourceArn: 'arn:aws:s3:::photos', mechanism: 's3-versioning' };

  it.each([
    ['never versioned', '', 'off'],
    ['no longer versioned', '<Status>Suspended</Status>', 'suspended'],
  ])('are not kept where it is %s: nothing else is asked', async (_, versioning, word) => {
    expect(await readOf({ versioning })).toEqual([
      {
        uncounted: [{ ...bucket('photos'), versioning: word }],
        nativeBackups: [{ ...native, enabled: false }],
        replicas: [],
      },
    ]);
  });

  it('are kept until somebody deletes them without a rule; that there is none is no gap', async () => {
    expect(await readOf({ versioning: ENABLED, ...NOTHING_ELSE })).toEqual([
      {
        uncounted: [{ ...bucket('photos'), versioning: 'enabled' }],
        nativeBackups: [{ ...native, enabled: true, neverExpires: true }],
        replicas: [],
      },
    ]);
  });

  const expiring = (days: number, status: string) =>
    `<Rule><Status>${status}</Status><NoncurrentVersionExpiration><NoncurrentDays>${days}</NoncurrentDays>` +
    '</NoncurrentVersionExpiration></Rule>';

  it('are kept as long as the shortest rule that is on', async () => {
    const lifecycle = `${expiring(90, 'Enabled')}${expiring(30, 'Enabled')}${expiring(1, 'Disabled')}`;
    const [page] = await readOf({ versioning: ENABLED, ...NOTHING_ELSE, lifecycle });
    expect(page?.nativeBackups).toEqual([{ ...native, enabled: true, retentionDays: 30 }]);
  });

  it('cannot be told of a rule that removes them and does not report when', async () => {
    const lifecycle =
      '<Rule><Status>Enabled</Status><NoncurrentVersionExpiration><NewerNoncurrentVersions>3</NewerNoncurrentVersions>' +
      '</NoncurrentVersionExpiration></Rule>';
    await expect(readOf({ versioning: ENABLED, ...NOTHING_ELSE, lifecycle })).rejects.toThrow('without NoncurrentDays');
  });

  it.each([
    ['<Mode>COMPLIANCE</Mode><Years>1</Years>', { mode: 'compliance', days: 365 }],
    ['<Mode>GOVERNANCE</Mode><Days>7</Days>', { mode: 'governance', days: 7 }],
  ])('may be locked: %s', async (retention, lock) => {
    const objectLock =
      '<ObjectLockEnabled>Enabled</ObjectLockEnabled>' +
      `<Rule><DefaultRetention>${retention}</DefaultRetention></Rule>`;
    const [page] = await readOf({ versioning: ENABLED, ...NOTHING_ELSE, objectLock });
    expect(page?.nativeBackups).toMatchObject([{ lock }]);
  });

  it('are not asked about where AWS Backup has backed the bucket up', async () => {
    const job: BackupJob = { scope, id: 'job-1', resourceArn: native.resourceArn, state: 'COMPLETED', createdAt: 1 };
    const { replication } = NOTHING_ELSE;
    const [page] = await readOf({ versioning: ENABLED, replication }, [job]);
    expect(page?.nativeBackups).toEqual([{ ...native, enabled: true }]);
  });
});

describe('a replicated bucket', () => {
  const rule = (status: string) =>
    `<Rule><Status>${status}</Status><Destination><Bucket>arn:aws:s3:::copy</Bucket></Destination></Rule>`;

  it('is one whose rules are on: its destination may hold other data, so it is not named', async () => {
    const replication = `<Role>role</Role>${rule('Enabled')}`;
    const [page] = await readOf({ versioning: ENABLED, ...NOTHING_ELSE, replication });
    expect(page?.replicas).toEqual([{ scope, mechanism: 's3-replication', sourceArn: 'arn:aws:s3:::photos' }]);
  });

  it('is none whose rules are off', async () => {
    const replication = `<Role>role</Role>${rule('Disabled')}`;
    const [page] = await readOf({ versioning: ENABLED, ...NOTHING_ELSE, replication });
    expect(page?.replicas).toEqual([]);
  });
});

it('a bucket whose policy denies the scan is listed, and its configuration is a gap', async () => {
  answerList([listed('denied'), listed('gone'), listed('photos')]);
  answerBucket('denied', { versioning: 'AccessDenied' });
  answerBucket('gone', { versioning: 'NoSuchBucket' });
  answerBucket('photos', { versioning: '' });

  const { resources, nativeBackups, populations } = await scan(['eu-west-1'], 'nativeBackups');

  expect(resources.map(({ name }) => name)).toEqual(['denied', 'gone', 'photos']);
  expect(nativeBackups.map(({ resourceArn }) => resourceArn)).toEqual(['arn:aws:s3:::photos']);
  const [ofBackups] = populations.filter(({ kind }) => kind === 'nativeBackups');
  expect(ofBackups).toMatchObject({
    status: 'partial',
    gaps: [
      {
        operation: 's3:GetBucketVersioning',
        code: 'AccessDenied',
        iamAction: 's3:GetBucketVersioning',
        resources: ['arn:aws:s3:::denied'],
      },
    ],
  });
});
