import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ListBackupsCommand,
  type ListBackupsInput,
  ListTablesCommand,
  ListTagsOfResourceCommand,
  paginateListTables,
} from '@aws-sdk/client-dynamodb';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const accountId = '111111111111';
const region = 'eu-central-1';
const arn = (name: string): string => `arn:aws:dynamodb:${region}:${accountId}:table/${name}`;
const names = ['orders', 'carts', 'users'];
const continuous = {
  ContinuousBackupsStatus: 'ENABLED' as const,
  PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'ENABLED' as const, RecoveryPeriodInDays: 35 },
};

/** Backup `n` is `n` days old; one is of AWS Backup. */
const backups = names.map((name, age) => ({
  TableName: name,
  TableArn: arn(name),
  BackupArn: `${arn(name)}/backup/${age}`,
  BackupName: `backup-${age}`,
  BackupCreationDateTime: new Date(Date.UTC(2026, 10, 22 - age)),
  BackupStatus: 'AVAILABLE' as const,
  BackupType: age === 2 ? ('AWS_BACKUP' as const) : ('USER' as const),
}));

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2026, 10, 22),
    accounts: [{ id: accountId, name: 'main' }],
    regions: [region],
    scopes: [
      {
        accountId,
        region,
        tables: names.map((name) => ({ TableName: name, TableArn: arn(name), TableStatus: 'ACTIVE' })),
        continuousBackups: { orders: continuous },
        tableBackups: backups,
        tags: { [arn('orders')]: Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`key-${n}`, `${n}`])) },
      },
    ],
  },
});
afterAll(sandbox.close);

const client = new DynamoDBClient({
  endpoint: sandbox.url,
  region,
  credentials: sandbox.credentials,
  maxAttempts: 1,
});

it('tables come by name, in pages', async () => {
  const pages: unknown[] = [];
  for await (const { TableNames } of paginateListTables({ client, pageSize: 2 }, {})) pages.push(TableNames);
  expect(pages).toEqual([['carts', 'orders'], ['users']]);
});

it.each([0, 101])('a page of %d tables is refused', async (Limit) => {
  await expect(client.send(new ListTablesCommand({ Limit }))).rejects.toMatchObject({ name: 'ValidationException' });
});

it.each([['orders'], [arn('orders')]])('a table is described by %s', async (TableName) => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  expect(Table).toEqual({ TableName: 'orders', TableArn: arn('orders'), TableStatus: 'ACTIVE' });
});

it('point-in-time recovery is off unless the world says that it is on', async () => {
  const described = async (TableName: string): Promise<unknown> =>
    (await client.send(new DescribeContinuousBackupsCommand({ TableName }))).ContinuousBackupsDescription;
  expect(await described('orders')).toEqual(continuous);
  expect(await described('users')).toMatchObject({
    PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'DISABLED' },
  });
});

it('tags come ten a page', async () => {
  const first = await client.send(new ListTagsOfResourceCommand({ ResourceArn: arn('orders') }));
  expect(first.Tags).toHaveLength(10);
  const { NextToken } = first;
  const second = await client.send(new ListTagsOfResourceCommand({ ResourceArn: arn('orders'), NextToken }));
  expect(second).toMatchObject({ Tags: [{ Key: 'key-10' }, { Key: 'key-11' }] });
  expect(second.NextToken).toBeUndefined();

  const elsewhere = new ListTagsOfResourceCommand({ ResourceArn: arn('users'), NextToken });
  await expect(client.send(elsewhere)).rejects.toMatchObject({ name: 'ValidationException' });
});

it('a table that is not there is missed, in each operation in its own words', async () => {
  const missing = { TableName: 'gone' };
  await expect(client.send(new DescribeTableCommand(missing))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  await expect(client.send(new DescribeContinuousBackupsCommand(missing))).rejects.toMatchObject({
    name: 'TableNotFoundException',
  });
  const tags = new ListTagsOfResourceCommand({ ResourceArn: arn('gone') });
  await expect(client.send(tags)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

describe('on-demand backups', () => {
  const named = async (input: ListBackupsInput): Promise<unknown> =>
    (await client.send(new ListBackupsCommand(input))).BackupSummaries?.map(({ BackupName }) => BackupName);

  it('come in pages that begin after the last backup of the page before', async () => {
    const first = await client.send(new ListBackupsCommand({ BackupType: 'ALL', Limit: 2 }));
    expect(first).toMatchObject({
      BackupSummaries: backups.slice(0, 2),
      LastEvaluatedBackupArn: backups[1]?.BackupArn,
    });
    const next = { BackupType: 'ALL' as const, ExclusiveStartBackupArn: first.LastEvaluatedBackupArn };
    const second = await client.send(new ListBackupsCommand(next));
    expect(second.BackupSummaries).toEqual(backups.slice(2));
    expect(second.LastEvaluatedBackupArn).toBeUndefined();
  });

  it.each<[string, ListBackupsInput, string[]]>([
    ['that users made, unless asked for others', {}, ['backup-0', 'backup-1']],
    ['of a type', { BackupType: 'AWS_BACKUP' }, ['backup-2']],
    ['of a table', { BackupType: 'ALL', TableName: 'carts' }, ['backup-1']],
    ['from a moment on', { TimeRangeLowerBound: new Date(Date.UTC(2026, 10, 22)) }, ['backup-0']],
    ['before a moment', { TimeRangeUpperBound: new Date(Date.UTC(2026, 10, 22)) }, ['backup-1']],
  ])('are those %s', async (_story, input, expected) => {
    expect(await named(input)).toEqual(expected);
  });

  it.each([{ Limit: 0 }, { Limit: 101 }, { ExclusiveStartBackupArn: arn('nothing') }])('refuse %o', async (input) => {
    await expect(named(input)).rejects.toMatchObject({ name: 'ValidationException' });
  });
});
