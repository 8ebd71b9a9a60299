import type { DynamoDbTable } from '@backproof/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import { readBackups } from './backups.js';
import { dynamodb } from './service.js';
import { answerOnce, expectAllAsked, pagesOf, scope } from '../reading.fixture.js';

const arn = (name: string) => `arn:aws:dynamodb:eu-west-1:111111111111:table/${name}`;
const table = (name: string): DynamoDbTable => ({
  type: 'DynamoDB',
  arn: arn(name),
  accountId: '111111111111',
  region: 'eu-west-1',
  name,
  createdAt: Date.parse('2026-01-01T00:00:00Z'),
});
const backup = (name: string, time: string, BackupStatus = 'AVAILABLE') => ({
  TableName: name,
  TableArn: arn(name),
  BackupName: `of ${name}`,
  BackupStatus,
  BackupType: 'USER',
  BackupCreationDateTime: Date.parse(time) / 1000,
});

const read = (resources = [table('carts'), table('orders')]) =>
  pagesOf(dynamodb, { read: readBackups, before: { resources } });

function answer(BackupSummaries: readonly object[], more: { start?: string; last?: string } = {}): void {
  const { start: ExclusiveStartBackupArn, last: LastEvaluatedBackupArn } = more;
  const input = { BackupType: 'USER', Limit: 100, ...(ExclusiveStartBackupArn && { ExclusiveStartBackupArn }) };
  answerOnce('dynamodb', 'DynamoDB_20120810.ListBackups', input, { BackupSummaries, LastEvaluatedBackupArn });
}

afterEach(expectAllAsked);

describe('on-demand backups of DynamoDB', () => {
  it('are not those of AWS Backup and DynamoDB itself, where an endpoint does not filter them out', async () => {
    answer([
      { ...backup('carts', '2026-11-05T05:00:00Z'), BackupType: 'AWS_BACKUP' },
      { ...backup('carts', '2026-11-05T05:00:00Z'), BackupType: 'SYSTEM' },
    ]);
    expect(await read()).toEqual([{ nativeBackups: [] }]);
  });

  it('are one record a table, of the newest on any page', async () => {
    answer([backup('carts', '2026-11-03T05:00:00Z')], { last: 'a' });
    answer([], { start: 'a', last: 'b' });
    answer([backup('carts', '2026-11-05T05:00:00Z'), backup('carts', '2026-11-04T05:00:00Z')], { start: 'b' });

    expect(await read()).toEqual([
      {
        nativeBackups: [
          {
            scope,
            resourceArn: arn('carts'),
            mechanism: 'dynamodb-backups',
            enabled: true,
            latestRestorableAt: Date.parse('2026-11-05T05:00:00Z'),
          },
        ],
      },
    ]);
  });

  it.each([
    { what: 'that is being made', item: backup('carts', '2026-11-05T05:00:00Z', 'CREATING') },
    { what: 'that was deleted', item: backup('carts', '2026-11-05T05:00:00Z', 'DELETED') },
    { what: 'of a table that is gone', item: backup('users', '2026-11-05T05:00:00Z') },
    { what: 'of an older table of the same name', item: backup('carts', '2025-12-31T05:00:00Z') },
  ])('do not count: one $what', async ({ item }) => {
    answer([item]);
    expect(await read()).toEqual([{ nativeBackups: [] }]);
  });

  it('are a gap with a status that AWS added later', async () => {
    answer([backup('carts', '2026-11-05T05:00:00Z', 'HIBERNATING')]);
    await expect(read()).rejects.toThrow('ListBackups with BackupStatus HIBERNATING, which this version does not know');
  });

  it('are not asked for where there is no table', async () => {
    expect(await read([])).toEqual([]);
  });

  it.each(['TableArn', 'BackupCreationDateTime'])('are a gap without %s', async (lacks) => {
    answer([{ ...backup('carts', '2026-11-05T05:00:00Z'), [lacks]: undefined }]);
    await expect(read()).rejects.toThrow(`AWS answered ListBackups without ${lacks} (BackupName of carts)`);
  });
});
