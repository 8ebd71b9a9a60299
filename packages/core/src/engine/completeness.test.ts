import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR } from '../model/instant.js';
import { bunker, denied, home, instance, NOW, population, volume } from '../model/records.fixture.js';
import type { ResourceCount } from '../model/resource-count.js';
import type { Database } from '../model/resource.js';
import { completenessOf } from './completeness.js';
import { inventoryOf } from './inventory.fixture.js';
import type { Contents } from './inventory.fixture.js';

const volumes = [volume({ name: 'a' }), volume({ name: 'b' })];

/** The Recorder's count of volumes at home, as many as the scan saw. */
function count(fields: Partial<ResourceCount> = {}): ResourceCount {
  return { scope: home, configType: 'AWS::EC2::Volume', count: 2, source: 'recorder', ...fields };
}

function unseen(recordedAt: number, createdAt?: number) {
  const arn = 'arn:aws:ec2:eu-west-1:111111111111:volume/lost';
  return { arn, recordedAt, ...(createdAt !== undefined && { createdAt }) };
}

/** What is said of the volumes, if they are counted so. */
function compared(fields: Partial<ResourceCount>, contents: Contents = { resources: volumes }) {
  return completenessOf(inventoryOf({ ...contents, resourceCounts: [count(fields)] })).counts[0];
}

describe('a count by AWS Config', () => {
  it('that the scan reaches is complete', () => {
    expect(compared({})).toEqual({
      scope: home,
      configType: 'AWS::EC2::Volume',
      source: 'recorder',
      result: 'complete',
      seen: 2,
      counted: 2,
      missing: 0,
      unseen: [],
    });
  });

  it.each<[story: string, fields: Partial<ResourceCount>, expected: object]>([
    ['that is behind the scan is complete', { count: 1 }, { result: 'complete', missing: 0 }],
    [
      'that is reached with what an older version passed over is complete',
      { count: 3, passedOver: 1 },
      { result: 'complete', seen: 3 },
    ],
    [
      'that is not reached is a shortfall, even if nobody tells names',
      { count: 5 },
      { result: 'shortfall', missing: 3 },
    ],
    [
      'that holds what AWS Config has long known is a shortfall',
      { count: 3, unseen: [unseen(NOW - 2 * DAY)] },
      { result: 'shortfall', missing: 1, unseen: [unseen(NOW - 2 * DAY)] },
    ],
    [
      'is complete if all of it was seen by name after all',
      { count: 3, unseen: [] },
      { result: 'complete', missing: 0 },
    ],
    [
      'is complete if what is missing was made since',
      { count: 3, unseen: [unseen(NOW + HOUR, NOW + HOUR)] },
      { result: 'complete', missing: 0, unseen: [] },
    ],
    [
      'is doubtful if what is missing has changed within a day: it may be gone by now',
      { count: 3, unseen: [unseen(NOW - HOUR, NOW - 9 * DAY)] },
      { result: 'doubtful', doubt: 'recent-change', missing: 1 },
    ],
    [
      'is doubtful if AWS Config looks once a day',
      { count: 3, behind: 'daily', unseen: [unseen(NOW - 2 * DAY)] },
      { result: 'doubtful', doubt: 'daily' },
    ],
    ['is doubtful if the recorder fails', { count: 3, behind: 'failing' }, { result: 'doubtful', doubt: 'failing' }],
  ])('%s', (_story, fields, expected) => {
    expect(compared(fields)).toMatchObject(expected);
  });

  it('is of its own scope and type alone', () => {
    const elsewhere = volume({ name: 'c', accountId: bunker.accountId, region: bunker.region });
    expect(compared({}, { resources: [...volumes, elsewhere, instance()] })).toMatchObject({ seen: 2 });
  });
});

describe('clusters', () => {
  const cluster = (name: string, type: Database['type']): Database => ({
    type,
    form: 'cluster',
    engine: 'any',
    arn: `arn:aws:rds:eu-west-1:111111111111:cluster:${name}`,
    accountId: home.accountId,
    region: home.region,
    name,
    tags: {},
  });
  const resources = [cluster('a', 'Aurora'), cluster('d', 'DocumentDB'), cluster('n', 'Neptune')];
  const ofClusters = (number: number) => compared({ configType: 'AWS::RDS::DBCluster', count: number }, { resources });

  it.each([
    [1, { result: 'complete', missing: 0 }],
    [2, { result: 'doubtful', doubt: 'other-engines', missing: 1 }],
    [3, { result: 'doubtful', doubt: 'other-engines', missing: 2 }],
    [4, { result: 'shortfall', missing: 1 }],
  ])('of three engines, of which AWS Config counts %d', (number, expected) => {
    expect(ofClusters(number)).toMatchObject({ seen: 3, ...expected });
  });

  it('are compared with their members, which are instances to AWS Config', () => {
    const members = ['m1', 'm2'].map((name): Database => ({
      ...cluster(name, 'Aurora'),
      form: 'clusterMember',
      arn: `arn:aws:rds:eu-west-1:111111111111:db:${name}`,
    }));
    const said = compared({ configType: 'AWS::RDS::DBInstance' }, { resources: [...resources, ...members] });
    expect(said).toMatchObject({ seen: 2, result: 'complete' });
  });
});

describe('a scope without a count', () => {
  const uncounted = (contents: Contents) => completenessOf(inventoryOf({ scopes: [home], ...contents })).uncounted;

  it('has none where AWS Config records nothing', () => {
    expect(uncounted({})).toEqual([{ ...home, reason: 'not-recorded' }]);
  });

  it('says that AWS Config could not be asked', () => {
    expect(uncounted({ populations: [population('resourceCounts', { gap: denied })] })).toEqual([
      { ...home, reason: 'unread' },
    ]);
  });

  it('says that nobody asked', () => {
    expect(uncounted({ notCollected: ({ kind }) => kind === 'resourceCounts' })).toEqual([
      { ...home, reason: 'not-asked' },
    ]);
  });

  it('is none of those that have one', () => {
    expect(uncounted({ scopes: [home, bunker], resourceCounts: [count()] })).toMatchObject([{ ...bunker }]);
  });
});

it('what AWS Backup protects of types that the inventory does not know is counted', () => {
  const protectedResources = ['MemoryDB', 'OpenSearch', 'MemoryDB', 'EBS', 'S3'].map((resourceType, n) => ({
    scope: home,
    resourceArn: `arn:aws:any:::${n}`,
    resourceType,
  }));
  expect(completenessOf(inventoryOf({ protectedResources })).unknownTypes).toEqual([
    { resourceType: 'MemoryDB', count: 2 },
    { resourceType: 'OpenSearch', count: 1 },
  ]);
});
