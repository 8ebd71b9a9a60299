import { afterEach, describe, expect, it } from '@jest/globals';
import nock from '../../nock.fixture.js';
import { translatedWith } from '../../translated.js';
import { dynamodb } from './service.js';
import { answerOnce, expectAllAsked, pagesOf, scope } from '../reading.fixture.js';

const arn = (name: string) => `arn:aws:dynamodb:eu-west-1:111111111111:table/${name}`;
const seconds = (time: string) => Date.parse(time) / 1000;

/** No table has an on-demand backup. */
function noBackups(): void {
  nock('https://dynamodb.eu-west-1.amazonaws.com')
    .post('/', { BackupType: 'USER', Limit: 100 })
    .optionally()
    .reply(200, { BackupSummaries: [] });
}

const read = () => {
  noBackups();
  return pagesOf(dynamodb);
};
const answer = (operation: string, input: Record<string, string | number>, body: object, status?: number) => {
  answerOnce('dynamodb', `DynamoDB_20120810.${operation}`, input, body, status);
};
const gone = {
  __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException',
  message: 'Requested resource not found',
};

function table(name: string, more: object = {}): void {
  const described = { TableName: name, TableArn: arn(name), TableStatus: 'ACTIVE', ...more };
  answer('DescribeTable', { TableName: name }, { Table: described });
}

function recovery(name: string, pointInTimeRecovery?: object): void {
  answer(
    'DescribeContinuousBackups',
    { TableName: name },
    {
      ContinuousBackupsDescription: {
        ContinuousBackupsStatus: 'ENABLED',
        PointInTimeRecoveryDescription: pointInTimeRecovery,
      },
    },
  );
}

afterEach(expectAllAsked);

describe('DynamoDB tables', () => {
  it('are described from every page of the list, an empty one with a token among them', async () => {
    answer('ListTables', { Limit: 100 }, { TableNames: ['carts'], LastEvaluatedTableName: 'carts' });
    answer(
      'ListTables',
      { Limit: 100, ExclusiveStartTableName: 'carts' },
      { TableNames: [], LastEvaluatedTableName: 'd' },
    );
    answer('ListTables', { Limit: 100, ExclusiveStartTableName: 'd' }, { TableNames: ['orders'] });
    for (const name of ['carts', 'orders']) {
      table(name);
      recovery(name, { PointInTimeRecoveryStatus: 'DISABLED' });
    }

    const resources = (await read()).flatMap((page) => page.resources ?? []);
    expect(resources.map(({ name }) => name)).toEqual(['carts', 'orders']);
  });

  it('have no tags yet', async () => {
    answer('ListTables', { Limit: 100 }, { TableNames: ['carts'] });
    table('carts', { CreationDateTime: seconds('2026-01-02T03:04:05Z') });
    recovery('carts', { PointInTimeRecoveryStatus: 'DISABLED' });

    const [page] = await read();
    expect(page?.resources).toEqual([
      {
        type: 'DynamoDB',
        arn: arn('carts'),
        accountId: '111111111111',
        region: 'eu-west-1',
        name: 'carts',
        createdAt: Date.parse('2026-01-02T03:04:05Z'),
        state: { is: 'available', word: 'ACTIVE' },
      },
    ]);
  });

  it('that vanish after they were listed are said to have vanished, whichever question finds out', async () => {
    answer('ListTables', { Limit: 100 }, { TableNames: ['carts', 'orders', 'users'] });
    table('carts');
    answer('DescribeTable', { TableName: 'orders' }, gone, 400);
    table('users');
    recovery('carts', { PointInTimeRecoveryStatus: 'DISABLED' });
    answer('DescribeContinuousBackups', { TableName: 'users' }, { ...gone, __type: 'TableNotFoundException' }, 400);

    const pages = await read();
    const states = (key: 'resources' | 'uncounted') =>
      pages.flatMap((page) => page[key] ?? []).map(({ name, state }) => `${name} ${state?.word ?? ''}`.trim());
    expect(states('resources')).toEqual(['carts ACTIVE', 'orders vanished', 'users ACTIVE']);
    expect(states('uncounted')).toEqual(['users vanished']);
    expect(pages.flatMap((page) => page.nativeBackups ?? []).map(({ resourceArn }) => resourceArn)).toEqual([
      arn('carts'),
    ]);
  });

  it.each([
    ['CREATING', 'creating'],
    ['DELETING', 'deleting'],
    ['UPDATING', 'transient'],
    ['INACCESSIBLE_ENCRYPTION_CREDENTIALS', 'failed'],
    ['ARCHIVING', 'failed'],
    ['ARCHIVED', 'failed'],
    ['STATUS_OF_TOMORROW', 'unknown'],
  ])('that are %s are listed as %s', async (word, is) => {
    answer('ListTables', { Limit: 100 }, { TableNames: ['carts'] });
    table('carts', { TableStatus: word });
    if (is !== 'creating' && is !== 'deleting') recovery('carts', { PointInTimeRecoveryStatus: 'DISABLED' });
    expect((await read())[0]?.resources).toMatchObject([{ arn: arn('carts'), state: { is, word } }]);
  });

  it('are listed beside a name that is none, which is a gap', async () => {
    answer('ListTables', { Limit: 100 }, { TableNames: ['carts', 7] });
    table('carts', {});
    recovery('carts', { PointInTimeRecoveryStatus: 'DISABLED' });
    noBackups();
    const gaps: string[] = [];
    const pages = await pagesOf(dynamodb, { translated: translatedWith(({ message }) => gaps.push(message)) });
    expect(pages[0]?.resources).toMatchObject([{ name: 'carts' }]);
    expect(gaps).toEqual(['AWS answered ListTables with an item as a number instead of a string (one of its items)']);
  });

  it('cannot be without an ARN', async () => {
    answer('ListTables', { Limit: 100 }, { TableNames: ['carts'] });
    table('carts', { TableArn: undefined });
    await expect(read()).rejects.toThrow('AWS answered DescribeTable without TableArn');
  });

  it('cannot be concluded from an answer that is no list', async () => {
    answer('ListTables', { Limit: 100 }, {});
    await expect(read()).rejects.toThrow('AWS answered ListTables without TableNames');
  });
});

describe('point-in-time recovery', () => {
  const native = { scope, resourceArn: arn('carts'), mechanism: 'dynamodb-pitr' };

  it.each([
    {
      story: 'is what tells of a way back, with its window',
      told: {
        PointInTimeRecoveryStatus: 'ENABLED',
        RecoveryPeriodInDays: 20,
        EarliestRestorableDateTime: seconds('2026-11-02T12:00:00Z'),
        LatestRestorableDateTime: seconds('2026-11-22T11:55:00Z'),
      },
      expected: {
        enabled: true,
        retentionDays: 20,
        earliestRestorableAt: Date.parse('2026-11-02T12:00:00Z'),
        latestRestorableAt: Date.parse('2026-11-22T11:55:00Z'),
      },
    },
    {
      story: 'is off, though continuous backups are enabled as ever',
      told: { PointInTimeRecoveryStatus: 'DISABLED' },
      expected: { enabled: false },
    },
  ])('$story', async ({ told, expected }) => {
    answer('ListTables', { Limit: 100 }, { TableNames: ['carts'] });
    table('carts');
    recovery('carts', told);

    expect((await read())[1]).toEqual({ nativeBackups: [{ ...native, ...expected }] });
  });

  it('is neither on nor off with a status that AWS added later', async () => {
    answer('ListTables', { Limit: 100 }, { TableNames: ['carts'] });
    table('carts');
    recovery('carts', { PointInTimeRecoveryStatus: 'PAUSED' });
    await expect(read()).rejects.toThrow('with PointInTimeRecoveryStatus PAUSED, which this version does not know');
  });

  it('cannot be left out of an answer', async () => {
    answer('ListTables', { Limit: 100 }, { TableNames: ['carts'] });
    table('carts');
    recovery('carts');
    await expect(read()).rejects.toThrow(
      'AWS answered DescribeContinuousBackups without PointInTimeRecoveryDescription',
    );
  });
});

describe('replicas of a global table', () => {
  const inRegion = (region: string) => `arn:aws:dynamodb:${region}:111111111111:table/carts`;
  const link = (sourceArn: string, replicaArn: string) => ({
    scope,
    mechanism: 'dynamodb-global-table',
    sourceArn,
    replicaArn,
  });

  async function replicasOf(...replicas: object[]) {
    answer('ListTables', { Limit: 100 }, { TableNames: ['carts'] });
    table('carts', { Replicas: replicas });
    recovery('carts', { PointInTimeRecoveryStatus: 'DISABLED' });
    return (await read())[0]?.replicas;
  }

  it('are sources of each other', async () => {
    expect(
      await replicasOf(
        { RegionName: 'eu-west-1', ReplicaStatus: 'ACTIVE' },
        { RegionName: 'us-east-1', ReplicaStatus: 'ACTIVE' },
        { RegionName: 'eu-central-1', ReplicaStatus: 'REGION_DISABLED' },
      ),
    ).toEqual([
      link(arn('carts'), inRegion('us-east-1')),
      link(inRegion('us-east-1'), arn('carts')),
      { ...link(arn('carts'), inRegion('eu-central-1')), halted: 'REGION_DISABLED' },
      { ...link(inRegion('eu-central-1'), arn('carts')), halted: 'REGION_DISABLED' },
    ]);
  });

  it('have halted where the table itself is not replicated', async () => {
    const ReplicaStatus = 'REPLICATION_NOT_AUTHORIZED';
    const replicas = await replicasOf(
      { RegionName: 'eu-west-1', ReplicaStatus },
      { RegionName: 'us-east-1', ReplicaStatus: 'ACTIVE' },
    );
    expect(replicas?.map(({ halted }) => halted)).toEqual([ReplicaStatus, ReplicaStatus]);
  });

  it('may be in another account, which is told by their ARN', async () => {
    const ReplicaArn = 'arn:aws:dynamodb:eu-west-1:222222222222:table/carts';
    expect(await replicasOf({ RegionName: 'eu-west-1', ReplicaArn, ReplicaStatus: 'ACTIVE' })).toEqual([
      link(arn('carts'), ReplicaArn),
      link(ReplicaArn, arn('carts')),
    ]);
  });

  it('with a status that AWS added later make the table a gap: what it follows is not known', async () => {
    answer('ListTables', { Limit: 100 }, { TableNames: ['carts'] });
    table('carts', { Replicas: [{ RegionName: 'us-east-1', ReplicaStatus: 'DETACHED' }] });
    await expect(read()).rejects.toThrow('with Replicas.ReplicaStatus DETACHED, which this version does not know');
  });

  it.each(['CREATING', 'CREATION_FAILED', 'DELETING'])('that are %s are none', async (ReplicaStatus) => {
    expect(await replicasOf({ RegionName: 'us-east-1', ReplicaStatus })).toEqual([]);
  });
});

describe('tables that AWS Config recorded', () => {
  const recordedAt = Date.parse('2026-11-20T08:00:00Z');
  const createdAt = Date.parse('2026-01-02T03:04:05Z');
  const pitr = (pointInTimeRecoveryStatus: string) => ({
    ContinuousBackupsDescription: { pointInTimeRecoveryDescription: { pointInTimeRecoveryStatus } },
  });

  /** What is read where AWS Config recorded this of the table. */
  async function readRecorded(configuration: object, supplementaryConfiguration: object, created?: number) {
    const record = {
      arn: arn('carts'),
      recordedAt,
      ...(created !== undefined && { createdAt: created }),
      fields: { configuration, supplementaryConfiguration },
    };
    const recorded = () => Promise.resolve(new Map([[record.arn, record]]));
    answer('ListTables', { Limit: 100 }, { TableNames: ['carts'] });
    noBackups();
    const [tables, recovery] = await pagesOf(dynamodb, { recorded });
    return { tables, recovery };
  }

  it('are not asked for one at a time, and say so', async () => {
    const replicas = [{ regionName: 'us-east-1', replicaStatus: 'ACTIVE' }];
    const table = { tableName: 'carts', tableStatus: 'ACTIVE', globalTableVersion: '2019.11.21', replicas };
    const { tables, recovery } = await readRecorded(table, pitr('DISABLED'), createdAt);
    const elsewhere = 'arn:aws:dynamodb:us-east-1:111111111111:table/carts';
    expect(tables).toMatchObject({
      resources: [{ arn: arn('carts'), name: 'carts', createdAt }],
      replicas: [
        { sourceArn: arn('carts'), replicaArn: elsewhere, recordedAt },
        { sourceArn: elsewhere, replicaArn: arn('carts'), recordedAt },
      ],
    });
    expect(recovery).toEqual({
      nativeBackups: [{ scope, resourceArn: arn('carts'), mechanism: 'dynamodb-pitr', enabled: false, recordedAt }],
    });
  });

  it.each([
    ['on', pitr('ENABLED')],
    ['not told', {}],
  ])('with a recovery that is %s have to prove it', async (_story, supplementary) => {
    const latest = '2026-11-22T11:55:00Z';
    recovery('carts', { PointInTimeRecoveryStatus: 'ENABLED', LatestRestorableDateTime: seconds(latest) });
    const read = await readRecorded({ tableName: 'carts', tableStatus: 'ACTIVE' }, supplementary, createdAt);
    expect(read.recovery).toEqual({
      nativeBackups: [
        {
          scope,
          resourceArn: arn('carts'),
          mechanism: 'dynamodb-pitr',
          enabled: true,
          latestRestorableAt: Date.parse(latest),
        },
      ],
    });
  });

  it.each([
    ['while they changed', { tableName: 'carts', tableStatus: 'UPDATING' }, createdAt],
    ['without a name', { tableStatus: 'ACTIVE' }, createdAt],
    ['without their age', { tableName: 'carts', tableStatus: 'ACTIVE' }, undefined],
    [
      'as global ones without replicas',
      { tableName: 'carts', tableStatus: 'ACTIVE', globalTableVersion: '2019.11.21' },
      createdAt,
    ],
  ])('%s are described by DynamoDB', async (_story, configuration, created) => {
    table('carts', { Replicas: [{ RegionName: 'us-east-1', ReplicaStatus: 'ACTIVE' }] });
    const { tables } = await readRecorded(configuration, pitr('DISABLED'), created);
    expect(tables?.replicas).toHaveLength(2);
    expect(tables?.replicas?.[0]).not.toHaveProperty('recordedAt');
  });
});
